/// Axes, grid lines and legends that charts with a value axis share.
enum ChartAxes {
  /// Horizontal grid lines with their numbers at the left.
  static func values(_ scale: LinearScale, from left: Double, to right: Double, isPercentage: Bool) -> Markup
  {
    .group(
      scale.ticks.map { tick in
        let y = scale(tick)
        let text =
          isPercentage
          ? NumberText.fixed(tick * 100, decimals: 0) + " %"
          : NumberText.fixed(tick, decimals: scale.decimals)
        return [
          ChartCanvas.line(left, y, right, y, style: tick == 0 ? "axis" : "grid"),
          ChartCanvas.text(text, x: left - 6, y: y + 4, anchor: "end", style: "tick"),
        ]
      })
  }

  /// Names below the plot, such as years; a second word in brackets goes on a second line. Where they would touch,
  /// only every second or third is written. Places without a name take no room.
  static func categories(_ names: [String], centres: [Double], y: Double) -> Markup {
    let (names, centres) = (
      names.filter { !$0.isEmpty }, zip(names, centres).filter { !$0.0.isEmpty }.map(\.1)
    )
    let room = centres.count > 1 ? centres[1] - centres[0] : 1000
    let widest = names.map { ChartCanvas.width(of: lines($0)[0]) }.max() ?? 0
    let every = max(1, Int((widest + 6) / max(room, 1) + 0.999))
    return .group(
      zip(names, centres).enumerated().map { index, entry in
        guard index.isMultiple(of: every) else { return .nothing }
        return .group(
          lines(entry.0).enumerated().map { line, text in
            ChartCanvas.text(text, x: entry.1, y: y + 13 * Double(line), anchor: "middle", style: "tick")
          })
      })
  }

  /// One row of a legend, or several; returns how much height it took.
  static func legend(
    _ entries: [(name: String, mark: (Double, Double) -> Markup)], from left: Double, to right: Double,
    y: Double
  ) -> (markup: Markup, height: Double) {
    var parts: [Markup] = []
    var x = left
    var row = y
    for entry in entries {
      let text = ChartCanvas.fitted(entry.name, width: right - left - 24)
      let width = ChartCanvas.width(of: text) + 42
      if x > left, x + width > right {
        x = left
        row += 18
      }
      parts.append(entry.mark(x, row))
      parts.append(ChartCanvas.text(text, x: x + 22, y: row + 4))
      x += width
    }
    return (.group(parts), entries.isEmpty ? 0 : row - y + 18)
  }

  private static func lines(_ name: String) -> [String] {
    guard let bracket = name.range(of: " (") else { return [name] }
    return [String(name[..<bracket.lowerBound]), String(name[bracket.lowerBound...].dropFirst())]
  }
}

extension String {
  /// The first place of a text in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    guard !text.isEmpty else { return nil }
    return indices.lazy.map { $0..<endIndex }.first { self[$0].hasPrefix(text) }
      .map { $0.lowerBound..<index($0.lowerBound, offsetBy: text.count) }
  }
}
