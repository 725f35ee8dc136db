/// A map with keys of the language, and the fields that its keys set.
struct MapForm<Root: Sendable>: Sendable {
  let declaration: MapDeclaration
  let fields: [Field<Root>]

  /// A map of fields.
  init(
    _ name: String, _ phrase: String, _ meaning: String, atMostOne: [[String]] = [],
    exactlyOne: [[String]] = [],
    hasProvenance: Bool = true, _ fields: [Field<Root>]
  ) {
    self.fields = fields
    declaration = MapDeclaration(
      name: name, phrase: phrase, meaning: meaning, keys: fields.map(\.declaration), atMostOne: atMostOne,
      exactlyOne: exactlyOne, hasProvenance: hasProvenance)
  }

  /// Reads the entries of a map over a value that holds the defaults.
  func read(_ entries: [FileNode.Entry], of node: FileNode, over defaults: Root, _ reading: Reading) -> Root {
    check(entries, at: node.mark, reading)
    let provenance = declaration.hasProvenance ? ProvenanceKeys.read(in: entries, reading) : nil
    return reading.covered(by: provenance) {
      var result = defaults
      for entry in entries {
        guard let field = fields.first(where: { $0.declaration.name == entry.key }) else { continue }
        reading.enter(entry.key, at: entry.value.scalar == nil ? entry.keyMark : entry.value.mark) {
          field.read(&result, entry.value, reading)
        }
      }
      return result
    }
  }

  /// The entries that differ from the defaults.
  func write(_ value: Root, over defaults: Root) -> [(String, FileNode)] {
    fields.compactMap { field in
      let key = field.declaration
      let always = key.isRequired || declaration.exactlyOne.contains { $0.contains(key.name) }
      return field.write(value, defaults, always).map { (key.name, $0) }
    }
  }

  private func check(_ entries: [FileNode.Entry], at mark: SourceMark, _ reading: Reading) {
    let known = declaration.keys.map(\.name) + (declaration.hasProvenance ? Array(ProvenanceKeys.names) : [])
    var meant: Set<String> = []
    for entry in entries where !known.contains(entry.key) {
      let near = NearNames.near(entry.key, among: known)
      reading.report(.unknownKey(key: entry.key, map: declaration.phrase, near: near), at: entry.keyMark)
      meant.formUnion(near.prefix(1))
    }
    let present = Set(entries.map(\.key))
    for key in declaration.keys
    where key.isRequired && !present.contains(key.name) && !meant.contains(key.name) {
      reading.report(.missingKey(key: key.name, map: declaration.phrase), at: mark)
    }
    for group in declaration.exactlyOne {
      let found = group.filter(present.contains)
      if found.count != 1 {
        reading.report(.chooseOne(among: group, map: declaration.phrase, found: found), at: mark)
      }
    }
    for group in declaration.atMostOne {
      let found = group.filter(present.contains)
      if found.count > 1 {
        let second = entries.first { $0.key == found[1] }
        reading.report(.excluded(key: found[1], by: found[0]), at: second?.keyMark ?? mark)
      }
    }
  }
}
