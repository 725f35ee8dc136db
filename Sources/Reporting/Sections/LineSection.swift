/// Lines and stations of any model: the generic measures, for scenarios that are no production line.
struct LineSection {
  let content: ReportContent

  var section: ReportSection? {
    let rows = content.input.estimates.filter { row in
      ["line.", "station.", "system.", "probability."].contains { row.measure.hasPrefix($0) }
        && row.mean != nil && row.scope.year == nil && ["mean", "p50", "p90", "probability"].contains(row.statistic)
        && row.scope["hour"] == nil
    }
    let shown = rows.prefix(120).map { row in
      [
        row.measure, row.statistic, content.name.scope(row.scope), unit(row), QuantityText.interval(row),
        QuantityText.spread(row),
      ]
    }
    let table = DataTable(
      caption: "Lines and stations (\(content.level) interval)",
      columns: [
        .init("measure"), .init("statistic"), .init("where"), .init("unit"), .init("estimate", isNumber: true),
        .init("8 of 10 futures", isNumber: true),
      ], rows: Array(shown))
    let more = rows.count - shown.count
    return ReportSection(
      "lines", "Lines and stations",
      [
        .tag("details", content.products.isEmpty || more == 0 && rows.count < 20 ? ["open": "open"] : [:],
          rows.isEmpty ? [] : [.tag("summary", [:], DateText.counted(rows.count, "estimate")), table.markup]),
        more > 0 ? .paragraph("\(NumberText.count(more)) further rows are in the CSV file.") : .nothing,
      ].filter { _ in !rows.isEmpty })
  }

  private func unit(_ row: ReportEstimate) -> String {
    switch QuantityText.reading(of: row) {
    case .percentage: ""
    case .plain(let unit): unit
    }
  }
}
