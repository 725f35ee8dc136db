/// Everything that is drawn of a laid-out route, each thing with the height at which it stands.
struct RouteMarks {
  /// A piece of the picture.
  struct Mark {
    var top: Double
    var bottom: Double
    var markup: Markup
  }

  let layout: RouteLayout

  /// Lines first, so that boxes cover them.
  var marks: [Mark] {
    reaches + layout.graph.returns.map(out)
      + layout.returnRails.sorted { $0.key < $1.key }.flatMap { back(to: $0.key, rail: $0.value) }
      + layout.graph.ways.map(way) + layout.graph.blocks.flatMap(sides)
      + layout.placed.indices.flatMap(node)
  }

  // Boxes and bars

  private func node(_ index: Int) -> [Mark] {
    let item = layout.placed[index]
    let node = layout.graph.nodes[index]
    var parts: [Markup] = []
    switch node.kind {
    case .bar:
      parts.append(ChartCanvas.box(item.x, item.y, item.width, item.height, style: "joint"))
      for line in item.lines {
        parts.append(
          ChartCanvas.text(line.text, x: item.right - 2, y: item.y - 5, anchor: "end", style: line.style))
      }
    case .box(let shape):
      parts.append(outline(item, shape, isBeside: node.isBeside))
      var y = item.middle - item.lines.reduce(0) { $0 + $1.size + 3 } / 2
      for line in item.lines {
        y += line.size + 1
        parts.append(
          ChartCanvas.text(
            line.text, x: item.centre, y: y, anchor: "middle", style: "\(line.style) on-\(shape.rawValue)"))
        y += 2
      }
    }
    var y = item.middle - item.remarks.reduce(0) { $0 + $1.size + 3 } / 2
    for line in item.remarks {
      y += line.size + 1
      parts.append(ChartCanvas.text(line.text, x: layout.words + 4, y: y, style: line.style))
      y += 2
    }
    // A box belongs to the sheet on which its middle lies.
    return [Mark(top: item.middle, bottom: item.middle, markup: .group(parts))]
  }

  private func outline(_ item: RouteLayout.Placed, _ shape: RouteEntry.Shape, isBeside: Bool) -> Markup {
    let style = "node \(shape.rawValue)" + (isBeside ? " aside" : "")
    if shape == .choice {
      let tip = 9.0
      return ChartCanvas.polygon(
        [
          (item.x - tip, item.middle), (item.x + 4, item.y), (item.right - 4, item.y),
          (item.right + tip, item.middle),
          (item.right - 4, item.bottom), (item.x + 4, item.bottom),
        ], style: style)
    }
    let isRound = [.hold, .booking, .batch, .end, .release].contains(shape)
    return .tag(
      "rect",
      [
        "x": ChartCanvas.at(item.x), "y": ChartCanvas.at(item.y), "width": ChartCanvas.at(item.width),
        "height": ChartCanvas.at(item.height), "rx": isRound ? "13" : "4", "class": style,
      ])
  }

  // Ways

  private func way(_ way: RouteGraph.Way) -> Mark {
    let (from, to) = (layout.placed[way.from], layout.placed[way.to])
    func bar(_ index: Int) -> Bool { layout.graph.nodes[index].kind == .bar }
    func clamp(_ x: Double, _ item: RouteLayout.Placed) -> Double { min(max(x, item.x + 8), item.right - 8) }
    let end = bar(way.to) ? clamp(from.centre, to) : to.centre
    let start = bar(way.from) ? clamp(end, from) : from.centre
    let above = to.y - (bar(way.to) && !to.lines.isEmpty ? 20 : RouteLayout.gap / 2)
    let below = from.bottom + RouteLayout.gap / 2
    var points: [(x: Double, y: Double)] = [(start, from.bottom)]
    if way.to == way.from + 1 {
      if start != end { points += [(start, above), (end, above)] }
    } else if isFree(way) {
      if start != end { points += [(start, below), (end, below)] }
    } else {
      let gutter = layout.edge(layout.graph.nodes[way.to].lane.rawValue) + 2
      points += [(start, below), (gutter, below), (gutter, above), (end, above)]
    }
    points.append((end, to.y))
    return line(points, way.kind == .beside ? "way beside" : "way", head: "tip")
  }

  /// Whether nothing stands between two nodes in the lane of the second.
  private func isFree(_ way: RouteGraph.Way) -> Bool {
    guard way.from < way.to else { return false }
    let lane = layout.graph.nodes[way.to].lane.rawValue
    return layout.graph.nodes[(way.from + 1)..<way.to].allSatisfy {
      !$0.lanes.contains(lane) && $0.lane.rawValue != lane
    }
  }

  /// The lines at the sides of a block, with the way into and out of each branch.
  private func sides(_ block: RouteGraph.Block) -> [Mark] {
    let (head, tail) = (layout.placed[block.head], layout.placed[block.tail])
    let (left, right) = layout.rails(block)
    guard let last = block.branches.last.map({ layout.placed[$0.first].middle }),
      let top = block.branches.first.map({ layout.placed[$0.last].middle })
    else { return [] }
    let isChoice = layout.graph.nodes[block.head].kind != .bar
    let bottom = block.hasBypass ? tail.y : last
    var marks = [
      isChoice
        ? line([(head.x - 9, head.middle), (left, head.middle), (left, bottom)], "way", head: "")
        : line([(left, head.bottom), (left, bottom)], "way", head: ""),
      line([(right, top), (right, tail.y)], "way", head: ""),
    ]
    for branch in block.branches {
      let (first, final) = (layout.placed[branch.first], layout.placed[branch.last])
      marks.append(
        line([(left, first.middle), (first.x - tip(branch.first), first.middle)], "way", head: "tip"))
      marks.append(
        line([(final.right + tip(branch.last), final.middle), (right, final.middle)], "way", head: ""))
      let isSaid = layout.graph.nodes[branch.first].entry?.name.contains(branch.title) ?? false
      if isChoice || !isSaid {
        let text = ChartCanvas.text(branch.title, x: left + 4, y: first.y - 5, style: "note")
        marks.append(Mark(top: first.y - 18, bottom: first.y, markup: text))
      }
    }
    return marks
  }

  /// How far the sides of a decision reach beyond its box.
  private func tip(_ node: Int) -> Double { layout.graph.nodes[node].kind == .box(.choice) ? 9 : 0 }

  /// The way from what may fail to the line that leads back, or out to the words.
  private func out(_ way: RouteGraph.Return) -> Mark {
    let from = layout.placed[way.from]
    let y = height(ofFailure: way.from)
    let start = from.right + tip(way.from)
    guard let to = way.to, let rail = layout.returnRails[to] else {
      return line([(start, y), (layout.words, y)], "return out", head: "fault-tip")
    }
    return line([(start, y), (rail, y)], "return", head: "")
  }

  /// The one line that leads back to an entry from wherever it may be needed.
  private func back(to target: Int, rail: Double) -> [Mark] {
    let heights = layout.graph.returns.filter { $0.to == target }.map { height(ofFailure: $0.from) }
    let item = layout.placed[target]
    let y = item.middle - 4
    return [
      line([(rail, min(y, heights.min() ?? y)), (rail, max(y, heights.max() ?? y))], "return", head: ""),
      line([(rail, y), (item.right + tip(target), y)], "return", head: "fault-tip"),
    ]
  }

  private func height(ofFailure node: Int) -> Double {
    layout.placed[node].middle + min(7, layout.placed[node].height / 4)
  }

  /// Limits and countdowns at the left.
  private var reaches: [Mark] {
    zip(layout.graph.reaches, layout.reachRails).map { reach, rail in
      let (from, to) = (layout.placed[reach.from], layout.placed[reach.to])
      return line(
        [(from.x, from.middle), (rail, from.middle), (rail, to.middle + 5), (to.x, to.middle + 5)],
        reach.isCountdown ? "reach countdown" : "reach", head: reach.isCountdown ? "count-tip" : "limit-tip")
    }
  }

  /// A line with an arrowhead at its end, in a style.
  private func line(_ points: [(x: Double, y: Double)], _ style: String, head: String) -> Mark {
    var parts = [ChartCanvas.polyline(points, style: style)]
    if !head.isEmpty, points.count > 1 {
      let (end, before) = (points[points.count - 1], points[points.count - 2])
      let (dx, dy) = (end.x - before.x, end.y - before.y)
      let length = max(0.001, (dx * dx + dy * dy).squareRoot())
      let (ux, uy) = (dx / length * 7, dy / length * 7)
      parts.append(
        ChartCanvas.polygon(
          [
            (end.x, end.y), (end.x - ux - uy / 2, end.y - uy + ux / 2),
            (end.x - ux + uy / 2, end.y - uy - ux / 2),
          ],
          style: head))
    }
    let heights = points.map(\.y)
    return Mark(top: heights.min() ?? 0, bottom: heights.max() ?? 0, markup: .group(parts))
  }
}
