import Quantities

/// The coming weeks: what is planned for whom, when it begins in simulated futures, and how often the day is kept.
struct ScheduleSection {
  let content: ReportContent

  /// More slots than this are in the table and the file alone.
  private static let mostSlots = 60

  var section: ReportSection? {
    guard !rows.isEmpty else { return nil }
    return ReportSection(
      "schedule", "The coming weeks",
      [.paragraph(Self.explained), chart(ofKnown: true), table(ofKnown: true), slots])
  }

  private var rows: [ReportScheduleRow] { content.input.schedule }

  private static let explained =
    "Each line is a step of somebody who is known at the start, or a slot that somebody will take. Planned is the date that the "
    + "booking laid out with every duration at its median; the bar covers the dates on which 8 of 10 simulated futures begin "
    + "the step; the percentage says how often that is the planned day. It is a forecast, not a schedule that anybody "
    + "agreed on."

  private var slots: Markup {
    guard rows.contains(where: { $0.who == nil }) else { return .nothing }
    return .tag(
      "details", [:],
      [
        .tag("summary", [:], "Slots that are not taken yet"), chart(ofKnown: false), table(ofKnown: false),
      ])
  }

  private func chart(ofKnown isKnown: Bool) -> Markup {
    let mine = rows.filter { ($0.who != nil) == isKnown }
    guard !mine.isEmpty else { return .nothing }
    let groups = isKnown ? people(mine) : products(mine)
    let title = isKnown ? "Who is known at the start" : "Slots that somebody will take"
    let chart = GanttChart(
      title: title,
      description:
        "Simulated: for each step the planned date, and the dates on which 8 of 10 futures begin it. The table below says the same.",
      start: content.input.run.start, days: days, groups: groups)
    return .figure(title, chart.picture)
  }

  /// Until a week after the last plan, or after the last of 8 in 10 where nothing is planned; at most to the end.
  private var days: Int {
    let start = content.input.run.start
    let dates = rows.compactMap { $0.planned ?? $0.p90 ?? $0.p50 }
    let last = dates.map { $0.days(since: start) }.max() ?? 0
    return max(7, min(last + 7, content.input.run.horizon.days(since: start)))
  }

  private func people(_ rows: [ReportScheduleRow]) -> [GanttChart.Group] {
    var names: [String] = []
    for row in rows where row.who.map({ !names.contains($0) }) ?? false {
      names += row.who.map { [$0] } ?? []
    }
    return names.map { name in
      GanttChart.Group(
        name: name,
        lines: ScheduleLines.ordered(rows.filter { $0.who == name }).map { row in
          GanttChart.Line(label: row.step, text: text(row), bars: [bar(row)])
        })
    }
  }

  private func products(_ rows: [ReportScheduleRow]) -> [GanttChart.Group] {
    content.products.compactMap { product in
      let mine = rows.filter { $0.product == product }
      let dates = Set(mine.compactMap(\.slot)).sorted().prefix(Self.mostSlots)
      if dates.isEmpty { return nil }
      return GanttChart.Group(
        name: content.name(product),
        lines: dates.map { date in
          let steps = mine.filter { $0.slot == date }
          let taken = steps.map(\.occurrences).max() ?? 0
          return GanttChart.Line(
            label: DateText.short(date), text: Self.taken(taken), bars: steps.map(bar))
        })
    }
  }

  /// How often a slot is taken, or several slots of one date together.
  private static func taken(_ times: Double) -> String {
    times <= 1
      ? "taken in \(NumberText.percentage(times, decimals: 0))" : "taken \(NumberText.value(times)) times"
  }

  private func text(_ row: ReportScheduleRow) -> String {
    guard let kept = row.kept else { return ScheduleLines.begins(row) }
    return NumberText.percentage(kept, decimals: 0)
  }

  private func bar(_ row: ReportScheduleRow) -> GanttChart.Bar {
    let start = content.input.run.start
    func day(_ date: CivilDate?) -> Int? { date.map { $0.days(since: start) } }
    let plan = row.planned.map { "planned \(DateText.short($0))" } ?? "nothing planned"
    let kept = row.kept.map { ", that day in \(NumberText.percentage($0, decimals: 0)) of futures" } ?? ""
    return GanttChart.Bar(
      title:
        "simulated: \(ScheduleLines.name(row)), \(row.step): \(plan)\(kept); 8 of 10 begin \(ScheduleLines.begins(row))",
      planned: day(row.planned), early: day(row.p10), late: day(row.p90), kept: row.kept)
  }

  private func table(ofKnown isKnown: Bool) -> Markup {
    let mine = rows.filter { ($0.who != nil) == isKnown }
    return DataTable(
      caption: isKnown
        ? "Steps of those who are known at the start: planned, and simulated"
        : "Slots that somebody will take: planned, and simulated; how often a slot is taken is in schedule.csv",
      columns: ScheduleLines.columns, rows: ScheduleLines.ordered(mine).map(ScheduleLines.cells)
    ).markup
  }
}
