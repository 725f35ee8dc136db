/// A line with a short bar at each end: from p10 to p90.
enum Whisker {
  /// An upright one.
  static func upright(x: Double, from: Double, to: Double) -> Markup {
    [
      ChartCanvas.line(x, from, x, to, style: "whisker"),
      ChartCanvas.line(x - 3, from, x + 3, from, style: "whisker"),
      ChartCanvas.line(x - 3, to, x + 3, to, style: "whisker"),
    ]
  }

  /// A level one.
  static func level(y: Double, from: Double, to: Double) -> Markup {
    [
      ChartCanvas.line(from, y, to, y, style: "whisker"),
      ChartCanvas.line(from, y - 3, from, y + 3, style: "whisker"),
      ChartCanvas.line(to, y - 3, to, y + 3, style: "whisker"),
    ]
  }
}
