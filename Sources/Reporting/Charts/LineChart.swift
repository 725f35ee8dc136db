/// Lines over years, each with up to two bands: the interval of the mean, and the spread over replications.
package struct LineChart: Hashable, Sendable {
  /// A value at one category.
  package struct Point: Hashable, Sendable {
    /// The value.
    package var value: Double
    /// The interval of the mean.
    package var interval: ClosedRange<Double>?
    /// From p10 to p90 over replications.
    package var spread: ClosedRange<Double>?

    /// A point.
    package init(_ value: Double, interval: ClosedRange<Double>? = nil, spread: ClosedRange<Double>? = nil) {
      self.value = value
      self.interval = interval
      self.spread = spread
    }
  }

  /// One line; nil where it has no value, which leaves a gap.
  package struct Series: Hashable, Sendable {
    /// Its name in the legend.
    package var name: String
    /// One point for each category.
    package var points: [Point?]

    /// A line.
    package init(name: String, points: [Point?]) {
      self.name = name
      self.points = points
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
  /// The lines.
  package var series: [Series]
  /// Whether values are shares of one.
  package var isPercentage = false
  /// What the narrower band is.
  package var intervalName = "interval of the mean"
  /// The colour of the first line, where the same scenario has another than the first elsewhere on the page.
  package var firstColour = 0
  /// Whether each point has a mark of its own; without where there are too many of them.
  package var hasMarkers = true
  /// The width in units of the picture.
  package var width = 760.0

  /// A chart.
  package init(
    title: String, description: String, unit: String, categories: [String], series: [Series],
    isPercentage: Bool = false, width: Double = 760
  ) {
    self.title = title
    self.description = description
    self.unit = unit
    self.categories = categories
    self.series = series
    self.isPercentage = isPercentage
    self.width = width
  }

  /// The picture.
  package var picture: Markup {
    let left = 56.0
    let right = width - 16
    let legend = ChartAxes.legend(legendEntries, from: left, to: right, y: 12)
    let top = legend.height + 26
    let bottom = top + (width < 500 ? 170 : 200)
    let numbers = series.flatMap { $0.points.compactMap { $0 } }.flatMap { point in
      [point.value, point.interval?.upperBound, point.spread?.upperBound, point.spread?.lowerBound].compactMap
      { $0 }
    }
    let scale = LinearScale(covering: numbers, from: bottom, to: top)
    let step = (right - left) / Double(max(1, categories.count))
    let centres = categories.indices.map { left + (Double($0) + 0.5) * step }
    return ChartCanvas.picture(
      width: width, height: bottom + 36, title: title, description: description,
      [
        legend.markup,
        ChartCanvas.text(isPercentage ? "" : unit, x: left - 6, y: top - 10, anchor: "start", style: "tick"),
        ChartAxes.values(scale, from: left, to: right, isPercentage: isPercentage),
        ChartAxes.categories(categories, centres: centres, y: bottom + 16),
        .group(series.indices.map { bands($0, centres, scale) }),
        .group(series.indices.map { line($0, centres, scale) }),
      ])
  }

  private func colour(_ index: Int) -> Int { (index + firstColour) % ChartCanvas.seriesColours }

  private var legendEntries: [(name: String, mark: (Double, Double) -> Markup)] {
    var entries: [(name: String, mark: (Double, Double) -> Markup)] = series.indices.map { index in
      (
        series[index].name,
        { x, y in
          [
            ChartCanvas.line(x, y, x + 16, y, style: "stroke-\(colour(index))"),
            ChartCanvas.marker(index + firstColour, x: x + 8, y: y),
          ]
        }
      )
    }
    let points = series.flatMap { $0.points.compactMap { $0 } }
    if points.contains(where: { $0.interval != nil }) {
      entries.append(
        (intervalName, { x, y in ChartCanvas.box(x, y - 6, 16, 12, style: "interval-\(colour(0))") }))
    }
    if points.contains(where: { $0.spread != nil }) {
      entries.append(
        ("8 of 10 futures", { x, y in ChartCanvas.box(x, y - 6, 16, 12, style: "spread-\(colour(0))") }))
    }
    return entries
  }

  private func bands(_ index: Int, _ centres: [Double], _ scale: LinearScale) -> Markup {
    let colour = self.colour(index)
    return .group(
      runs(series[index].points.map { $0?.spread }).map {
        band($0, centres, scale, style: "spread-\(colour)")
      }
        + runs(series[index].points.map { $0?.interval }).map {
          band($0, centres, scale, style: "interval-\(colour)")
        })
  }

  /// A band over neighbouring categories; over a single one, a bar.
  private func band(
    _ run: [(Int, ClosedRange<Double>)], _ centres: [Double], _ scale: LinearScale, style: String
  ) -> Markup {
    if run.count == 1 {
      let y = scale(run[0].1.upperBound)
      return ChartCanvas.box(centres[run[0].0] - 6, y, 12, scale(run[0].1.lowerBound) - y, style: style)
    }
    let upper = run.map { (x: centres[$0.0], y: scale($0.1.upperBound)) }
    let lower = run.reversed().map { (x: centres[$0.0], y: scale($0.1.lowerBound)) }
    return ChartCanvas.polygon(upper + lower, style: style)
  }

  private func line(_ index: Int, _ centres: [Double], _ scale: LinearScale) -> Markup {
    let colour = self.colour(index)
    let dash = index % 3 == 0 ? "" : " dash-\(index % 3)"
    let pieces = runs(series[index].points.map { $0?.value })
    return .group(
      pieces.filter { $0.count > 1 }.map { run in
        ChartCanvas.polyline(run.map { (x: centres[$0.0], y: scale($0.1)) }, style: "stroke-\(colour)\(dash)")
      }
        + pieces.flatMap { hasMarkers || $0.count == 1 ? $0 : [] }.map {
          ChartCanvas.marker(index + firstColour, x: centres[$0.0], y: scale($0.1), size: 3.2)
        }
    )
  }

  /// Neighbours that have a value, with their places.
  private func runs<Value>(_ values: [Value?]) -> [[(Int, Value)]] {
    var runs: [[(Int, Value)]] = []
    var isOpen = false
    for (place, value) in values.enumerated().prefix(categories.count) {
      guard let value else {
        isOpen = false
        continue
      }
      if isOpen { runs[runs.count - 1].append((place, value)) } else { runs.append([(place, value)]) }
      isOpen = true
    }
    return runs
  }
}
