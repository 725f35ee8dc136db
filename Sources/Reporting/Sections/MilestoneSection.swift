import Quantities

/// When each facility opens, may work, is staffed, and treats its first, tenth and fiftieth patient.
struct MilestoneSection {
  let content: ReportContent

  /// The milestones in the order in which a facility should reach them, with their words.
  static let order = [
    ("milestone.opened", "opened"), ("milestone.licensed", "licensed"), ("milestone.staffed", "staffed"),
    ("milestone.first-patient", "1st patient treated"), ("milestone.tenth-patient", "10th patient"),
    ("milestone.fiftieth-patient", "50th patient"),
  ]

  /// The milestones that mean something for a facility: one that never treats a patient has no tenth patient, and one
  /// without staff of its own is never staffed.
  static func order(for facility: String, in contents: [ReportContent]) -> [(String, String)] {
    func isReached(_ measure: String) -> Bool {
      contents.contains { content in
        (content.index.row(measure, "probability", at: ["facility": facility])?.mean ?? 0) > 0
      }
    }
    let hasStaff = contents.contains { content in
      content.index.row("staff.headcount", at: ["facility": facility]) != nil
    }
    return order.filter { measure, _ in
      if measure == "milestone.staffed" { return hasStaff || isReached(measure) }
      return !measure.hasSuffix("-patient") || isReached("milestone.first-patient")
    }
  }

  /// What the timeline shows, and what its milestones mean.
  static let remark =
    "A marker is the median date, a line covers 8 of 10 simulated futures, an arrow runs beyond the end of the simulation. "
    + "A percentage is the share of futures in which the milestone is reached at all; without one it is reached in all. "
    + "Licensed: its rooms, devices and people count from then on. Staffed: every role has its planned minimum of people. "
    + "Patients count at the facility of their product."

  var section: ReportSection? {
    let groups = content.facilities.compactMap { facility -> MilestoneTimeline.Group? in
      let rows = Self.order(for: facility, in: [content]).compactMap {
        measure, words -> MilestoneTimeline.Row? in
        mark(measure, facility: facility, series: 0).map { .init(label: words, marks: [$0]) }
      }
      return rows.isEmpty ? nil : .init(name: content.name(facility), rows: rows)
    }
    guard !groups.isEmpty, !groups.allSatisfy(\.isPlain) else { return nil }
    let chart = MilestoneTimeline(
      title: "When each facility reaches its milestones", description: Self.description(groups),
      start: content.input.run.start, horizon: content.input.run.horizon, groups: groups)
    return ReportSection(
      "milestones", "Facilities: from opening to the fiftieth patient",
      [
        .figure("", chart.picture, remark: Self.remark)
      ])
  }

  /// A milestone of one facility as a mark, or nil where the result does not have it.
  func mark(_ measure: String, facility: String, series: Int) -> MilestoneTimeline.Mark? {
    guard let reached = content.index.row(measure, "probability", at: ["facility": facility]),
      let probability = reached.mean
    else { return nil }
    let days = [("p10", reached.p10), ("p50", reached.p50), ("p90", reached.p90)].map { statistic, value in
      content.days(
        value ?? content.index.row(measure, statistic, at: ["facility": facility])?.mean, unit: reached.unit)
    }
    return MilestoneTimeline.Mark(
      series: series, early: days[0], median: days[1], late: days[2], text: text(probability, days))
  }

  private func text(_ probability: Double, _ days: [Double?]) -> String {
    guard probability > 0 else { return "not reached" }
    let dates = days.map { $0.map { DateText.month(content.input.run.start.adding(days: Int($0))) } }
    let share = probability < 0.9995 ? " · \(Self.share(probability))" : ""
    guard let median = dates[1] else {
      return (dates[0].map { "from \($0), " } ?? "") + "reached in \(Self.share(probability))"
    }
    if let day = days[1], days[0] == day, days[2] == day {
      return DateText.short(content.input.run.start.adding(days: Int(day))) + share
    }
    if dates[0] == median, dates[2] == median { return median + share }
    return "\(median) (\(dates[0] ?? median) – \(dates[2] ?? "later"))" + share
  }

  /// A probability below one never reads as 100 %, one above zero never as 0 %.
  static func share(_ probability: Double) -> String {
    NumberText.percentage(min(max(probability, 0.001), 0.999), decimals: 0.01...0.99 ~= probability ? 0 : 1)
  }

  /// The whole timeline as a sentence for each facility.
  static func description(_ groups: [MilestoneTimeline.Group]) -> String {
    groups.map { group in
      let rows = group.rows.map { row in "\(row.label) \(row.marks.map(\.text).joined(separator: " or "))" }
      return "\(group.name): \(rows.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
