/// Lines and stations of any model: the generic measures, for scenarios that are no production line.
struct LineSection {
  let content: ReportContent

  /// The generic estimates that are not counted by hour or year.
  var rows: [ReportEstimate] {
    content.input.estimates.filter { row in
      ["line.", "station.", "system.", "probability."].contains { row.measure.hasPrefix($0) }
        && row.mean != nil && row.scope.year == nil && row.scope["hour"] == nil
        && ["mean", "p50", "p90", "probability"].contains(row.statistic)
    }
  }

  var section: ReportSection? {
    let rows = rows
    guard !rows.isEmpty else { return nil }
    let shown = rows.prefix(120)
    let table = DataTable(
      caption:
        "Means, medians (half are below) and P90 (9 of 10 are below), with their \(content.level) interval",
      columns: [
        .init("figure"), .init("where"), .init("unit"), .init("estimate", isNumber: true),
        .init("8 of 10 futures", isNumber: true),
      ], rows: shown.map { Self.cells($0, content) })
    let isOpen = content.products.isEmpty || rows.count < 50
    return ReportSection(
      "lines", "Every step: its line, and what is at it",
      [
        .paragraph(
          "The line is who waits for the step to begin. At the step are those who wait and those in work."),
        .tag(
          "details", isOpen ? ["open": "open"] : [:],
          [.tag("summary", [:], DateText.counted(rows.count, "estimate")), table.markup, .group(charts)]),
        rows.count > shown.count
          ? .paragraph("The first \(shown.count) are shown; all are in estimates.csv.") : .nothing,
      ], isForScreen: !isOpen)
  }

  /// How many are in the system at a time, one chart for each product whose number varies.
  private var charts: [Markup] {
    content.products.compactMap { product in
      let all = content.index.rows(
        "number.distribution", by: ["product", "number"], where: ["product": product])
      let rows = all.prefix((all.lastIndex { ($0.mean ?? 0) > 0 } ?? -1) + 1)
      guard rows.count > 2 else { return nil }
      var names = rows.map { $0.scope["number"] ?? "" }
      if rows.count == all.count { names[names.count - 1] += "+" }
      let chart = BarChart(
        title: "\(content.name(product)): how many are in the system",
        description:
          "Mean share of the time with exactly so many in the system; a last one with + is so many or more.",
        unit: "share of the time", categories: names,
        series: [.init(name: "share", values: rows.map(\.mean), spreads: rows.map(\.spread))],
        arrangement: .grouped, width: 960)
      return .figure("\(content.name(product)): share of the time with so many in the system", chart.picture)
    }
  }

  /// What the generic measures are called on the page.
  private static let words = [
    "line.length": "waiting in the line", "line.wait": "time in the line",
    "line.probability-of-waiting": "share who wait at all", "station.number": "at the step",
    "station.sojourn": "time at the step", "station.throughput": "finished in an hour",
    "station.passes": "visits of each who comes", "system.number": "in the system",
    "probability.blocked": "share turned away", "probability.abandoned": "share who give up",
  ]

  private static let statistics = ["mean": "", "p50": ", median", "p90": ", P90"]

  /// One estimate as cells: figure, where, unit, estimate, spread.
  static func cells(_ row: ReportEstimate, _ content: ReportContent) -> [String] {
    let unit =
      switch QuantityText.reading(of: row) {
      case .percentage: ""
      case .plain(let unit): unit
      }
    return [
      (words[row.measure] ?? row.measure) + (statistics[row.statistic] ?? ", \(row.statistic)"),
      content.name.scope(row.scope), unit, QuantityText.interval(row),
      QuantityText.spread(row),
    ]
  }
}
