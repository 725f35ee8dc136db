import Quantities

/// When each facility reaches each milestone: a marker at the median and a whisker from p10 to p90, on one axis of
/// years, one facility below the other. An arrow says that the later end is not reached before the horizon.
package struct MilestoneTimeline: Hashable, Sendable {
  /// When one scenario reaches one milestone, in days after the start; nil where it lies beyond the horizon.
  package struct Mark: Hashable, Sendable {
    /// Which scenario, from 0; decides colour and shape.
    package var series: Int
    /// One replication in ten is there by then.
    package var early: Double?
    /// Half of the replications are there by then.
    package var median: Double?
    /// Nine replications in ten are there by then.
    package var late: Double?
    /// What stands at the right.
    package var text: String

    /// A mark.
    package init(series: Int = 0, early: Double?, median: Double?, late: Double?, text: String) {
      self.series = series
      self.early = early
      self.median = median
      self.late = late
      self.text = text
    }
  }

  /// One milestone, with one mark for each scenario.
  package struct Row: Hashable, Sendable {
    /// Its name at the left.
    package var label: String
    /// Its marks.
    package var marks: [Mark]

    /// A milestone.
    package init(label: String, marks: [Mark]) {
      self.label = label
      self.marks = marks
    }
  }

  /// One facility.
  package struct Group: Hashable, Sendable {
    /// Its name above its milestones.
    package var name: String
    /// Its milestones.
    package var rows: [Row]

    /// A facility.
    package init(name: String, rows: [Row]) {
      self.name = name
      self.rows = rows
    }

    /// Whether every milestone is reached on the first day or never, so that a picture says nothing.
    package var isPlain: Bool {
      rows.allSatisfy { row in
        row.marks.allSatisfy { mark in
          [mark.early, mark.median, mark.late].allSatisfy { ($0 ?? 0) < 1 }
        }
      }
    }
  }

  /// What the picture shows.
  package var title: String
  /// The same in a sentence, for those who cannot see it.
  package var description: String
  /// The first day of the axis.
  package var start: CivilDate
  /// The last day of the axis.
  package var horizon: CivilDate
  /// The facilities.
  package var groups: [Group]
  /// The names of the scenarios; a legend is drawn when there are several.
  package var seriesNames: [String]
  /// The width in units of the picture.
  package var width = 960.0

  /// A chart.
  package init(
    title: String, description: String, start: CivilDate, horizon: CivilDate, groups: [Group],
    seriesNames: [String] = []
  ) {
    self.title = title
    self.description = description
    self.start = start
    self.horizon = horizon
    self.groups = groups
    self.seriesNames = seriesNames
  }

  /// The picture.
  package var picture: Markup {
    TimeRows(
      width: width, heading: 20, days: Double(horizon.days(since: start)), legend: legendEntries,
      groups: groups.map { group in
        let rows = group.rows.map { row in
          TimeRows.Row(
            label: row.label, texts: row.marks.map(\.text),
            height: max(20, 15 * Double(row.marks.count) + 5)
          ) { frame, y in draw(row, frame, y) }
        }
        return (group.name, rows)
      }, axis: years
    ).picture(title: title, description: description)
  }

  private var legendEntries: [(name: String, mark: (Double, Double) -> Markup)] {
    let half: (name: String, mark: (Double, Double) -> Markup) = (
      "8 of 10 futures, with the median",
      { x, y in
        [ChartCanvas.line(x, y, x + 16, y, style: "span-0"), ChartCanvas.marker(0, x: x + 8, y: y)]
      }
    )
    guard seriesNames.count > 1 else { return [half] }
    return seriesNames.enumerated().map { index, name in
      (
        name,
        { x, y in
          [
            ChartCanvas.line(x, y, x + 16, y, style: "span-\(index % ChartCanvas.seriesColours)"),
            ChartCanvas.marker(index, x: x + 8, y: y),
          ]
        }
      )
    }
  }

  private func draw(_ row: Row, _ frame: TimeRows.Frame, _ y: Double) -> Markup {
    var parts = [ChartCanvas.text(row.label, x: frame.left - 10, y: y + 14, anchor: "end")]
    for (index, mark) in row.marks.enumerated() {
      let middle = y + 10 + 15 * Double(index)
      parts.append(draw(mark, frame, middle))
      parts.append(ChartCanvas.text(mark.text, x: frame.right + 12, y: middle + 4, style: "label number"))
    }
    return .tag("g", [:], parts)
  }

  private func draw(_ mark: Mark, _ frame: TimeRows.Frame, _ y: Double) -> Markup {
    let colour = mark.series % ChartCanvas.seriesColours
    var parts: [Markup] = []
    if let early = mark.early ?? mark.median {
      let end = mark.late.map(frame.x) ?? frame.right
      parts.append(ChartCanvas.line(frame.x(early), y, end, y, style: "span-\(colour)"))
      if mark.late == nil { parts.append(frame.arrow(y, style: "fill-\(colour)")) }
    }
    if let median = mark.median { parts.append(ChartCanvas.marker(mark.series, x: frame.x(median), y: y)) }
    return .group(parts)
  }

  private func years(_ frame: TimeRows.Frame, _ top: Double, _ bottom: Double) -> Markup {
    var parts: [Markup] = []
    var lastLabel = -Double.infinity
    for year in start.year...max(start.year, horizon.year) {
      guard let day = CivilDate(year: year, month: 1, day: 1), day >= start, day <= horizon else { continue }
      let x = frame.x(Double(day.days(since: start)))
      guard x - lastLabel > 34 else { continue }
      lastLabel = x
      parts.append(ChartCanvas.line(x, top - 6, x, bottom, style: "grid"))
      parts.append(ChartCanvas.text("\(year)", x: x, y: top - 10, anchor: "middle", style: "tick"))
    }
    return .group(parts)
  }
}
