import PipelineModel

/// The picture of a route: lanes for patient, production, quality control and release, time downwards; branches between
/// bars, ways back when something fails at the right, limits at the left.
///
/// It is cut into sheets between rows, so that each fits on a printed page. Pure: the same route gives the same bytes.
public struct RouteDiagram {
  private let name: String
  private let outline: RouteOutline
  private let layout: RouteLayout

  /// The diagram of a route with the name of what it makes.
  public init(of name: String, route: [RoutePart]) {
    self.name = name
    outline = RouteOutline(route)
    layout = RouteLayout(RouteGraph(outline))
  }

  /// The highest that a sheet may be, in units of the picture, to fit on a page of A4.
  static let sheet = 1240.0

  /// The sheets from top to bottom, as written SVG.
  public var pictures: [String] { sheets.map(\.written) }

  /// The sheets from top to bottom.
  var sheets: [Markup] {
    guard !layout.placed.isEmpty else { return [] }
    let marks = RouteMarks(layout: layout).marks
    var cuts = [0.0]
    for item in layout.placed.dropFirst() {
      let top = item.y - RouteLayout.gap / 2
      let words = item.remarks.reduce(0) { $0 + $1.size + 3 }
      if max(item.bottom, item.middle + words / 2) + RouteLayout.gap - (cuts.last ?? 0) > Self.sheet
        - RouteLayout.head
      {
        cuts.append(top - (item.lines.first?.style == "note" ? 12 : 0))
      }
    }
    let ends = cuts.dropFirst() + [layout.height]
    return zip(cuts, ends).enumerated().map { index, cut in
      sheet(from: cut.0, to: cut.1, number: index + 1, of: cuts.count, marks)
    }
  }

  private func sheet(
    from top: Double, to bottom: Double, number: Int, of count: Int, _ marks: [RouteMarks.Mark]
  ) -> Markup {
    let shown = marks.filter { $0.top < bottom && $0.bottom > top }.map(\.markup)
    // From the second sheet on the headings of the lanes need room of their own.
    let head = number == 1 ? 0 : RouteLayout.head
    let size = "\(ChartCanvas.at(RouteLayout.width)) \(ChartCanvas.at(bottom - top + head))"
    let title = "Route of \(name)" + (count > 1 ? ", sheet \(number) of \(count)" : "")
    return .tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 \(ChartCanvas.at(top - head)) \(size)",
        "role": "img",
        "class": "chart route",
      ],
      [.tag("title", [:], title), .tag("desc", [:], description), lanes(from: top, to: bottom, head: head)]
        + shown + [headings(at: top - head, isFirst: number == 1)])
  }

  /// What a screen reader says: the entries in order.
  private var description: String {
    let names = layout.graph.nodes.compactMap { node in node.kind == .bar ? nil : node.entry?.name }
    return "From top to bottom: \(names.joined(separator: ", ")). The table below says the same in words."
  }

  private func lanes(from top: Double, to bottom: Double, head: Double) -> Markup {
    .group(
      layout.lanes.enumerated().map { index, lane in
        ChartCanvas.box(
          layout.edge(lane.rawValue), top - head, layout.laneWidth, bottom - top + head,
          style: index.isMultiple(of: 2) ? "lane" : "lane even")
      })
  }

  private func headings(at top: Double, isFirst: Bool) -> Markup {
    let back = ChartCanvas.box(0, top, RouteLayout.width, RouteLayout.head - 4, style: "band")
    let words = layout.lanes.map { lane in
      ChartCanvas.text(
        heading(lane), x: layout.edge(lane.rawValue) + layout.laneWidth / 2, y: top + 18, anchor: "middle",
        style: "heading")
    }
    let right = ChartCanvas.text(
      "Limits and failures", x: layout.words + 4, y: top + 18, style: "heading")
    return .group([back] + words + [right])
  }

  private func heading(_ lane: RouteEntry.Lane) -> String {
    switch lane {
    case .patient: outline.hasInfusion ? "Patient and ward" : "Donor, start"
    case .production: "Production"
    case .quality: "Quality control"
    case .release: "Record and release"
    }
  }
}
