// Lists of notes in the order of a file: the note on a map stands before those on what is inside it.
extension [ProvenanceNote] {
  /// Says where the numbers at a path come from, or what range they may have; what is not given stays.
  mutating func note(at path: String, _ kind: ProvenanceNote.Kind?, range: [String]?) {
    if let index = firstIndex(where: { $0.path == path }) {
      if let kind { self[index].kind = kind }
      if let range { self[index].range = range }
      return
    }
    let note = ProvenanceNote(path: path, kind: kind ?? .unstated, range: range ?? [])
    let inside = firstIndex { path.isEmpty || $0.path.hasPrefix(path + "/") }
    insert(note, at: inside ?? endIndex)
  }

  /// The same notes, seen from further up.
  func under(_ prefix: String) -> [ProvenanceNote] {
    map { note in
      var result = note
      result.path = note.path.isEmpty ? prefix : "\(prefix)/\(note.path)"
      return result
    }
  }
}
