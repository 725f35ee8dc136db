/// Training programmes: how many enter, finish, drop out, and take up a role.
struct TrainingSection {
  let content: ReportContent

  private static let measures = [
    ("training.entered", "entered"), ("training.completed", "completed"), ("training.dropped", "dropped out"),
    ("training.in-role", "took up a role"), ("training.students", "students at a time"),
    ("training.turned-away", "turned away"), ("training.waiting", "waiting for a seat"),
  ]

  var section: ReportSection? {
    let all = Self.measures.flatMap { content.index.rows($0.0, by: ["programme"]) }
    let shown = Self.measures.filter { !content.index.rows($0.0, by: ["programme"]).isEmpty }
    let rows = content.values("programme", in: all).map { programme in
      [content.name(programme)]
        + shown.map { QuantityText.interval(content.index.row($0.0, at: ["programme": programme])) }
    }
    let table = DataTable(
      caption: "Training over the whole period: mean (\(content.level) interval of the mean)",
      columns: [.init("programme")] + shown.map { .init($0.1, isNumber: true) }, rows: rows)
    return ReportSection("training", "Training", [chart, table.markup, notQualified])
  }

  /// Newcomers who were lost on the route that was to qualify them, where roles have one.
  private var notQualified: Markup {
    let lost = content.index.rows("staff.not-qualified", by: ["facility", "role"])
    if lost.isEmpty { return .nothing }
    return DataTable(
      caption: "Newcomers over the whole period: mean (\(content.level) interval of the mean)",
      columns: [.init("role"), .init("facility")]
        + ["entered", "not qualified", "left in all"].map { .init($0, isNumber: true) },
      rows: lost.map { row in
        let (facility, role) = (row.scope["facility"] ?? "", row.scope["role"] ?? "")
        let place = ["facility": facility, "role": role]
        return [content.name(role), content.name(facility)]
          + ["staff.hired", "staff.not-qualified", "staff.left"].map {
            QuantityText.interval(content.index.row($0, at: place))
          }
      }
    ).markup
  }

  private var chart: Markup {
    let rows = content.index.rows("training.students", by: ["programme", "year"])
    let years = content.years(rows)
    guard years.count > 1 else { return .nothing }
    let series = content.values("programme", in: rows).map { programme in
      LineChart.Series(
        name: content.name(programme),
        points: years.map { year in
          rows.first { $0.scope["programme"] == programme && $0.scope.year == year }.flatMap { row in
            row.mean.map { LineChart.Point($0, spread: row.spread) }
          }
        })
    }
    let chart = LineChart(
      title: "Students by programme and year", description: "Mean number of students in each year.",
      unit: "students", categories: years.map(content.yearLabel), series: series, width: 960)
    return .figure("Students", chart.picture)
  }
}
