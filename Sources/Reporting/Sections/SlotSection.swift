/// Slots: how many are offered, booked, filled again, used and wasted.
struct SlotSection {
  let content: ReportContent

  private static let measures = [
    ("slots.offered", "offered"), ("slots.booked", "booked"), ("slots.used", "used"),
    ("slots.backfilled", "filled again"), ("slots.wasted", "wasted"),
  ]

  var section: ReportSection? {
    ReportSection("slots", "Slots", [chart, table])
  }

  private var table: Markup {
    // Only where work of a higher class may take what is promised.
    let isBroken = content.index.row("bookings.broken")?.mean != nil
    let measures = Self.measures + (isBroken ? [("bookings.broken", "promises broken")] : [])
    return TotalsTable(content: content, measures: measures).markup(
      caption: "Slots over the whole period: mean (\(content.level) interval of the mean)")
  }

  private var chart: Markup {
    let used = content.index.rows("slots.used", by: ["year"])
    let wasted = content.index.rows("slots.wasted", by: ["year"])
    let years = content.years(used + wasted)
    guard years.count > 1 else { return .nothing }
    let series = [("used", used), ("wasted", wasted)].map { name, rows in
      BarChart.Series(name: name, values: years.map { year in rows.first { $0.scope.year == year }?.mean })
    }
    let chart = BarChart(
      title: "Slots used and wasted by year",
      description: "Mean number of slots used and wasted in each year, stacked.",
      unit: "slots", categories: years.map(content.yearLabel), series: series, arrangement: .stacked,
      width: 960)
    return .figure("Slots used and wasted by year", chart.picture)
  }
}
