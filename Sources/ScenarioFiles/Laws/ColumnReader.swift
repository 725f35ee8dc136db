import SwiftCSV

/// One column of a table of comma-separated values with headings.
enum ColumnReader {
  /// The cells of a column with the lines in which they stand, empty ones left out.
  static func column(_ name: String, of text: String) -> Result<[(line: Int, cell: String)], Problem> {
    guard let table = try? CSV<Named>(string: text, delimiter: .comma) else {
      return .failure(.inconsistent("the file is not a table of comma-separated values with headings"))
    }
    guard table.header.contains(name) else {
      return .failure(
        .unknownWord(word: name, allowed: table.header, near: NearNames.near(name, among: table.header)))
    }
    let cells = table.rows.enumerated().compactMap { index, row -> (line: Int, cell: String)? in
      guard let cell = row[name], !cell.isEmpty else { return nil }
      return (index + 2, cell)
    }
    return .success(cells)
  }
}
