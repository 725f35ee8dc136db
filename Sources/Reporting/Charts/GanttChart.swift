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

  private static let lineHeight = 18.0

  /// The picture.
  package var picture: Markup {
    TimeRows(
      labels: 250, words: 0.3, days: Double(days), legend: Self.legendEntries,
      groups: groups.map { group in
        let rows = group.lines.map { line in
          TimeRows.Row(label: line.label, texts: [line.text], height: Self.lineHeight) { frame, y in
            draw(line, frame, y)
          }
        }
        return (group.name, rows)
      }, axis: weeks
    ).picture(title: title, description: description)
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

  private func draw(_ line: Line, _ frame: TimeRows.Frame, _ y: Double) -> Markup {
    let middle = y + Self.lineHeight / 2
    let bars = line.bars.map { bar -> Markup in
      var parts: [Markup] = [.tag("title", [:], bar.title)]
      if let early = bar.early, early < days {
        let end = bar.late.map { frame.x(Double($0) + 1) } ?? frame.right
        parts.append(Self.bar(frame.x(Double(early)), end, middle, kept: bar.kept))
        if bar.late.map({ $0 >= days }) ?? true {
          parts.append(frame.arrow(middle, style: "on-strong whisker"))
        }
      }
      if let planned = bar.planned, planned < days {
        parts.append(Self.plan(frame.x(Double(planned) + 0.5), middle))
      }
      return .tag("g", [:], parts)
    }
    return .tag(
      "g", [:],
      [
        ChartCanvas.text(
          ChartCanvas.fitted(line.label, width: frame.left - 12), x: frame.left - 10, y: middle + 4,
          anchor: "end"),
        ChartCanvas.text(line.text, x: frame.right + 12, y: middle + 4, style: "label number"),
      ] + bars)
  }

  /// A rule at each Monday, with its date where there is room.
  private func weeks(_ frame: TimeRows.Frame, _ top: Double, _ bottom: Double) -> Markup {
    var parts: [Markup] = []
    var lastLabel = -Double.infinity
    for day in 0...max(0, days) {
      let date = start.adding(days: day)
      guard date.weekday == .mon else { continue }
      let at = frame.x(Double(day))
      parts.append(ChartCanvas.line(at, top - 6, at, bottom, style: "grid"))
      guard at - lastLabel > 62, at < frame.right - 10 else { continue }
      lastLabel = at
      let text = DateText.short(date).split(separator: " ").prefix(2).joined(separator: " ")
      parts.append(ChartCanvas.text(text, x: at, y: top - 10, anchor: "middle", style: "tick"))
    }
    return .group(parts)
  }
}
