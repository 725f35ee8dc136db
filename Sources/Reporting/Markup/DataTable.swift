/// A table on a page: a heading row, names at the left, numbers aligned at the right. A row without a name belongs to
/// the one above.
struct DataTable {
  /// Above the table, and read first by a screen reader.
  var caption: String
  /// The headings; those of numbers end up above right-aligned cells.
  var columns: [AlignedTable.Column]
  /// The rows.
  var rows: [[String]]

  /// The table, in a frame that scrolls sideways on a narrow screen; nothing where there are no rows.
  var markup: Markup {
    guard !rows.isEmpty else { return .nothing }
    let head = columns.map { column in
      Markup.tag(
        "th", column.isNumber ? ["scope": "col", "class": "number"] : ["scope": "col"], column.title)
    }
    let body = rows.indices.map { place in
      Markup.tag(
        "tr", isFollowed(place) ? ["class": "joined"] : [:],
        rows[place].enumerated().map { index, text in cell(text, column: index, row: place) })
    }
    return .tag(
      "div", ["class": "scroll"],
      [
        .tag(
          "table", [:],
          [
            caption.isEmpty ? .nothing : .tag("caption", [:], caption),
            .tag("thead", [:], [.tag("tr", [:], head)]), .tag("tbody", [:], body),
          ])
      ])
  }

  private func cell(_ text: String, column: Int, row: Int) -> Markup {
    guard column == 0 else {
      return column < columns.count && columns[column].isNumber
        ? .tag("td", ["class": "number"], text) : .tag("td", [:], text)
    }
    if row > 0, text.isEmpty { return .nothing }
    let height = 1 + rows[(row + 1)...].prefix { $0.first == "" }.count
    return .tag(
      "th", height > 1 ? ["scope": "rowgroup", "rowspan": "\(height)"] : ["scope": "row"], text)
  }

  /// Whether the next row belongs to this one.
  private func isFollowed(_ row: Int) -> Bool { row + 1 < rows.count && rows[row + 1].first == "" }
}
