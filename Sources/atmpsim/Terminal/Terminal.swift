import Foundation
import Rainbow

/// Standard output for results, standard error for the rest.
struct Terminal: Sendable {
  /// Whether notes and progress are left out.
  let isQuiet: Bool
  /// Whether standard error is a terminal that shows colours.
  let hasColour: Bool
  /// Whether standard error is a terminal.
  let isInteractive: Bool

  init(isQuiet: Bool, allowsColour: Bool) {
    self.isQuiet = isQuiet
    isInteractive = isatty(STDERR_FILENO) == 1
    let environment = ProcessInfo.processInfo.environment
    let isDumb = environment["TERM"] == "dumb"
    let saysNo = !(environment["NO_COLOR"] ?? "").isEmpty
    hasColour = allowsColour && isInteractive && !isDumb && !saysNo
  }

  /// Prints a result.
  func result(_ text: String) { Self.write(text, to: .standardOutput) }

  /// Says something beside the result, unless told to be quiet.
  func note(_ text: String) {
    if !isQuiet { Self.write(text + "\n", to: .standardError) }
  }

  /// Says something that the user has to know, also when quiet.
  func warn(_ text: String) {
    Self.write(
      (hasColour ? "warning:".applyingCodes(Color.yellow) : "warning:") + " \(text)\n", to: .standardError)
  }

  /// Prints text to standard error as it is.
  func raw(_ text: String) { Self.write(text, to: .standardError) }

  /// Writes all of a text; a reader that has gone away is no error.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}

extension String {
  /// The text in a colour, whatever Rainbow thinks of the terminal: `Terminal` has decided.
  func applyingCodes(_ colour: Color) -> String {
    "\u{1B}[\(colour.value)m\(self)\u{1B}[0m"
  }
}
