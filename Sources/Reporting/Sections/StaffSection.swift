/// Qualified people by role and year: a table, and one small chart for each role of each facility.
struct StaffSection {
  let content: ReportContent

  var section: ReportSection? {
    let roles = content.facilities.flatMap { facility in
      let rows = content.index.rows(
        "staff.qualified", by: ["facility", "role", "year"], where: ["facility": facility])
      return content.values("role", in: rows).map { role in
        (facility: facility, role: role, rows: rows.filter { $0.scope["role"] == role })
      }
    }.filter { $0.rows.contains { ($0.mean ?? 0) > 0 } }
    let years = content.years(roles.flatMap(\.rows))
    guard !roles.isEmpty, !years.isEmpty else { return nil }
    let isMany = years.count > ReportContent.manyYears
    let figures = roles.compactMap { figure($0.facility, $0.role, $0.rows) }
    return ReportSection(
      "staff", "People: qualified staff",
      [
        .paragraph("Mean number of people in each year who work independently in their role."),
        isMany ? .nothing : table(roles, years),
        .tag(
          "details", isMany ? ["open": "open"] : ["class": "screen"],
          [
            .tag("summary", [:], "Charts, with where 8 of 10 futures lie"),
            isMany ? .group(figures) : .pair(figures),
          ]),
      ])
  }

  private func table(
    _ roles: [(facility: String, role: String, rows: [ReportEstimate])], _ years: [Int]
  ) -> Markup {
    let table = DataTable(
      caption: "Qualified people: mean of the year",
      columns: [.init("role"), .init("facility")]
        + years.map { .init(content.yearLabel($0), isNumber: true) },
      rows: roles.map { facility, role, rows in
        [content.name(role), content.name(facility)]
          + years.map { year in
            rows.first { $0.scope.year == year }?.mean.map { NumberText.fixed($0, decimals: 1) }
              ?? NumberText.missing
          }
      })
    return table.markup
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
      series: [.init(name: "mean", points: points)],
      width: ReportContent.width(years: years.count))
    return .figure(words, chart.picture)
  }
}
