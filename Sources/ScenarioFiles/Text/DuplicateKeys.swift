/// A copy of a text in which keys that stand twice in one map are told apart.
///
/// The YAML parser stops at the first duplicate and names only the first of the two. Here the first is given
/// a marker
/// made of private-use characters, so that the parser goes on and the second can be reported where it stands.
struct DuplicateKeys {
  private static let markerStart: Unicode.Scalar = "\u{E000}"
  private static let markerEnd: Unicode.Scalar = "\u{E001}"

  private struct Edit {
    var line: Int
    var column: Int
    var length: Int
  }

  private(set) var text: String
  private var edits: [Edit] = []

  init(text: String) { self.text = text }

  /// How many keys were set apart.
  var count: Int { edits.count }

  /// Whether a text holds one of the characters of the marker, which no user needs.
  static func isReserved(_ scalar: Unicode.Scalar) -> Bool { scalar == markerStart || scalar == markerEnd }

  /// Marks the key at a place of the copy; false when no such key is there.
  mutating func setApart(_ name: String, line: Int, column: Int) -> Bool {
    var scalars = Array(text.unicodeScalars)
    guard var index = Self.index(in: scalars, line: line, column: column), index < scalars.count else {
      return false
    }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    let expected = Array(name.unicodeScalars)
    guard !expected.isEmpty, index + expected.count <= scalars.count,
      Array(scalars[index..<index + expected.count]) == expected
    else { return false }
    let marker = [Self.markerStart] + Array("\(edits.count)".unicodeScalars) + [Self.markerEnd]
    scalars.insert(contentsOf: marker, at: index)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    edits.append(Edit(line: line, column: column, length: marker.count))
    return true
  }

  /// The column in the user's text of a place in the copy.
  func originalColumn(line: Int, column: Int) -> Int {
    // Edits of a line are undone in the reverse order of making, each in the coordinates of its time.
    var result = column
    for edit in edits.reversed() where edit.line == line && result > edit.column {
      result = max(edit.column, result - edit.length)
    }
    return result
  }

  /// The key as the user typed it.
  static func withoutMarker(_ key: String) -> String {
    guard key.unicodeScalars.first == markerStart,
      let end = key.unicodeScalars.firstIndex(of: markerEnd)
    else { return key }
    return String(key.unicodeScalars[key.unicodeScalars.index(after: end)...])
  }

  private static func index(in scalars: [Unicode.Scalar], line: Int, column: Int) -> Int? {
    var currentLine = 1
    var index = 0
    while currentLine < line, index < scalars.count {
      switch scalars[index] {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": currentLine += 1
      default: break
      }
      index += 1
    }
    return currentLine == line ? index + column - 1 : nil
  }
}
