/// Comma-separated values after RFC 4180 (Shafranovich, 2005): lines end with CR LF, fields with commas, quotation marks
/// or line ends are quoted, quotation marks are doubled.
///
/// Numbers are written in full, with a point; an undefined number is an empty field. A text that a spreadsheet would
/// take for a formula is written with a leading apostrophe.
public struct CSVTable: Hashable, Sendable {
  /// The names of the columns; units stand in brackets.
  public var header: [String]
  /// The rows.
  public var rows: [[Field]]
  /// Further fields at the right that are the same in every row; the header names them too.
  public var constants: [Field] = []

  /// One field.
  public enum Field: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number, or nil where it is not defined.
    case number(Double?)
    /// A whole number.
    case count(Int)
  }

  /// A table.
  public init(header: [String], rows: [[Field]]) {
    self.header = header
    self.rows = rows
  }

  /// The file's text.
  public var text: String {
    var output = header.map { CSVTable.quoted($0) }.joined(separator: ",") + "\r\n"
    let end = constants.map { "," + CSVTable.written($0) }.joined() + "\r\n"
    output.reserveCapacity(rows.count * (128 + end.utf8.count))
    for row in rows {
      output += row.map(CSVTable.written).joined(separator: ",")
      output += end
    }
    return output
  }

  private static func written(_ field: Field) -> String {
    switch field {
    case .count(let number): return String(number)
    case .number(let number):
      guard let number = number?.definite else { return "" }
      return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
    case .text(let text):
      let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
      return quoted(isFormula ? "'" + text : text)
    }
  }

  /// Looks at scalars: CR LF is one character in Swift, and an accent may hide a quotation mark.
  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return text
    }
    var output = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { output += "\"" }
      output.unicodeScalars.append(scalar)
    }
    output.unicodeScalars.append("\"")
    return output
  }
}
