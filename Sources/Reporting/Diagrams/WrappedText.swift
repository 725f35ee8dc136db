/// Text in lines of a width, for pictures, in which nothing wraps by itself.
enum WrappedText {
  /// About how wide a character is, as a share of the font size, for system fonts.
  static let share = 0.56

  /// The lines; a word that is wider than a line is cut, behind a slash or a hyphen where it has one, and the last line ends with an ellipsis where more follows.
  static func lines(_ text: String, width: Double, size: Double, most: Int) -> [String] {
    let room = max(4, Int(width / (size * share)))
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = String(word)
      while !rest.isEmpty {
        let candidate = line.isEmpty ? rest : line + " " + rest
        if candidate.count <= room {
          line = candidate
          rest = ""
        } else if line.isEmpty {
          let head = rest.prefix(room)
          let cut = head.lastIndex { "/-".contains($0) }.map { head.index(after: $0) } ?? head.endIndex
          lines.append(String(rest[..<cut]))
          rest = String(rest[cut...])
        } else {
          lines.append(line)
          line = ""
        }
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > most else { return lines }
    let last = lines[most - 1]
    return lines.prefix(most - 1) + [String(last.prefix(room - 1)) + "…"]
  }
}
