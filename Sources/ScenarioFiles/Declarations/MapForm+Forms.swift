extension MapForm {
  /// The map as a form, read over defaults.
  func form(over defaults: Root) -> Form<Root> {
    Form(
      .map(declaration),
      read: { node, reading in
        guard let entries = node.map else {
          reading.report(
            .expected(what: "the keys of \(declaration.phrase)", found: node.description), at: node.mark)
          return nil
        }
        return read(entries, of: node, over: defaults, reading)
      },
      write: { value in .written(map: write(value, over: defaults)) })
  }

  /// A map from names to such maps, in the order of the file.
  func named(_ make: @escaping @Sendable (String) -> Root, name: KeyPath<Root, String> & Sendable) -> Form<
    [Root]
  > {
    Form(
      .named(item: .map(declaration)),
      read: { node, reading in
        NamedEntries.read(node, of: declaration.phrase, reading) { name, item in
          guard let entries = item.map else {
            reading.report(
              .expected(what: "the keys of \(declaration.phrase)", found: item.description), at: item.mark)
            return make(name)
          }
          return read(entries, of: item, over: make(name), reading)
        }
      },
      write: { values in
        .written(
          map: values.map { ($0[keyPath: name], .written(map: write($0, over: make($0[keyPath: name])))) })
      })
  }
}

/// Maps whose keys are names that the author gives.
enum NamedEntries {
  /// Reads each entry under its name; provenance keys may stand among them.
  static func read<Item>(
    _ node: FileNode, of phrase: String, _ reading: Reading, _ item: (String, FileNode) -> Item?
  ) -> [Item]? {
    guard let entries = node.map else {
      if node.isEmpty { return [] }
      reading.report(
        .expected(what: "a map of names, each with the keys of \(phrase)", found: node.description),
        at: node.mark)
      return nil
    }
    return reading.covered(by: ProvenanceKeys.read(in: entries, reading)) {
      entries.compactMap { entry in
        if ProvenanceKeys.names.contains(entry.key) || isRemoval(entry, reading) { return nil }
        if !isName(entry.key) { reading.report(.notAName(entry.key), at: entry.keyMark) }
        return reading.enter(entry.key, at: entry.keyMark) { item(entry.key, entry.value) }
      }
    }
  }

  /// Whether an entry is `remove:`, which only a file that extends another may say; reports it.
  static func isRemoval(_ entry: FileNode.Entry, _ reading: Reading) -> Bool {
    guard entry.key == removal else { return false }
    reading.report(.nothingInherited(key: removal), at: entry.keyMark)
    return true
  }

  /// The key that takes names out of an inherited map.
  static let removal = "remove"

  /// Names stand in paths, in scopes and in qualified names.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 120 && text.first != " " && text.last != " "
      && !text.contains { "./:\"\\".contains($0) || $0.isNewline }
  }
}
