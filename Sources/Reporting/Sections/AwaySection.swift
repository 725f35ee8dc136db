/// Who is away, and who works in their place: by role, over the whole period.
struct AwaySection {
  let content: ReportContent

  var section: ReportSection? {
    let table = RoleTable(
      content: content,
      measures: [("staff.away", "away at a time"), ("staff.covered", "hours that others worked")],
      caption: "People away, and work of others in their place")
    return table.markup.flatMap { markup in
      ReportSection(
        "away", "People: away, and covered by others",
        [
          .paragraph(
            "People who work independently and are away in a spell of absence, and hours of work of a role that another role did "
              + "in its place, over the whole period."), markup,
        ])
    }
  }
}
