/// `--set path=value`: one value of the tree replaced, by its path.
struct Overrides {
  /// The name under which diagnostics show what the options say.
  static let fileName = "--set"

  private let layer: Int
  private(set) var diagnostics: [Diagnostic] = []
  private var place = SourceMark.start(of: Overrides.fileName)

  init(layer: Int) { self.layer = layer }

  private struct NoSuchPath: Error {
    var part: String
    var under: String
    var near: [String]
  }

  /// Applies one option.
  mutating func apply(_ option: String, line: Int, to root: inout FileNode) {
    guard let equals = option.firstIndex(of: "="), equals != option.startIndex else {
      report(
        .overrideSyntax, at: SourceMark(file: Self.fileName, line: line, column: 1, length: option.count))
      return
    }
    let path = String(option[..<equals]).trimmed
    place = SourceMark(file: Self.fileName, line: line, column: 1, length: path.count)
    let offset = option.unicodeScalars.distance(from: option.startIndex, to: equals) + 1
    guard let value = value(String(option[option.index(after: equals)...]), line: line, offset: offset) else {
      return
    }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    do throws(NoSuchPath) {
      root = try set(value, at: parts[...], under: [], in: root, as: .map(ScenarioText.map.declaration))
    } catch {
      report(.overridePath(part: error.part, under: error.under, near: error.near), at: place)
    }
  }

  private mutating func value(_ text: String, line: Int, offset: Int) -> FileNode? {
    let (node, findings) = FileTree.read(SourceText(name: Self.fileName, text: text), layer: layer)
    diagnostics += findings.map { Diagnostic($0.problem, at: $0.mark.moved(toLine: line, by: offset)) }
    if text.trimmed.isEmpty, findings.isEmpty { report(.overrideSyntax, at: place) }
    return node?.moved(toLine: line, by: offset)
  }

  private func set(
    _ value: FileNode, at path: ArraySlice<String>, under above: [String], in node: FileNode?,
    as kind: ValueKind
  ) throws(NoSuchPath) -> FileNode {
    guard let part = path.first else { return value }
    let rest = path.dropFirst()
    func none(_ names: [String]) -> NoSuchPath {
      NoSuchPath(
        part: part, under: above.joined(separator: "."), near: NearNames.near(part, among: names))
    }
    switch kind.resolved {
    case .map(let map):
      let known = map.keys + (map.hasProvenance ? ProvenanceKeys.all : [])
      guard let key = known.first(where: { $0.name == part }) else { throw none(known.map(\.name)) }
      let group = (map.exactlyOne + map.atMostOne).filter { $0.contains(part) }.flatMap { $0 }
      let base = (node?.map == nil ? nil : node)?.without(Set(group).subtracting([part]))
      let inner = try set(value, at: rest, under: above + [part], in: base?[part], as: key.kind)
      return (base ?? FileNode(content: .map([]), mark: place, layer: layer)).replacing(
        part, with: inner, at: place)
    case .named(let item, _):
      guard let node, let old = node[part] else { throw none(node?.map?.map(\.key) ?? []) }
      return node.replacing(
        part, with: try set(value, at: rest, under: above + [part], in: old, as: item), at: place)
    case .steps(let variants):
      guard let node, var items = node.list else { throw none([]) }
      let names = items.map { variants.name(of: $0) }
      guard let index = names.firstIndex(of: part) ?? position(part, in: items) else {
        throw none(names.compactMap { $0 })
      }
      items[index] = try set(
        value, at: rest, under: above + [part], in: items[index], as: .variants(variants))
      return FileNode(content: .list(items), mark: node.mark, layer: node.layer)
    case .list(let item, _):
      guard let node, var items = node.list, let index = position(part, in: items) else { throw none([]) }
      items[index] = try set(value, at: rest, under: above + [part], in: items[index], as: item)
      return FileNode(content: .list(items), mark: node.mark, layer: node.layer)
    case .variants(let variants):
      return try set(value, at: path, under: above, in: node, among: variants)
    case .either(let kinds):
      // A number with a note is written as a map, but a key below it belongs to another map, which replaces it.
      let isNoted = node?.notedNumber != nil && !kinds.contains { $0.leads(with: "fixed") }
      let node = isNoted ? nil : node
      let shape = node.map { node in kinds.filter { $0.fits(node) && !$0.isScalar } } ?? []
      for kind in shape.isEmpty ? kinds.filter({ !$0.isScalar }) : shape {
        if let result = try? set(value, at: path, under: above, in: node, as: kind) { return result }
      }
      throw none((shape.isEmpty ? kinds : shape).flatMap { $0.innerKeys })
    case .scalar, .reference: throw none([])
    }
  }

  private func set(
    _ value: FileNode, at path: ArraySlice<String>, under above: [String], in node: FileNode?,
    among variants: VariantsDeclaration
  ) throws(NoSuchPath) -> FileNode {
    if let node, let entries = node.map,
      let leading = variants.leadingKey(of: entries, at: node.mark, { _, _ in }),
      let variant = variants.variant(leading: leading),
      let result = try? set(
        value, at: path, under: above, in: variants.hoists ? node.hoisted(leading) : node, as: .map(variant))
    {
      return result
    }
    // Another leading key means another law: it replaces the old one.
    let part = path[path.startIndex]
    guard variants.isReplacedWhole, let variant = variants.variant(leading: part) else {
      let known = node?.map.flatMap { variants.leadingKey(of: $0, at: place, { _, _ in }) }
        .flatMap { variants.variant(leading: $0) }?.keys.map(\.name)
      throw NoSuchPath(
        part: part, under: above.joined(separator: "."),
        near: NearNames.near(part, among: known ?? variants.leadingKeys))
    }
    return try set(value, at: path, under: above, in: nil, as: .map(variant))
  }

  private func position(_ part: String, in items: [FileNode]) -> Int? {
    guard let number = Int(part), items.indices.contains(number - 1) else { return nil }
    return number - 1
  }

  private mutating func report(_ problem: Problem, at mark: SourceMark) {
    diagnostics.append(Diagnostic(problem, at: mark))
  }
}

extension ValueKind {
  fileprivate var isScalar: Bool { if case .scalar = resolved { true } else { false } }

  /// The keys that may follow in a path.
  fileprivate var innerKeys: [String] {
    switch resolved {
    case .map(let map): map.keys.map(\.name)
    case .variants(let variants): variants.leadingKeys
    default: []
    }
  }
}

extension SourceMark {
  fileprivate func moved(toLine line: Int, by columns: Int) -> SourceMark {
    SourceMark(file: file, line: line, column: column + columns, length: length)
  }
}

extension FileNode {
  fileprivate func moved(toLine line: Int, by columns: Int) -> FileNode {
    var result = self
    result.mark = mark.moved(toLine: line, by: columns)
    switch content {
    case .scalar: break
    case .list(let items): result.content = .list(items.map { $0.moved(toLine: line, by: columns) })
    case .map(let entries):
      result.content = .map(
        entries.map {
          Entry(
            key: $0.key, keyMark: $0.keyMark.moved(toLine: line, by: columns),
            value: $0.value.moved(toLine: line, by: columns))
        })
    }
    return result
  }

  /// The map with one value replaced or added.
  fileprivate func replacing(_ key: String, with value: FileNode, at mark: SourceMark) -> FileNode {
    var entries = map ?? []
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: key, keyMark: mark, value: value))
    }
    return with(.map(entries))
  }
}
