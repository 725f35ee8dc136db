extension SourceText {
  /// The text of the file at a path, or what is wrong with its bytes, said at `mark`.
  ///
  /// - Parameter mark: where the file is asked for; its own first character when a user named it.
  static func load(
    _ path: String, from files: SourceFiles, askedAt mark: SourceMark?
  ) -> (source: SourceText?, diagnostics: [Diagnostic]) {
    let place = mark ?? .start(of: path)
    var bytes: [UInt8]
    do {
      bytes = try files.bytes(at: path)
    } catch {
      return (nil, [Diagnostic(.fileNotRead(path: path, error), at: place)])
    }
    var diagnostics: [Diagnostic] = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
      diagnostics.append(Diagnostic(.byteOrderMark, at: .start(of: path)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let (line, column) = firstBadByte(bytes)
      let bad = SourceMark(file: path, line: line, column: column)
      return (nil, diagnostics + [Diagnostic(.fileNotUTF8, at: bad)])
    }
    return (SourceText(name: path, text: text), diagnostics)
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> (line: Int, column: Int) {
    // Lines are valid or not independently: the line feed is never part of a longer UTF-8 sequence.
    for (offset, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil {
      var good = 0
      for end in line.indices where String(validating: line[..<end], as: UTF8.self) != nil {
        good = String(decoding: line[..<end], as: UTF8.self).unicodeScalars.count
        if end - line.startIndex > 4_000 { break }
      }
      return (offset + 1, good + 1)
    }
    return (1, 1)
  }
}
