import Yams

/// Reads one text into a tree of places and values, and says everything that is wrong with it as YAML.
struct FileTree {
  private let source: SourceText
  private let lines: [String]
  private let layer: Int
  private let limits: FileTreeLimits
  private var nodes = 0
  private var duplicates: DuplicateKeys
  private(set) var diagnostics: [Diagnostic] = []

  private struct Abandoned: Error {}

  /// The tree of a text and what is wrong with it; no tree when it cannot be read as YAML at all.
  static func read(
    _ source: SourceText, layer: Int = 0, limits: FileTreeLimits = FileTreeLimits()
  ) -> (root: FileNode?, diagnostics: [Diagnostic]) {
    var tree = FileTree(source: source, layer: layer, limits: limits)
    let root = tree.root()
    return (root, tree.diagnostics)
  }

  private init(source: SourceText, layer: Int, limits: FileTreeLimits) {
    self.source = source
    self.lines = source.lines
    self.layer = layer
    self.limits = limits
    self.duplicates = DuplicateKeys(text: source.text)
  }

  private mutating func report(_ problem: Problem, at mark: SourceMark) {
    diagnostics.append(Diagnostic(problem, at: mark))
  }

  private mutating func root() -> FileNode? {
    let findings = TextCheck.findings(in: source)
    diagnostics += findings
    if findings.contains(where: { $0.severity == .error }) { return nil }
    guard let composed = compose() else { return nil }
    do {
      return try convert(composed, depth: 0)
    } catch {
      return nil
    }
  }

  /// Yams stops at the first duplicate key; each is set apart in a copy of the text until none is left.
  private mutating func compose() -> Node? {
    while true {
      do {
        let parser = try Parser(yaml: duplicates.text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.nextRoot() else {
          report(.fileEmpty, at: .start(of: source.name))
          return nil
        }
        if let second = try parser.nextRoot() {
          report(.severalDocuments, at: place(second.mark))
        }
        return root
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let mark = place(context.mark)
        guard let name = names.first, duplicates.count < limits.duplicates(ofBytes: source.text.utf8.count),
          duplicates.setApart(name, line: context.mark.line, column: context.mark.column)
        else {
          report(.duplicateKey(name: names.first ?? "", firstLine: nil), at: mark)
          return nil
        }
      } catch let error as YamlError {
        report(error)
        return nil
      } catch {
        report(.yamlSyntax("\(error)"), at: .start(of: source.name))
        return nil
      }
    }
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(.yamlSyntax(problem), at: place(mark))
    case .reader(let problem, _, _, _):
      report(.yamlSyntax(problem), at: .start(of: source.name))
    default:
      report(.yamlSyntax("the text cannot be read"), at: .start(of: source.name))
    }
  }

  private func place(_ mark: Mark?, length: Int = 1) -> SourceMark {
    guard let mark else { return .start(of: source.name) }
    if mark.line > lines.count {
      let end = lines.last?.unicodeScalars.count ?? 0
      return SourceMark(file: source.name, line: max(1, lines.count), column: end + 1)
    }
    return SourceMark(
      file: source.name, line: mark.line,
      column: duplicates.originalColumn(line: mark.line, column: mark.column), length: length)
  }

  private mutating func convert(_ node: Node, depth: Int) throws(Abandoned) -> FileNode {
    nodes += 1
    if nodes > limits.nodes {
      report(.tooManyNodes(limit: limits.nodes), at: place(node.mark))
      throw Abandoned()
    }
    if depth > limits.depth {
      report(.tooDeep(limit: limits.depth), at: place(node.mark))
      throw Abandoned()
    }
    if node.hasForeignTag { report(.tagNotAllowed, at: place(node.mark)) }
    switch node {
    case .scalar(let scalar):
      return FileNode(
        content: .scalar(
          .init(text: scalar.string, isQuoted: scalar.style != .plain && scalar.style != .any)),
        mark: place(scalar.mark, length: scalar.lengthOnItsLine), layer: layer)
    case .sequence(let sequence):
      var items: [FileNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return FileNode(content: .list(items), mark: place(sequence.mark), layer: layer)
    case .mapping(let mapping):
      return try convert(mapping, depth: depth)
    case .alias:
      report(.yamlSyntax("an alias without its anchor"), at: place(node.mark))
      throw Abandoned()
    }
  }

  private mutating func convert(_ mapping: Node.Mapping, depth: Int) throws(Abandoned) -> FileNode {
    var entries: [FileNode.Entry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      guard let scalar = key.scalar else {
        report(.keyNotText, at: place(key.mark))
        continue
      }
      let name = DuplicateKeys.withoutMarker(scalar.string)
      let markerLength = scalar.string.unicodeScalars.count - name.unicodeScalars.count
      let mark = place(key.mark, length: scalar.lengthOnItsLine - markerLength)
      var converted = try convert(value, depth: depth + 1)
      // Where nothing stands behind a key, the parser's place is that of whatever comes next.
      if let text = converted.scalar, text.text.isEmpty, !text.isQuoted { converted.mark = mark }
      if let first = lines[name] {
        report(.duplicateKey(name: name, firstLine: first), at: mark)
        continue
      }
      lines[name] = mark.line
      entries.append(FileNode.Entry(key: name, keyMark: mark, value: converted))
    }
    return FileNode(content: .map(entries), mark: place(mapping.mark), layer: layer)
  }
}

extension Node {
  /// A tag such as `!!int` or `!Ref` that somebody typed.
  fileprivate var hasForeignTag: Bool {
    let name = "\(tag)"
    return !name.isEmpty && !["tag:yaml.org,2002:str", "!"].contains(name)
      && !["tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"].contains(name)
  }
}

extension Node.Scalar {
  /// Characters of the value on the line where it starts, quotes included.
  fileprivate var lengthOnItsLine: Int {
    switch style {
    case .literal, .folded: 1
    case .singleQuoted, .doubleQuoted: string.unicodeScalars.prefix { $0 != "\n" }.count + 2
    default: string.unicodeScalars.prefix { $0 != "\n" }.count
    }
  }
}
