/// A table of shares between 0 and 1 whose cells are coloured by value; every cell also says its number.
package struct HeatMap: Hashable, Sendable {
  /// A line of cells; nil where there is no value.
  package struct Row: Hashable, Sendable {
    /// Its name at the left.
    package var label: String
    /// One share for each column.
    package var values: [Double?]

    /// A line.
    package init(label: String, values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  /// What the picture shows.
  package var title: String
  /// The same in a sentence, for those who cannot see it.
  package var description: String
  /// The names above the columns.
  package var columns: [String]
  /// The lines.
  package var rows: [Row]
  /// The width in units of the picture.
  package var width = 760.0

  /// A chart.
  package init(title: String, description: String, columns: [String], rows: [Row], width: Double = 760) {
    self.title = title
    self.description = description
    self.columns = columns
    self.rows = rows
    self.width = width
  }

  /// The picture.
  package var picture: Markup {
    let left = min(width * 0.3, 14 + (rows.map { ChartCanvas.width(of: $0.label) }.max() ?? 0))
    let wide = min((width - left) / Double(max(1, columns.count)), 90)
    let tall = 24.0
    let top = 36.0
    let centres = columns.indices.map { left + (Double($0) + 0.5) * wide }
    return ChartCanvas.picture(
      width: width, height: top + Double(rows.count) * tall + 4, title: title, description: description,
      [ChartAxes.categories(columns, centres: centres, y: 14)]
        + rows.enumerated().map { index, row in
          let y = top + Double(index) * tall
          return .group(
            [
              ChartCanvas.text(
                ChartCanvas.fitted(row.label, width: left - 10), x: left - 8, y: y + 16, anchor: "end")
            ]
              + columns.indices.map { place in
                cell(
                  place < row.values.count ? row.values[place] : nil, x: left + Double(place) * wide, y, wide,
                  tall)
              })
        })
  }

  private func cell(_ value: Double?, x: Double, _ y: Double, _ wide: Double, _ tall: Double) -> Markup {
    guard let value = value?.definite else {
      return ChartCanvas.text("–", x: x + wide / 2, y: y + 16, anchor: "middle", style: "tick")
    }
    let step = HeatMap.step(of: value)
    return [
      ChartCanvas.box(x + 1, y + 1, wide - 2, tall - 2, style: "heat-\(step)"),
      ChartCanvas.text(
        HeatMap.text(of: value), x: x + wide / 2, y: y + 16, anchor: "middle",
        style: step >= 6 ? "on-strong" : "on-weak"),
    ]
  }

  /// A share as its cell says it: what is used a little never reads as unused, what is not full never as full.
  package static func text(of share: Double) -> String {
    if share > 0, share < 0.005 { return "<1 %" }
    return share < 1 && share >= 0.995 ? ">99 %" : NumberText.percentage(share, decimals: 0)
  }

  /// The colour step of a share, 0 to 9.
  package static func step(of share: Double) -> Int {
    guard share.isFinite else { return 0 }
    return min(9, max(0, Int((min(max(share, 0), 1) * 10).rounded(.down))))
  }
}
