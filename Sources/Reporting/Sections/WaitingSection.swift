/// How long patients wait, by product and year: the median and the ninetieth percentile.
struct WaitingSection {
  let content: ReportContent

  private static let measures = [
    ("time.vein-to-vein", "collection to infusion (vein-to-vein)"),
    ("time.door-to-door", "referral to infusion (door-to-door)"),
    ("time.turnaround", "collection to release (turnaround)"),
  ]

  var section: ReportSection? {
    let explained =
      "Of all patients treated in all simulated futures, half wait no longer than the median and 9 of 10 no longer "
      + "than P90, the ninetieth percentile. Times count in the year in which they begin."
    let body =
      [table]
      + Self.measures.prefix(1).flatMap { measure, words -> [Markup] in
        let figures = arranged(figures(measure, words))
        return figures.isEmpty ? [] : [.tag("h3", [:], "By year: days from \(words)"), .group(figures)]
      }
    return ReportSection(
      "waiting", "Waiting times", body.allSatisfy(\.isEmpty) ? [] : [.paragraph(explained)] + body)
  }

  /// Beside one another, or below one another where there are many years.
  private func arranged(_ figures: [Markup]) -> [Markup] {
    let years = content.years(content.input.estimates.filter { $0.measure == Self.measures[0].0 })
    return figures.isEmpty || years.count > ReportContent.manyYears ? figures : [.pair(figures)]
  }

  private func figures(_ measure: String, _ words: String) -> [Markup] {
    content.products.compactMap { product in
      let rows = ["p50", "p90"].map {
        content.index.rows(measure, $0, by: ["product", "year"], where: ["product": product])
      }
      let years = content.years(rows[0] + rows[1])
      guard years.count > 1, rows[0].contains(where: { $0.mean != nil }) else { return nil }
      let series = zip(["median", "P90: 9 of 10 wait no longer"], rows).map { name, rows in
        LineChart.Series(
          name: name,
          points: years.map { year in
            rows.first { $0.scope.year == year }.flatMap { row in
              row.mean.map { LineChart.Point($0, interval: row.interval) }
            }
          })
      }
      var chart = LineChart(
        title: "\(content.name(product)): days from \(words), by year",
        description: "Median and ninetieth percentile of the waiting time by year, with intervals.",
        unit: "days", categories: years.map(content.yearLabel), series: series,
        width: ReportContent.width(years: years.count))
      chart.intervalName = "\(content.level) interval"
      return .figure(content.name(product), chart.picture)
    }
  }

  private var table: Markup {
    let rows = content.products.flatMap { product in
      Self.measures.compactMap { measure, words -> [String]? in
        let cells = ["mean", "p50", "p90"].map { content.index.row(measure, $0, at: ["product": product]) }
        guard cells.contains(where: { $0?.mean != nil }) else { return nil }
        let isShort = (cells[2]?.mean ?? cells[0]?.mean ?? 3) < 3
        return [content.name(product), words] + cells.map { isShort ? hours($0) : QuantityText.interval($0) }
      }
    }
    return DataTable(
      caption: "Days over the whole period (\(content.level) interval); hours where it says h",
      columns: [
        .init("product"), .init("from – to"), .init("mean", isNumber: true), .init("median", isNumber: true),
        .init("P90", isNumber: true),
      ], rows: rows
    ).markup
  }

  /// Days as hours: `1.00 h`.
  private func hours(_ days: ReportEstimate?) -> String {
    guard let days, let mean = days.mean else { return NumberText.missing }
    return NumberText.interval(mean * 24, days.low.map { $0 * 24 }, days.high.map { $0 * 24 }) + " h"
  }
}
