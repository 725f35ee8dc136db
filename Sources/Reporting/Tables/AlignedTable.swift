/// A table for the terminal: columns aligned, long words wrapped within their column, numbers at the right.
///
/// Our own rather than TextTable's: that one cuts long text instead of wrapping it and describes rows through key-path
/// formatters; a planner needs the whole name.
public struct AlignedTable: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its heading.
    public var title: String
    /// Whether it is aligned at the right.
    public var isNumber: Bool

    /// A column.
    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// What stands above; may be empty.
  public var title: String
  /// The columns.
  public var columns: [Column]
  /// The rows, one text for each column.
  public var rows: [[String]]

  /// A table.
  public init(title: String, columns: [Column], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table in at most `width` terminal columns where words allow it; texts wrap, numbers do not.
  public func text(width: Int = 100) -> String {
    let widths = columnWidths(width: width)
    var lines: [String] = title.isEmpty ? [] : [title]
    lines += line(columns.map(\.title), widths)
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in rows { lines += line(row, widths) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func columnWidths(width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0.count > column ? $0[column] : "" }).map(\.count).max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    while excess > 0 {
      let candidates = columns.indices.filter { !columns[$0].isNumber && widths[$0] > 14 }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = columns.indices.map { column in
      AlignedTable.wrap(column < cells.count ? cells[column] : "", width: max(1, widths[column]))
    }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
      var text = ""
      for column in columns.indices {
        let part = number < wrapped[column].count ? wrapped[column][number] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - part.count))
        text += (column > 0 ? "  " : "") + (columns[column].isNumber ? padding + part : part + padding)
      }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A text broken between words; words longer than the column are broken within. Control characters, which could
  /// move the terminal's cursor, become spaces.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines = [""]
    let words = text.split {
      $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    for word in words {
      var rest = Substring(word)
      let joined = lines[lines.count - 1].isEmpty ? "" : lines[lines.count - 1] + " "
      if joined.count + rest.count <= width {
        lines[lines.count - 1] = joined + rest
        continue
      }
      if !lines[lines.count - 1].isEmpty { lines.append("") }
      while rest.count > width {
        lines[lines.count - 1] = String(rest.prefix(width))
        rest = rest.dropFirst(width)
        lines.append("")
      }
      lines[lines.count - 1] = String(rest)
    }
    return lines
  }
}
