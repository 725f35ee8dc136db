/// Lines and stations of any model: the generic measures, for scenarios that are no production line.
struct LineSection {
  let content: ReportContent

  /// The generic estimates that are not counted by hour or year.
  var rows: [ReportEstimate] {
    content.input.estimates.filter { row in
      ["line.", "station.", "system.", "probability.", "number."].contains { row.measure.hasPrefix($0) }
        && row.mean != nil && row.scope.year == nil && row.scope["hour"] == nil
        && ["mean", "p50", "p90", "probability"].contains(row.statistic)
    }
  }

  var section: ReportSection? {
    let rows = rows
    guard !rows.isEmpty else { return nil }
    let shown = rows.prefix(120)
    let table = DataTable(
      caption: "Lines and stations (\(content.level) interval)",
      columns: [
        .init("measure"), .init("statistic"), .init("where"), .init("unit"),
        .init("estimate", isNumber: true),
        .init("8 of 10 futures", isNumber: true),
      ], rows: shown.map { Self.cells($0, content) })
    let isOpen = content.products.isEmpty || rows.count < 20
    return ReportSection(
      "lines", "Lines and stations",
      [
        .tag(
          "details", isOpen ? ["open": "open"] : ["class": "screen"],
          [.tag("summary", [:], DateText.counted(rows.count, "estimate")), table.markup]),
        rows.count > shown.count
          ? .paragraph(
            "\(NumberText.count(rows.count)) estimates for single steps are in estimates.csv; the page shows the first "
              + "\(shown.count) of them when it is not printed.")
          : .nothing,
      ])
  }

  /// One estimate as cells: measure, statistic, where, unit, estimate, spread.
  static func cells(_ row: ReportEstimate, _ content: ReportContent) -> [String] {
    let unit =
      switch QuantityText.reading(of: row) {
      case .percentage: ""
      case .plain(let unit): unit
      }
    return [
      row.measure, row.statistic, content.name.scope(row.scope), unit, QuantityText.interval(row),
      QuantityText.spread(row),
    ]
  }
}
