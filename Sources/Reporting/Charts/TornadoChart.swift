/// Level bars from a middle line, one pair below the other: how far a figure moves when a number goes to the ends of its
/// range, with whiskers for how well that is known. What is assumed is hatched, and said in words.
package struct TornadoChart: Hashable, Sendable {
  /// One end of a range.
  package struct End: Hashable, Sendable {
    /// The bound, as written.
    package var name: String
    /// How far the figure moves.
    package var length: Double
    /// The interval of that.
    package var interval: ClosedRange<Double>?

    /// An end.
    package init(name: String, length: Double, interval: ClosedRange<Double>? = nil) {
      self.name = name
      self.length = length
      self.interval = interval
    }
  }

  /// One number.
  package struct Row: Hashable, Sendable {
    /// What it is called.
    package var label: String
    /// What stands below it: the value, and what it rests on.
    package var remark: String
    /// Whether it is assumed.
    package var isAssumed: Bool
    /// The smaller bound; nil where it could not be tried.
    package var low: End?
    /// The greater bound; nil where it could not be tried.
    package var high: End?

    /// A number.
    package init(label: String, remark: String, isAssumed: Bool, low: End?, high: End?) {
      self.label = label
      self.remark = remark
      self.isAssumed = isAssumed
      self.low = low
      self.high = high
    }
  }

  /// What the picture shows.
  package var title: String
  /// The same in a sentence, for those who cannot see it.
  package var description: String
  /// The unit below the axis.
  package var unit: String
  /// The numbers from top to bottom.
  package var rows: [Row]
  /// What tells this picture's hatching from that of others on a page.
  package var identifier: String
  /// The width in units of the picture.
  package var width = 760.0

  /// A chart.
  package init(title: String, description: String, unit: String, rows: [Row], identifier: String) {
    self.title = title
    self.description = description
    self.unit = unit
    self.rows = rows
    self.identifier = identifier
  }

  /// The picture.
  package var picture: Markup {
    let widest = rows.flatMap { [$0.label, $0.remark] }.map { ChartCanvas.width(of: $0) }.max() ?? 0
    let left = min(width * 0.42, 24 + widest)
    let room = min(
      90,
      14
        + (rows.flatMap { [$0.low?.name, $0.high?.name] }.compactMap { $0.map(ChartCanvas.width) }.max() ?? 0)
    )
    let scale = LinearScale(covering: extents, from: left + room, to: width - room)
    let top = 48.0
    let height = 38.0
    let bottom = top + Double(rows.count) * height
    return ChartCanvas.picture(
      width: width, height: bottom + 40, title: title, description: description,
      [hatching, legend(from: left), grid(scale, top: top - 8, bottom: bottom)]
        + rows.enumerated().map { index, row in
          self.row(row, top: top + Double(index) * height, left: left, scale)
        } + [
          ChartCanvas.line(scale(0), top - 8, scale(0), bottom, style: "axis"),
          ChartCanvas.text(unit, x: scale(0), y: bottom + 34, anchor: "middle", style: "tick"),
        ])
  }

  private var extents: [Double] {
    rows.flatMap { [$0.low, $0.high] }.compactMap(\.self).flatMap { end in
      [end.length] + (end.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
  }

  private func row(_ row: Row, top: Double, left: Double, _ scale: LinearScale) -> Markup {
    [
      ChartCanvas.text(
        ChartCanvas.fitted(row.label, width: left - 10), x: left - 8, y: top + 13, anchor: "end"),
      ChartCanvas.text(
        ChartCanvas.fitted(row.remark, width: left - 10), x: left - 8, y: top + 27, anchor: "end",
        style: "tick"),
      row.low.map { bar($0, y: top + 3, style: "fill-1", isHatched: row.isAssumed, scale) } ?? .nothing,
      row.high.map { bar($0, y: top + 16, style: "fill-0", isHatched: row.isAssumed, scale) } ?? .nothing,
    ]
  }

  /// A bar with its whisker, and the bound at its end.
  private func bar(
    _ end: End, y: Double, style: String, isHatched: Bool, _ scale: LinearScale
  ) -> Markup {
    let ends = [scale(0), scale(end.length)].sorted()
    let reach = ([end.length] + (end.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])).map { scale($0) }
    let isLeft = end.length < 0
    let x = isLeft ? (reach.min() ?? 0) - 5 : (reach.max() ?? 0) + 5
    return [
      ChartCanvas.box(ends[0], y, ends[1] - ends[0], 12, style: "\(style) bar"),
      isHatched
        ? .tag(
          "rect",
          [
            "x": ChartCanvas.at(ends[0]), "y": ChartCanvas.at(y), "width": ChartCanvas.at(ends[1] - ends[0]),
            "height": "12", "fill": "url(#\(identifier)-hatch)",
          ]) : .nothing,
      end.interval.map { Whisker.level(y: y + 6, from: scale($0.lowerBound), to: scale($0.upperBound)) }
        ?? .nothing,
      ChartCanvas.text(end.name, x: x, y: y + 10, anchor: isLeft ? "end" : "start", style: "tick"),
    ]
  }

  private func grid(_ scale: LinearScale, top: Double, bottom: Double) -> Markup {
    .group(
      scale.ticks.map { tick in
        [
          ChartCanvas.line(scale(tick), top, scale(tick), bottom, style: "grid"),
          ChartCanvas.text(
            NumberText.signed(tick, decimals: scale.decimals), x: scale(tick), y: bottom + 16,
            anchor: "middle",
            style: "tick"),
        ]
      })
  }

  private func legend(from left: Double) -> Markup {
    let box = { (style: String) in
      { (x: Double, y: Double) in ChartCanvas.box(x, y - 6, 14, 12, style: style) }
    }
    return ChartAxes.legend(
      [
        ("at the smaller value", box("fill-1 bar")), ("at the greater value", box("fill-0 bar")),
        (
          "assumed",
          { x, y in
            [
              ChartCanvas.box(x, y - 6, 14, 12, style: "tone-whole bar"),
              .tag(
                "rect",
                [
                  "x": ChartCanvas.at(x), "y": ChartCanvas.at(y - 6), "width": "14", "height": "12",
                  "fill": "url(#\(identifier)-hatch)",
                ]),
            ]
          }
        ), ("interval of the difference", { x, y in Whisker.level(y: y, from: x, to: x + 16) }),
      ], from: 8, to: width - 8, y: 14
    ).markup
  }

  /// Slanted lines in the colour of the page, laid over the bars of what is assumed.
  private var hatching: Markup {
    .tag(
      "defs", [:],
      [
        .tag(
          "pattern",
          ["id": "\(identifier)-hatch", "patternUnits": "userSpaceOnUse", "width": "6", "height": "6"],
          [.tag("path", ["d": "M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5", "class": "hatch"])])
      ])
  }
}
