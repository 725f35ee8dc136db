/// All findings about a scenario, in the order of the files, each once, with the lines that they are about.
public struct DiagnosticReport: Sendable {
  /// The most findings that are shown.
  public static let limit = 200

  /// What was found, in order of file, line and column, each once.
  public let diagnostics: [Diagnostic]
  private let library: SourceLibrary

  /// Sorts findings and drops what is said twice.
  public init(_ diagnostics: [Diagnostic], library: SourceLibrary) {
    self.library = library
    var seen: Set<Diagnostic> = []
    self.diagnostics = diagnostics.filter { seen.insert($0).inserted }
      .enumerated()
      .sorted { left, right in
        let (a, b) = (left.element.mark, right.element.mark)
        return (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
      }
      .map(\.element)
  }

  /// Whether one of the findings is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The findings as text: place, severity and sentence, the line of the file, and a caret under the place.
  ///
  /// - Complexity: O(findings + length of the files they are about).
  public func text() -> String {
    var lines: [String: [String]] = [:]
    var result = ""
    for diagnostic in diagnostics.prefix(Self.limit) {
      let mark = diagnostic.mark
      result += "\(mark.file):\(mark.line):\(mark.column): \(diagnostic.severity): \(diagnostic.sentence)\n"
      let file = lines[mark.file] ?? library.lines(of: mark.file)
      lines[mark.file] = file
      if mark.line >= 1, mark.line <= file.count { result += snippet(of: file[mark.line - 1], at: mark) }
    }
    let hidden = diagnostics.count - Self.limit
    if hidden > 0 { result += "… and \(hidden) more\n" }
    return result
  }

  /// The line, shortened around the place when it is long, and the carets.
  private func snippet(of line: String, at mark: SourceMark) -> String {
    let scalars = Array(line.unicodeScalars)
    guard !scalars.isEmpty else { return "" }
    let start = min(mark.column - 1, scalars.count)
    let first = start > 90 ? start - 60 : 0
    let last = min(scalars.count, max(first + 120, start + 30))
    var shown = String.UnicodeScalarView()
    for scalar in scalars[first..<last] { shown.append(scalar == "\t" ? " " : scalar) }
    let length = max(1, min(mark.length, last - start))
    let before = first > 0 ? "… " : ""
    let after = last < scalars.count ? " …" : ""
    let indent = String(repeating: " ", count: 2 + before.count + start - first)
    return "  \(before)\(shown)\(after)\n\(indent)\(String(repeating: "^", count: length))\n"
  }
}
