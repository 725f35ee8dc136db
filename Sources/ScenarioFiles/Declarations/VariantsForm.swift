/// A map whose leading key says which of several it is, as one enum.
struct Variant<Value: Sendable>: Sendable {
  let declaration: MapDeclaration
  let read: @Sendable ([FileNode.Entry], FileNode, Reading) -> Value?
  /// The entries, leading key first; nil for a value of another variant.
  let write: @Sendable (Value) -> [(String, FileNode)]?

  /// A variant whose keys are fields of a payload.
  init<Payload: Sendable>(
    _ form: MapForm<Payload>, over defaults: Payload, wrap: @escaping @Sendable (Payload) -> Value?,
    unwrap: @escaping @Sendable (Value) -> Payload?
  ) {
    declaration = form.declaration
    read = { entries, node, reading in wrap(form.read(entries, of: node, over: defaults, reading)) }
    write = { value in unwrap(value).map { form.write($0, over: defaults) } }
  }

  /// A variant whose payload is wrapped by a step that can fail and then reports.
  init<Payload: Sendable>(
    _ form: MapForm<Payload>, over defaults: Payload,
    wrap: @escaping @Sendable (Payload, FileNode, Reading) -> Value?,
    unwrap: @escaping @Sendable (Value) -> Payload?
  ) {
    declaration = form.declaration
    read = { entries, node, reading in
      wrap(form.read(entries, of: node, over: defaults, reading), node, reading)
    }
    write = { value in unwrap(value).map { form.write($0, over: defaults) } }
  }
}

/// Several variants as one form.
struct VariantsForm<Value: Sendable>: Sendable {
  let declaration: VariantsDeclaration
  private let variants: [Variant<Value>]

  init(
    _ name: String, _ phrase: String, _ meaning: String, isReplacedWhole: Bool, hoists: Bool = false,
    _ variants: [Variant<Value>]
  ) {
    self.variants = variants
    declaration = VariantsDeclaration(
      name: name, phrase: phrase, meaning: meaning, variants: variants.map(\.declaration),
      isReplacedWhole: isReplacedWhole, hoists: hoists)
  }

  /// Reads a map; nil after reporting what is wrong.
  func read(_ node: FileNode, _ reading: Reading) -> Value? {
    guard let entries = node.map else {
      reading.report(.expected(what: declaration.phrase, found: node.description), at: node.mark)
      return nil
    }
    guard let leading = declaration.leadingKey(of: entries, at: node.mark, reading.report) else { return nil }
    let hoisted = declaration.hoists ? node.hoisted(leading) : node
    guard let variant = variants.first(where: { $0.declaration.keys.first?.name == leading }) else {
      return nil
    }
    return variant.read(hoisted.map ?? [], hoisted, reading)
  }

  /// Writes a value with the first variant that can.
  func write(_ value: Value) -> FileNode {
    for variant in variants {
      if let entries = variant.write(value) { return .written(map: entries) }
    }
    preconditionFailure("\(declaration.name) has no variant that writes \(value)")
  }

  /// As a form of one value.
  var form: Form<Value> {
    Form(.variants(declaration), read: { read($0, $1) }, write: { write($0) })
  }
}

extension VariantsDeclaration {
  /// The key that says which variant a map is; nil after reporting that there is none or more than one.
  func leadingKey(
    of entries: [FileNode.Entry], at mark: SourceMark, _ report: (Problem, SourceMark) -> Void
  ) -> String? {
    let found = entries.filter { leadingKeys.contains($0.key) }
    if found.count == 1 { return found[0].key }
    // A key may lead one variant and be an ordinary key of another; then the first in the file leads.
    for entry in found {
      guard let variant = variant(leading: entry.key) else { continue }
      if found.allSatisfy({ variant.key($0.key) != nil }) { return entry.key }
    }
    if found.count > 1 {
      report(.chooseOne(among: leadingKeys, map: phrase, found: found.map(\.key)), found[1].keyMark)
      return nil
    }
    for entry in entries where !ProvenanceKeys.names.contains(entry.key) {
      let near = NearNames.near(entry.key, among: leadingKeys)
      if !near.isEmpty {
        report(.unknownKey(key: entry.key, map: phrase, near: near), entry.keyMark)
        return nil
      }
    }
    report(.chooseOne(among: leadingKeys, map: phrase, found: []), mark)
    return nil
  }
}

extension FileNode {
  /// `infuse: { takes: 1 h }` as `infuse: infuse` beside `takes: 1 h`.
  func hoisted(_ leading: String) -> FileNode {
    guard let entries = map, let index = entries.firstIndex(where: { $0.key == leading }) else { return self }
    let entry = entries[index]
    let name = FileNode(
      content: .scalar(Scalar(text: leading, isQuoted: false)), mark: entry.keyMark, layer: entry.value.layer)
    var result = entries
    if let inner = entry.value.map {
      result[index].value = inner.first { $0.key == "name" }?.value ?? name
      result.insert(contentsOf: inner.filter { $0.key != "name" }, at: index + 1)
    } else if entry.value.isEmpty {
      result[index].value = name
    }
    return with(.map(result))
  }
}
