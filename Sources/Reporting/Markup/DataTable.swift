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
    let body = rows.enumerated().map { place, row in
      Markup.tag(
        "tr", place + 1 < rows.count && rows[place + 1].first == "" ? ["class": "joined"] : [:],
        row.enumerated().map { index, text in
          if index == 0 { return .tag("th", ["scope": "row"], text) }
          return index < columns.count && columns[index].isNumber
            ? .tag("td", ["class": "number"], text) : .tag("td", [:], text)
        })
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
}
