/// The text of one file, with the name under which a user knows it.
public struct SourceText: Sendable, Hashable {
  /// The file as it is shown to the user.
  public let name: String
  /// What stands in it, without a byte order mark.
  public let text: String

  /// A text under a name.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The lines as YAML counts them: CR, LF, CR LF, NEL, LS and PS end a line.
  ///
  /// - Complexity: O(length of the text).
  public var lines: [String] {
    var result: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        result.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
    }
    result.append(String(line))
    return result
  }
}
