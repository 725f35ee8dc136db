/// Who is away, and who works in their place: by role, over the whole period.
struct AwaySection {
  let content: ReportContent

  private static let measures = [
    ("staff.away", "away at a time"), ("staff.covered", "hours that others worked"),
  ]

  var section: ReportSection? {
    let shown = Self.measures.filter { !content.index.rows($0.0, by: ["facility", "role"]).isEmpty }
    let rows = content.facilities.flatMap { facility in
      let all = Self.measures.flatMap {
        content.index.rows($0.0, by: ["facility", "role"], where: ["facility": facility])
      }
      return content.values("role", in: all).map { role in
        [content.name(role), content.name(facility)]
          + shown.map {
            QuantityText.interval(content.index.row($0.0, at: ["facility": facility, "role": role]))
          }
      }
    }
    if rows.isEmpty { return nil }
    let table = DataTable(
      caption: "People away, and work of others in their place: mean (\(content.level) interval of the mean)",
      columns: [.init("role"), .init("facility")] + shown.map { .init($0.1, isNumber: true) }, rows: rows)
    return ReportSection(
      "away", "People: away, and covered by others",
      [
        .paragraph(
          "People who work independently and are away in a spell of absence, and hours of work of a role that another role did "
            + "in its place, over the whole period."), table.markup,
      ])
  }
}
