import Quantities

/// The milestones of all scenarios on one axis, of the facilities at which they differ: for each milestone one line a
/// scenario, one above the other.
struct TimelineComparison {
  let rows: ComparisonRows
  let titles: [String]

  var section: ReportSection? {
    guard let base = rows.contents.first else { return nil }
    let sections = rows.contents.map { MilestoneSection(content: $0) }
    let milestones = MilestoneComparison(rows: rows)
    let facilities = milestones.differing
    let same = milestones.unchanged.map { base.name($0) }
    let groups = facilities.compactMap { facility -> MilestoneTimeline.Group? in
      let lines = MilestoneSection.order(for: facility, in: rows.contents).compactMap {
        measure, words -> MilestoneTimeline.Row? in
        let marks = sections.enumerated().compactMap { place, section in
          section.mark(measure, facility: facility, series: place)
        }
        return marks.isEmpty ? nil : .init(label: words, marks: marks)
      }
      return lines.isEmpty ? nil : .init(name: base.name(facility), rows: lines)
    }
    guard !groups.isEmpty else { return nil }
    let runs = rows.contents.map(\.input.run)
    let chart = MilestoneTimeline(
      title: "When each facility reaches its milestones, by scenario",
      description: MilestoneSection.description(groups),
      start: runs.map(\.start).min() ?? base.input.run.start,
      horizon: runs.map(\.horizon).max() ?? base.input.run.horizon, groups: groups, seriesNames: titles)
    return ReportSection(
      "milestones", "Facilities: from opening to the fiftieth patient",
      [
        .figure("", chart.picture, remark: MilestoneSection.remark),
        same.isEmpty
          ? .nothing
          : .paragraph(
            "Milestones are the same in all scenarios at: \(same.joined(separator: "; ")).", style: "remark"),
      ])
  }
}
