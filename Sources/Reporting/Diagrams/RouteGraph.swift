/// A route as boxes, bars and the ways between them, each box in a row of its own: what a diagram draws, without
/// coordinates.
struct RouteGraph {
  /// A box or a bar.
  struct Node {
    enum Kind: Hashable {
      case box(RouteEntry.Shape)
      /// The beginning or the end of a block.
      case bar
    }
    var kind: Kind
    var lane: RouteEntry.Lane
    /// The lanes that a bar spans.
    var lanes: ClosedRange<Int>
    var entry: RouteEntry?
    /// How deep in blocks it lies.
    var depth: Int
    /// Whether it goes on beside the way, which does not wait for it here.
    var isBeside = false
  }
  /// A way from one node to another.
  struct Way {
    enum Kind { case next, beside }
    var from: Int
    var to: Int
    var kind: Kind
  }
  /// Branches between two bars: they hang on a line at the left and end in one at the right.
  struct Block {
    var head: Int
    var tail: Int
    var lanes: ClosedRange<Int>
    var depth: Int
    /// First and last node of each branch, and what stands above the first.
    var branches: [(first: Int, last: Int, title: String)]
    /// Whether one may go past all branches.
    var hasBypass: Bool
  }
  /// A limit from one node to the start of another, or a countdown.
  struct Reach {
    var from: Int
    var to: Int
    var isCountdown: Bool
  }
  /// A way back, or out, when something fails.
  struct Return: Hashable {
    var from: Int
    /// Nil for the way out.
    var to: Int?
  }

  private(set) var nodes: [Node] = []
  private(set) var ways: [Way] = []
  private(set) var blocks: [Block] = []
  private(set) var reaches: [Reach] = []
  private(set) var returns: [Return] = []

  init(_ outline: RouteOutline) {
    _ = sequence(outline.entries, depth: 0)
    connect()
  }

  /// The lanes that are used, in order.
  var lanes: [RouteEntry.Lane] {
    let used = Set(nodes.map(\.lane))
    return RouteEntry.Lane.allCases.filter(used.contains)
  }

  private mutating func sequence(_ entries: [RouteEntry], depth: Int) -> (first: Int, last: Int)? {
    var first: Int?
    var last: Int?
    for entry in entries {
      let (head, tail) = place(entry, depth: depth, after: last)
      if entry.countsTo != nil {
        // It begins beside the way, which goes on without it.
        if let last {
          ways.append(Way(from: last, to: head, kind: .beside))
        } else {
          (first, last) = (head, tail)
        }
        continue
      }
      if let last { ways.append(Way(from: last, to: head, kind: .next)) }
      first = first ?? head
      last = tail
    }
    return first.flatMap { first in last.map { (first, $0) } }
  }

  /// Places an entry with what is within it; where one comes in and where one goes out.
  private mutating func place(_ entry: RouteEntry, depth: Int, after: Int?) -> (Int, Int) {
    switch entry.shape {
    case .parallel, .choice: return block(entry, depth: depth)
    case .release:
      // The stages are entries like others; the gate stands behind the first.
      let before = sequence(entry.branches.filter { !$0.isBeside }.flatMap(\.entries), depth: depth)
      let gate = add(.box(.release), entry, depth: depth)
      if let before { ways.append(Way(from: before.last, to: gate, kind: .next)) }
      beside(gate, entry, depth: depth)
      return (before?.first ?? gate, gate)
    default:
      let node = add(.box(entry.shape), entry, depth: depth)
      beside(node, entry, depth: depth)
      return (node, node)
    }
  }

  private mutating func beside(_ node: Int, _ entry: RouteEntry, depth: Int) {
    for branch in entry.branches where branch.isBeside {
      guard let inner = sequence(branch.entries, depth: depth) else { continue }
      ways.append(Way(from: node, to: inner.first, kind: .beside))
      for index in (node + 1)..<nodes.count { nodes[index].isBeside = true }
    }
  }

  private mutating func block(_ entry: RouteEntry, depth: Int) -> (Int, Int) {
    let head = add(entry.shape == .choice ? .box(.choice) : .bar, entry, depth: depth)
    var branches: [(first: Int, last: Int, title: String)] = []
    for branch in entry.branches {
      guard let inner = sequence(branch.entries, depth: depth + 1) else { continue }
      branches.append((inner.first, inner.last, branch.title))
    }
    let tail = add(.bar, nil, depth: depth)
    let inside = nodes[head..<tail].map(\.lane.rawValue)
    let lanes = (inside.min() ?? 0)...(inside.max() ?? 0)
    for node in [head, tail] { nodes[node].lanes = lanes }
    nodes[tail].lane = nodes[head].lane
    blocks.append(
      Block(
        head: head, tail: tail, lanes: lanes, depth: depth, branches: branches,
        hasBypass: entry.shape == .choice && !entry.remarks.isEmpty))
    return (head, tail)
  }

  private mutating func add(_ kind: Node.Kind, _ entry: RouteEntry?, depth: Int) -> Int {
    let lane = entry?.lane ?? .production
    nodes.append(
      Node(kind: kind, lane: lane, lanes: lane.rawValue...lane.rawValue, entry: entry, depth: depth))
    return nodes.count - 1
  }

  /// What refers to other entries by name, once all are placed.
  private mutating func connect() {
    func node(_ name: String) -> Int? { nodes.firstIndex { $0.entry?.name == name && $0.kind != .bar } }
    func mark(_ name: String) -> Int? { nodes.firstIndex { $0.entry?.marks == name } }
    for (index, item) in nodes.enumerated() {
      guard let entry = item.entry else { continue }
      if let span = entry.span {
        let end = span.until.map { $0 == "infusion" ? mark($0) : node($0) } ?? next(after: index)
        if let end, end != index { reaches.append(Reach(from: index, to: end, isCountdown: false)) }
      }
      if let event = entry.countsTo, let end = mark(event) ?? node(event) {
        reaches.append(Reach(from: index, to: end, isCountdown: true))
      }
      for failure in entry.failures {
        let target: Int? =
          switch failure.target {
          case .batch: nodes.firstIndex { $0.entry?.shape == .batch }
          case .collection: mark("collection")
          case .entry(let name): node(name)
          case .itself, .exit, .nowhere: nil
          }
        let isWay = target != nil || failure.target == .exit
        let way = Return(from: index, to: target)
        if isWay, target != index, !returns.contains(way) { returns.append(way) }
      }
    }
  }

  private func next(after node: Int) -> Int? { ways.first { $0.from == node && $0.kind == .next }?.to }
}
