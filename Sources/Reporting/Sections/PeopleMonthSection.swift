/// People by month: who is qualified, against who is needed and planned, and how likely it is that they are enough.
struct PeopleMonthSection {
  let content: ReportContent

  var section: ReportSection? {
    let people = PeopleMonths(content)
    guard !people.roles.isEmpty else { return nil }
    return ReportSection(
      "people-by-month", "People: qualified against needed, month by month",
      [
        .paragraph(
          "Lines are means over the simulated futures; the bands hold 8 of 10 futures (80 %: from the tenth to the ninetieth in a "
            + "hundred). Needed are as many as it takes for those present on shift to cover what is asked for in 95 % of "
            + "their time; planned are the posts. The gap of a month is closed where no fewer are qualified than are needed."
        ),
        table(people),
        .tag(
          "details", ["open": "open"],
          [.tag("summary", [:], "Charts"), .group(people.roles.map { figure(people, $0) })]),
      ])
  }

  private func table(_ people: PeopleMonths) -> Markup {
    let ends = people.yearEnds
    return DataTable(
      caption:
        "Probability that the gap is closed in the last month of the year (\(content.level) interval)",
      columns: [.init("role")] + ends.map { .init($0.year, isNumber: true) },
      rows: people.roles.map { role in
        [people.words(role)]
          + ends.map { end in
            let row = content.index.row("staff.gap-closed", at: role.scope(end.month))
            return row.map(PeopleMonths.share) ?? NumberText.missing
          }
      }
    ).markup
  }

  private func figure(_ people: PeopleMonths, _ role: PeopleMonths.Role) -> Markup {
    func points(_ measure: String, hasBand: Bool) -> [LineChart.Point?] {
      people.months.map { month in
        content.index.row(measure, at: role.scope(month)).flatMap { row in
          row.mean.map { LineChart.Point($0, spread: hasBand ? row.spread : nil) }
        }
      }
    }
    var chart = LineChart(
      title: people.words(role),
      description: "Mean number of people in each month: qualified, needed and planned, with 80 % bands.",
      unit: "people", categories: people.months.map { $0.hasSuffix("-01") ? people.year($0) : "" },
      series: [
        .init(name: "qualified", points: points("staff.qualified-by-month", hasBand: true)),
        .init(name: "needed", points: points("staff.needed-by-month", hasBand: true)),
        .init(name: "planned", points: points("staff.planned-by-month", hasBand: false)),
      ], width: 960)
    chart.hasMarkers = false
    return .figure(people.words(role), chart.picture)
  }
}
