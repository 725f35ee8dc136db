import PipelineModel

/// Writes a scenario as YAML text, in one canonical form.
///
/// Reading the text gives the same value. Files that differ only in comments, order of keys, spelling of laws
/// or in what
/// they extend give the same text when they mean the same.
public enum ScenarioWriter {
  /// The canonical text of a scenario.
  public static func text(of scenario: Scenario) -> String {
    var root = ScenarioText.form.write(scenario)
    for note in scenario.provenance {
      let entries = ProvenanceKeys.written(note)
      if !entries.isEmpty {
        root = root.adding(entries, at: note.path.split(separator: "/").map(String.init)[...])
      }
    }
    return YAMLText.text(of: root)
  }

  /// The SHA-256 of the canonical text, in hexadecimal: it names the resolved value, not the bytes of a file.
  public static func digest(of scenario: Scenario) -> String { SHA256.hexadecimal(of: text(of: scenario)) }
}

extension FileNode {
  /// The tree with notes on sources put into the map at a path.
  fileprivate func adding(_ notes: [(String, FileNode)], at path: ArraySlice<String>) -> FileNode {
    guard let part = path.first else {
      let own = notes.map { Entry(key: $0.0, keyMark: mark, value: $0.1) }
      switch content {
      case .map(let entries): return FileNode(content: .map(entries + own), mark: mark)
      case .scalar:
        // A law that is written as a bare time needs a map to carry notes.
        let fixed = Entry(key: "fixed", keyMark: mark, value: self)
        return FileNode(content: .map([fixed] + own), mark: mark)
      case .list: return self
      }
    }
    // Names may hold slashes, as `lund-sus/operator` does; then two parts of the path make one key.
    let rest = path.dropFirst()
    var result = self
    switch content {
    case .scalar: break
    case .map(var entries):
      if let index = entries.firstIndex(where: { $0.key == part }) {
        entries[index].value = entries[index].value.adding(notes, at: rest)
      } else if let next = rest.first, let index = entries.firstIndex(where: { $0.key == part + "/" + next })
      {
        entries[index].value = entries[index].value.adding(notes, at: rest.dropFirst())
      }
      result.content = .map(entries)
    case .list(var items):
      let names = items.map { $0["name"]?.scalar?.text ?? RouteText.part.declaration.name(of: $0) }
      if let index = names.firstIndex(of: part) ?? Int(part).map({ $0 - 1 }), items.indices.contains(index) {
        items[index] = items[index].adding(notes, at: rest)
      }
      result.content = .list(items)
    }
    return result
  }
}
