/// Calls, and work outside the ordinary hours: by role, over the whole period.
struct OutOfHoursSection {
  let content: ReportContent

  var section: ReportSection? {
    let table = RoleTable(
      content: content,
      measures: [
        ("staff.overtime", "overtime [h]"), ("staff.night-hours", "nights [h]"),
        ("staff.weekend-hours", "weekends [h]"), ("staff.calls", "persons called"),
        ("staff.resting", "at rest at a time"),
      ], caption: "Work outside the ordinary hours")
    return table.markup.flatMap { markup in
      ReportSection(
        "out-of-hours", "People: overtime, nights and calls",
        [
          .paragraph(
            "Hours of work outside the calendars of a role, from 22:00 to 06:00, and on Saturdays and Sundays (an hour may be all "
              + "three), over the whole period; persons called of a role on call, and persons who rest after it. Only roles that rest, "
              + "are on call, or have a price for such hours are listed."), markup,
        ])
    }
  }
}
