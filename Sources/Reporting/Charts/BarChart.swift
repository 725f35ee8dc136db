/// Upright bars over years: several beside one another, or stacked into one.
package struct BarChart: Hashable, Sendable {
  /// How the series share a category.
  package enum Arrangement: Hashable, Sendable { case grouped, stacked }

  /// One colour of bars; nil where it has no value.
  package struct Series: Hashable, Sendable {
    /// Its name in the legend.
    package var name: String
    /// One value for each category.
    package var values: [Double?]
    /// From p10 to p90 over replications; drawn for grouped bars only.
    package var spreads: [ClosedRange<Double>?]

    /// A series.
    package init(name: String, values: [Double?], spreads: [ClosedRange<Double>?] = []) {
      self.name = name
      self.values = values
      self.spreads = spreads
    }
  }

  /// What the picture shows.
  package var title: String
  /// The same in a sentence, for those who cannot see it.
  package var description: String
  /// The unit at the top of the value axis.
  package var unit: String
  /// The names along the horizontal axis.
  package var categories: [String]
  /// The series.
  package var series: [Series]
  /// Beside one another or stacked.
  package var arrangement: Arrangement
  /// The width in units of the picture.
  package var width = 760.0

  /// A chart.
  package init(
    title: String, description: String, unit: String, categories: [String], series: [Series],
    arrangement: Arrangement, width: Double = 760
  ) {
    self.title = title
    self.description = description
    self.unit = unit
    self.categories = categories
    self.series = series
    self.arrangement = arrangement
    self.width = width
  }

  /// The picture.
  package var picture: Markup {
    let left = 56.0
    let right = width - 16
    let marks = series.indices.map { index in
      (
        name: series[index].name,
        mark: { (x: Double, y: Double) in ChartCanvas.box(x + 2, y - 6, 12, 12, style: style(index)) }
      )
    }
    let whisker: [(name: String, mark: (Double, Double) -> Markup)] =
      arrangement == .grouped && series.contains { $0.spreads.contains { $0 != nil } }
      ? [("8 of 10 futures", { x, y in Whisker.upright(x: x + 8, from: y + 6, to: y - 6) })] : []
    let legend = ChartAxes.legend(
      (series.count > 1 ? marks : []) + whisker, from: left, to: right, y: 12)
    let top = legend.height + 26
    let bottom = top + (width < 500 ? 170 : 200)
    let scale = LinearScale(covering: extents, from: bottom, to: top)
    let step = (right - left) / Double(max(1, categories.count))
    let centres = categories.indices.map { left + (Double($0) + 0.5) * step }
    return ChartCanvas.picture(
      width: width, height: bottom + 36, title: title, description: description,
      [
        legend.markup,
        ChartCanvas.text(unit, x: left - 6, y: top - 10, style: "tick"),
        ChartAxes.values(scale, from: left, to: right, isPercentage: false),
        ChartAxes.categories(categories, centres: centres, y: bottom + 16),
        .group(
          categories.indices.map { place in
            arrangement == .stacked
              ? stack(place, centre: centres[place], step: step, scale)
              : group(place, centre: centres[place], step: step, scale)
          }),
      ])
  }

  private func style(_ index: Int) -> String { "fill-\(index % ChartCanvas.seriesColours) bar" }

  private var extents: [Double] {
    switch arrangement {
    case .stacked:
      categories.indices.map { place in series.reduce(0) { $0 + max(0, value($1, place) ?? 0) } }
    case .grouped:
      series.flatMap { one in
        one.values.compactMap { $0 } + one.spreads.compactMap { $0?.upperBound }
          + one.spreads.compactMap { $0?.lowerBound }
      }
    }
  }

  private func value(_ series: Series, _ place: Int) -> Double? {
    place < series.values.count ? series.values[place]?.definite : nil
  }

  private func stack(_ place: Int, centre: Double, step: Double, _ scale: LinearScale) -> Markup {
    let wide = min(step * 0.7, 60)
    var height = 0.0
    var parts: [Markup] = []
    for index in series.indices {
      guard let value = value(series[index], place), value > 0 else { continue }
      let y = scale(height + value)
      let tall = scale(height) - y
      parts.append(ChartCanvas.box(centre - wide / 2, y, wide, tall, style: style(index)))
      height += value
    }
    return .group(parts)
  }

  private func group(_ place: Int, centre: Double, step: Double, _ scale: LinearScale) -> Markup {
    let wide = min(step * 0.8 / Double(max(1, series.count)), 40)
    let first = centre - wide * Double(series.count) / 2
    return .group(
      series.indices.map { index in
        guard let value = value(series[index], place) else { return .nothing }
        let x = first + Double(index) * wide
        let ends = [scale(value), scale(0)].sorted()
        let spread = place < series[index].spreads.count ? series[index].spreads[place] : nil
        return [
          ChartCanvas.box(x + 1, ends[0], wide - 2, ends[1] - ends[0], style: style(index)),
          spread.map {
            Whisker.upright(x: x + wide / 2, from: scale($0.lowerBound), to: scale($0.upperBound))
          } ?? .nothing,
        ]
      })
  }
}
