/// Rows under headings beside one axis of days: a label at the left of each, words at the right, marks between.
struct TimeRows {
  /// The part of the picture in which days lie.
  struct Frame {
    var left: Double
    var right: Double
    /// How many days it shows.
    var days: Double

    /// Where a day lies; days outside lie at the ends.
    func x(_ day: Double) -> Double { left + min(max(day / max(1, days), 0), 1) * (right - left) }

    /// Says that something goes on beyond the last day.
    func arrow(_ y: Double, style: String) -> Markup {
      ChartCanvas.polygon([(right - 2, y - 4), (right + 5, y), (right - 2, y + 4)], style: style)
    }
  }

  /// One row: its height, and how it is drawn from its upper edge on.
  struct Row {
    var label: String
    var texts: [String]
    var height: Double
    var draw: (_ frame: Frame, _ y: Double) -> Markup
  }

  var width = 960.0
  /// The most room for labels, and the largest share of the width for words.
  var labels = 190.0
  var words = 0.36
  /// Room above the line on which a heading stands.
  var heading = 18.0
  var days: Double
  var legend: [(name: String, mark: (Double, Double) -> Markup)]
  var groups: [(name: String, rows: [Row])]
  /// Draws the axis between two heights.
  var axis: (_ frame: Frame, _ top: Double, _ bottom: Double) -> Markup

  /// The picture.
  func picture(title: String, description: String) -> Markup {
    let rows = groups.flatMap(\.rows)
    let frame = Frame(
      left: min(labels, 22 + (rows.map { ChartCanvas.width(of: $0.label) }.max() ?? 0)),
      right: width - min(width * words, 16 + (rows.flatMap(\.texts).map(ChartCanvas.width).max() ?? 0)),
      days: days)
    let legend = ChartAxes.legend(self.legend, from: 4, to: width, y: 12)
    let top = legend.height + 26
    var y = top
    var parts: [Markup] = []
    for group in groups {
      y += heading
      parts.append(ChartCanvas.text(group.name, x: 0, y: y, style: "label strong"))
      y += 6
      for row in group.rows {
        parts.append(row.draw(frame, y))
        y += row.height
      }
      y += 6
    }
    return ChartCanvas.picture(
      width: width, height: y + 4, title: title, description: description,
      [legend.markup, axis(frame, top, y)] + parts)
  }
}
