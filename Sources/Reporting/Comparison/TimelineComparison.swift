import Quantities

/// The facilities' milestones of all scenarios on one axis: for each milestone one line a scenario, one above the other.
struct TimelineComparison {
  let rows: ComparisonRows
  let titles: [String]

  var section: ReportSection? {
    guard let base = rows.contents.first else { return nil }
    let sections = rows.contents.map { MilestoneSection(content: $0) }
    var seen: Set<String> = []
    let facilities = rows.contents.flatMap(\.facilities).filter { seen.insert($0).inserted }
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
        .figure(
          "", chart.picture,
          remark:
            "A marker is the median date, a line covers 8 of 10 simulated futures, an arrow runs beyond the end of "
            + "the simulation. A percentage is the share of futures in which the milestone is reached at all."
        )
      ])
  }
}
