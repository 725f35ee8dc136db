/// Qualified people by role and year, one small chart for each role of each facility.
struct StaffSection {
  let content: ReportContent

  var section: ReportSection? {
    let figures = content.facilities.flatMap { facility in
      let rows = content.index.rows(
        "staff.qualified", by: ["facility", "role", "year"], where: ["facility": facility])
      return content.values("role", in: rows).compactMap { role in
        figure(facility, role, rows.filter { $0.scope["role"] == role })
      }
    }
    return ReportSection(
      "staff", "People: qualified staff",
      figures.isEmpty ? [] : [.paragraph("Mean number of qualified people in each year."), .pair(figures)])
  }

  private func figure(_ facility: String, _ role: String, _ rows: [ReportEstimate]) -> Markup? {
    let years = content.years(rows)
    guard rows.contains(where: { ($0.mean ?? 0) > 0 }) else { return nil }
    let points = years.map { year in
      rows.first { $0.scope.year == year }.flatMap { row in
        row.mean.map { LineChart.Point($0, interval: row.interval, spread: row.spread) }
      }
    }
    let words = "\(content.name(role)), \(content.name(facility))"
    let chart = LineChart(
      title: "Qualified: \(words)", description: "Mean number of qualified people by year, with both ranges.",
      unit: "people", categories: years.map(content.yearLabel),
      series: [.init(name: "mean", points: points)], width: 470)
    return .figure(words, chart.picture)
  }
}
