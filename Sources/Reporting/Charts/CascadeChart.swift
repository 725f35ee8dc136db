/// Level bars, one below the other: what is left after every step, and where the rest went. A bar may start where the
/// bar above ends, so that parts can be seen to add up.
package struct CascadeChart: Hashable, Sendable {
  /// The meaning of a bar, which decides its colour.
  package enum Tone: String, Hashable, Sendable { case whole, kept, lost, open }

  /// One bar.
  package struct Row: Hashable, Sendable {
    /// Its name at the left.
    package var label: String
    /// Where it starts.
    package var start: Double
    /// How long it is.
    package var length: Double
    /// From p10 to p90 over replications of its length.
    package var spread: ClosedRange<Double>?
    /// What stands at its right.
    package var text: String
    /// Its colour's meaning.
    package var tone: Tone

    /// A bar.
    package init(
      label: String, start: Double = 0, length: Double, spread: ClosedRange<Double>? = nil, text: String,
      tone: Tone
    ) {
      self.label = label
      self.start = start
      self.length = length
      self.spread = spread
      self.text = text
      self.tone = tone
    }
  }

  /// What the picture shows.
  package var title: String
  /// The same in a sentence, for those who cannot see it.
  package var description: String
  /// The bars from top to bottom.
  package var rows: [Row]
  /// The width in units of the picture.
  package var width = 760.0

  /// A chart.
  package init(title: String, description: String, rows: [Row], width: Double = 760) {
    self.title = title
    self.description = description
    self.rows = rows
    self.width = width
  }

  /// The picture.
  package var picture: Markup {
    let left = min(width * 0.44, 14 + (rows.map { ChartCanvas.width(of: $0.label) }.max() ?? 0))
    let right = width - min(260, 20 + (rows.map { ChartCanvas.width(of: $0.text) }.max() ?? 0))
    let ends = rows.flatMap { row in [row.start + row.length, row.start + (row.spread?.upperBound ?? 0)] }
    let longest = max(ends.filter(\.isFinite).max() ?? 0, 1e-9)
    func x(_ value: Double) -> Double { left + min(max(0, value / longest), 1) * (right - left) }
    let height = 26.0
    return ChartCanvas.picture(
      width: width, height: Double(rows.count) * height + 8, title: title, description: description,
      [ChartCanvas.line(left, 2, left, Double(rows.count) * height + 4, style: "axis")]
        + rows.enumerated().map { index, row in
          let middle = Double(index) * height + 17
          let whiskerEnd = row.spread.map { x(row.start + $0.upperBound) } ?? 0
          return [
            ChartCanvas.text(
              ChartCanvas.fitted(row.label, width: left - 10), x: left - 8, y: middle + 4, anchor: "end"),
            ChartCanvas.box(
              x(row.start), middle - 9, x(row.start + row.length) - x(row.start), 18,
              style: "bar tone-\(row.tone.rawValue)"),
            row.spread.map {
              Whisker.level(y: middle, from: x(row.start + $0.lowerBound), to: x(row.start + $0.upperBound))
            } ?? .nothing,
            ChartCanvas.text(
              row.text, x: max(x(row.start + row.length), whiskerEnd) + 8, y: middle + 4,
              style: "label number"),
          ]
        })
  }
}
