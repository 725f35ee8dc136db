import Quantities

/// Who does what in the coming weeks: one line for each step, a tick at the planned date, a bar over the dates between
/// which eight of ten simulated futures begin it. An arrow says that the later end lies beyond the picture, or is never.
///
/// Each bar has a title that begins with 'simulated', so that nobody takes it for a plan that was made.
package struct GanttChart: Hashable, Sendable {
  /// One step, in days after the start.
  package struct Bar: Hashable, Sendable {
    /// What is said of it where the pointer rests, and to a screen reader.
    package var title: String
    /// The planned day; nil where nothing is planned.
    package var planned: Int?
    /// The first of eight in ten; nil where fewer than one in ten begin.
    package var early: Int?
    /// The last; nil beyond the end.
    package var late: Int?
    /// The share of plans that is kept to the day; nil where nothing is planned.
    package var kept: Double?

    /// A bar.
    package init(title: String, planned: Int?, early: Int?, late: Int?, kept: Double?) {
      self.title = title
      self.planned = planned
      self.early = early
      self.late = late
      self.kept = kept
    }
  }

  /// One line of the picture.
  package struct Line: Hashable, Sendable {
    /// The step, or the slot.
    package var label: String
    /// What stands at the right.
    package var text: String
    /// Its bars.
    package var bars: [Bar]

    /// A line.
    package init(label: String, text: String, bars: [Bar]) {
      self.label = label
      self.text = text
      self.bars = bars
    }
  }

  /// The lines of one person or product.
  package struct Group: Hashable, Sendable {
    /// Its heading.
    package var name: String
    /// Its lines.
    package var lines: [Line]

    /// A group.
    package init(name: String, lines: [Line]) {
      self.name = name
      self.lines = lines
    }
  }

  /// What the picture shows.
  package var title: String
  /// The same in a sentence.
  package var description: String
  /// The first day.
  package var start: CivilDate
  /// How many days it shows.
  package var days: Int
  /// Who is in it.
  package var groups: [Group]

  /// A chart.
  package init(title: String, description: String, start: CivilDate, days: Int, groups: [Group]) {
    self.title = title
    self.description = description
    self.start = start
    self.days = days
    self.groups = groups
  }

  private static let width = 960.0
  private static let lineHeight = 18.0

  /// The picture.
  package var picture: Markup {
    let lines = groups.flatMap(\.lines)
    let left = min(250, 22 + (lines.map { ChartCanvas.width(of: $0.label) }.max() ?? 0))
    let right =
      Self.width - min(Self.width * 0.3, 20 + (lines.map { ChartCanvas.width(of: $0.text) }.max() ?? 0))
    let legend = ChartAxes.legend(Self.legendEntries, from: 4, to: Self.width, y: 12)
    let top = legend.height + 26
    var y = top
    var parts: [Markup] = []
    for group in groups {
      y += 18
      parts.append(ChartCanvas.text(group.name, x: 0, y: y, style: "label strong"))
      y += 5
      for line in group.lines {
        parts.append(self.line(line, y: y, left: left, right: right))
        y += Self.lineHeight
      }
      y += 5
    }
    let axis = weeks(left: left, right: right, top: top, bottom: y)
    return ChartCanvas.picture(
      width: Self.width, height: y + 4, title: title, description: description, [legend.markup, axis] + parts)
  }

  private static var legendEntries: [(name: String, mark: (Double, Double) -> Markup)] {
    [
      ("planned", { x, y in plan(x + 8, y) }),
      ("8 of 10 futures begin; the day is kept in 9 of 10 or more", { x, y in bar(x, x + 16, y, kept: 1) }),
      ("in 5 of 10 or more", { x, y in bar(x, x + 16, y, kept: 0.6) }),
      ("in fewer", { x, y in bar(x, x + 16, y, kept: 0) }),
      ("nothing planned", { x, y in bar(x, x + 16, y, kept: nil) }),
    ]
  }

  /// How a bar looks: its colour, and for who cannot see colours its height.
  private static func bar(_ from: Double, _ to: Double, _ y: Double, kept: Double?) -> Markup {
    let (style, half): (String, Double) =
      switch kept {
      case nil: ("bar tone-open", 5)
      case let share? where share >= 0.9: ("bar tone-kept", 6)
      case let share? where share >= 0.5: ("bar fill-4", 4.5)
      default: ("bar tone-lost", 3)
      }
    return ChartCanvas.box(from, y - half, max(3, to - from), 2 * half, style: style)
  }

  private static func plan(_ x: Double, _ y: Double) -> Markup {
    ChartCanvas.line(x, y - 8, x, y + 8, style: "whisker")
  }

  private func x(_ day: Double, _ left: Double, _ right: Double) -> Double {
    left + min(max(day / Double(max(1, days)), 0), 1) * (right - left)
  }

  private func line(_ line: Line, y: Double, left: Double, right: Double) -> Markup {
    let middle = y + Self.lineHeight / 2
    let bars = line.bars.map { bar -> Markup in
      var parts: [Markup] = [.tag("title", [:], bar.title)]
      if let early = bar.early, early < days {
        let end = bar.late.map { x(Double($0) + 1, left, right) } ?? right
        parts.append(Self.bar(x(Double(early), left, right), end, middle, kept: bar.kept))
        if bar.late.map({ $0 >= days }) ?? true {
          parts.append(
            ChartCanvas.polygon(
              [(right - 2, middle - 4), (right + 5, middle), (right - 2, middle + 4)],
              style: "on-strong whisker"))
        }
      }
      if let planned = bar.planned, planned < days {
        parts.append(Self.plan(x(Double(planned) + 0.5, left, right), middle))
      }
      return .tag("g", [:], parts)
    }
    return .tag(
      "g", [:],
      [
        ChartCanvas.text(
          ChartCanvas.fitted(line.label, width: left - 12), x: left - 10, y: middle + 4, anchor: "end"),
        ChartCanvas.text(line.text, x: right + 12, y: middle + 4, style: "label number"),
      ] + bars)
  }

  /// A rule at each Monday, with its date where there is room.
  private func weeks(left: Double, right: Double, top: Double, bottom: Double) -> Markup {
    var parts: [Markup] = []
    var lastLabel = -Double.infinity
    for day in 0...max(0, days) {
      let date = start.adding(days: day)
      guard date.weekday == .mon else { continue }
      let at = x(Double(day), left, right)
      parts.append(ChartCanvas.line(at, top - 6, at, bottom, style: "grid"))
      guard at - lastLabel > 62, at < right - 10 else { continue }
      lastLabel = at
      let text = DateText.short(date).split(separator: " ").prefix(2).joined(separator: " ")
      parts.append(ChartCanvas.text(text, x: at, y: top - 10, anchor: "middle", style: "tick"))
    }
    return .group(parts)
  }
}
