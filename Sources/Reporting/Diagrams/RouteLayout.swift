/// Where everything of a route's diagram stands: lanes side by side, one row for each node, time downwards.
struct RouteLayout {
  /// A line of text in a box or beside one.
  struct Line {
    var text: String
    var style: String
    var size: Double
  }
  /// A node with its place and its words.
  struct Placed {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var lines: [Line]
    /// What stands in the column at the right.
    var remarks: [Line]

    var centre: Double { x + width / 2 }
    var middle: Double { y + height / 2 }
    var right: Double { x + width }
    var bottom: Double { y + height }
  }

  static let width = 1060.0
  static let gap = 20.0
  static let head = 30.0
  private static let left = 46.0
  private static let column = 216.0

  let graph: RouteGraph
  let lanes: [RouteEntry.Lane]
  private(set) var placed: [Placed] = []
  /// The x of a way back, by where it leads.
  private(set) var returnRails: [Int: Double] = [:]
  /// The x of each limit and countdown.
  private(set) var reachRails: [Double] = []
  let laneWidth: Double
  /// Where the lanes begin and end.
  let start: Double
  let end: Double
  /// Where the words at the right begin.
  let words: Double
  private(set) var height = 0.0

  init(_ graph: RouteGraph) {
    self.graph = graph
    lanes = graph.lanes
    let targets = Set(graph.returns.compactMap(\.to)).sorted()
    let rails = 14 + 9 * Double(targets.count)
    start = graph.reaches.isEmpty ? 4 : Self.left
    words = Self.width - Self.column
    end = words - rails
    laneWidth = (end - start) / Double(max(1, lanes.count))
    place()
    for (index, target) in targets.enumerated() { returnRails[target] = end + 6 + 9 * Double(index) }
    placeReaches()
  }

  /// The left edge of a lane.
  func edge(_ lane: Int) -> Double {
    start + laneWidth * Double(lanes.firstIndex { $0.rawValue == lane } ?? 0)
  }

  /// The lines at the sides of a block.
  func rails(_ block: RouteGraph.Block) -> (left: Double, right: Double) {
    let inset = 5 + 6 * Double(min(block.depth, 2))
    return (edge(block.lanes.lowerBound) + inset, edge(block.lanes.upperBound) + laneWidth - inset)
  }

  private mutating func place() {
    var y = Self.head + 12
    let inset = 20.0
    for node in graph.nodes {
      let boxWidth = min(laneWidth - 2 * inset, 250)
      var item = Placed(x: 0, y: y, width: boxWidth, height: 0, lines: [], remarks: [])
      item.x = edge(node.lane.rawValue) + (laneWidth - boxWidth) / 2
      // What goes on beside the way does not stand in line with it.
      if node.isBeside { item.x += 12 }
      if let entry = node.entry {
        item.remarks = remarks(entry)
        item.lines = lines(entry, width: boxWidth - 14)
      }
      switch node.kind {
      case .bar:
        let inset = 5 + 6 * Double(min(node.depth, 2))
        item.x = edge(node.lanes.lowerBound) + inset
        item.width = edge(node.lanes.upperBound) + laneWidth - inset - item.x
        item.lines = node.entry.map { [Line(text: "in parallel: \($0.name)", style: "note", size: 11)] } ?? []
        item.height = 5
        // The words of a bar stand above it.
        if node.entry != nil { item.y += 12 }
      case .box:
        item.height = max(26, item.lines.reduce(12) { $0 + $1.size + 3 })
      }
      placed.append(item)
      let words = item.remarks.reduce(0) { $0 + $1.size + 3 }
      y = max(item.bottom, item.middle + words / 2) + Self.gap
      if node.kind == .bar { y = item.bottom + Self.gap }
    }
    height = y
    centreRemarks()
  }

  /// A row whose words are higher than its box is moved down, so that words never reach into the row above.
  private mutating func centreRemarks() {
    var shift = 0.0
    var lowest = 0.0
    for index in placed.indices {
      placed[index].y += shift
      let words = placed[index].remarks.reduce(0) { $0 + $1.size + 3 }
      let top = placed[index].middle - words / 2
      if words > 0, top < lowest + 4 {
        let more = lowest + 4 - top
        placed[index].y += more
        shift += more
      }
      if words > 0 { lowest = placed[index].middle + words / 2 }
    }
    height += shift
  }

  private func lines(_ entry: RouteEntry, width: Double) -> [Line] {
    var lines: [Line] = []
    func add(_ text: String, _ style: String, _ size: Double, most: Int) {
      guard !text.isEmpty else { return }
      // Bold letters are wider.
      let room = style == "name" ? width * 0.92 : width
      lines += WrappedText.lines(text, width: room, size: size, most: most)
        .map { Line(text: $0, style: style, size: size) }
    }
    let isPlain =
      entry.word.isEmpty || entry.word == entry.name || entry.shape == .choice || entry.shape == .infusion
    add(isPlain ? entry.name : "\(entry.word): \(entry.name)", "name", 12.5, most: 3)
    add(entry.date, "date", 11, most: 2)
    add(entry.briefly, "time", 11, most: 2)
    add(Self.unbroken(entry.needs), "who", 11, most: 3)
    return lines
  }

  /// `2 operator` stays on one line.
  private static func unbroken(_ needs: String) -> String {
    needs.split(separator: ", ").map { part in
      let name = String(part)
      return name.first?.isNumber == true ? name.replacing(" ", with: "\u{A0}", maxReplacements: 1) : name
    }.joined(separator: ", ")
  }

  private func remarks(_ entry: RouteEntry) -> [Line] {
    var lines: [Line] = []
    func add(_ text: String, _ style: String) {
      lines += WrappedText.lines(text, width: Self.column - 12, size: 11, most: 4)
        .map { Line(text: $0, style: style, size: 11) }
    }
    for limit in entry.limits { add(limit, "limit") }
    for failure in entry.failures { add(failure.words, "fault") }
    if entry.shape == .choice { for remark in entry.remarks { add(remark, "note") } }
    return lines
  }

  /// Limits that overlap get lines of their own.
  private mutating func placeReaches() {
    var taken: [[ClosedRange<Double>]] = []
    for reach in graph.reaches {
      let (a, b) = (placed[reach.from].middle, placed[reach.to].middle)
      let range = min(a, b)...max(a, b)
      let slot = taken.firstIndex { $0.allSatisfy { !$0.overlaps(range) } } ?? taken.count
      if slot == taken.count { taken.append([]) }
      taken[slot].append(range)
      reachRails.append(max(3, Self.left - 10 - 9 * Double(slot)))
    }
  }
}
