/// The common ground of all charts: an accessible `svg` element, text, lines and boxes at rounded coordinates.
///
/// Colours are classes, so that the page's style sheet decides them for light, dark and paper. Coordinates have one
/// decimal, so that the same numbers give the same bytes everywhere.
package enum ChartCanvas {
  /// The whole picture. `title` and `description` are what a screen reader says.
  static func picture(
    width: Double, height: Double, title: String, description: String, _ content: [Markup]
  ) -> Markup {
    .tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(at(width)) \(at(height))", "role": "img",
        "class": width < 500 ? "chart half" : "chart",
      ],
      [.tag("title", [:], title), .tag("desc", [:], description)] + content)
  }

  /// One word or line of text. `anchor` is `start`, `middle` or `end`.
  static func text(
    _ text: String, x: Double, y: Double, anchor: String = "start", style: String = "label"
  ) -> Markup {
    .tag("text", ["x": at(x), "y": at(y), "text-anchor": anchor, "class": style], text)
  }

  /// A straight line.
  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) -> Markup {
    .tag("line", ["x1": at(x1), "y1": at(y1), "x2": at(x2), "y2": at(y2), "class": style])
  }

  /// A box; never thinner than nothing.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, style: String) -> Markup {
    .tag(
      "rect",
      [
        "x": at(x), "y": at(y), "width": at(max(0, width)), "height": at(max(0, height)), "class": style,
      ])
  }

  /// A marker whose shape, not only whose colour, depends on the series.
  static func marker(_ series: Int, x: Double, y: Double, size: Double = 4) -> Markup {
    let style = "fill-\(series % seriesColours)"
    switch series % 3 {
    case 0: return .tag("circle", ["cx": at(x), "cy": at(y), "r": at(size), "class": style])
    case 1:
      return polygon(
        [(x, y - size - 1), (x + size + 1, y), (x, y + size + 1), (x - size - 1, y)], style: style)
    default: return box(x - size, y - size, 2 * size, 2 * size, style: style)
    }
  }

  /// A closed, filled shape.
  static func polygon(_ points: [(x: Double, y: Double)], style: String) -> Markup {
    .tag("polygon", ["points": list(points), "class": style])
  }

  /// An open line through points.
  static func polyline(_ points: [(x: Double, y: Double)], style: String) -> Markup {
    .tag("polyline", ["points": list(points), "class": style])
  }

  /// A coordinate: one decimal, none where it is whole.
  package static func at(_ coordinate: Double) -> String {
    guard coordinate.isFinite, abs(coordinate) < 1e9 else { return "0" }
    let tenths = Int((coordinate * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  /// About how wide a text is at the charts' font size.
  static func width(of text: String) -> Double { Double(text.count) * 6.9 }

  /// A text cut to what fits, with an ellipsis.
  static func fitted(_ text: String, width: Double) -> String {
    guard ChartCanvas.width(of: text) > width else { return text }
    return String(text.prefix(max(1, Int(width / 6.9) - 1))) + "…"
  }

  /// How many colours the style sheet has for series.
  static let seriesColours = 8

  private static func list(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(at($0.x)),\(at($0.y))" }.joined(separator: " ")
  }
}
