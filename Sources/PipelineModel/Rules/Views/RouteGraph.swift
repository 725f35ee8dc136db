/// Where one can come from each entry of a route, with a probability above zero.
///
/// Branches that run side by side are followed one after the other: all must end, so whether an end can be reached is
/// the same. The last node stands for every way out: the end of the route, a loss, a departure.
struct RouteGraph {
  /// The places to which each part leads; numbers as in `ProductView.parts`, then the way out.
  private(set) var next: [Set<Int>]
  private let exit: Int

  init(_ product: ProductView) {
    exit = product.parts.count
    next = Array(repeating: [], count: exit + 1)
    var index = 0
    lay(product.product.route, of: product, &index, then: exit)
  }

  /// Every node that can be come to from the start.
  var reached: Set<Int> {
    var seen: Set<Int> = [0]
    var open = [0]
    while let node = open.popLast() {
      for other in next[node] where seen.insert(other).inserted { open.append(other) }
    }
    return seen
  }

  /// Every node that can be come to from the start without passing one of them.
  func reached(without avoided: Int) -> Set<Int> {
    if avoided == 0 { return [] }
    var seen: Set<Int> = [0]
    var open = [0]
    while let node = open.popLast() {
      for other in next[node] where other != avoided && seen.insert(other).inserted { open.append(other) }
    }
    return seen
  }

  /// Every node from which a way out can be reached.
  var leaving: Set<Int> {
    var before: [[Int]] = Array(repeating: [], count: next.count)
    for (node, others) in next.enumerated() { for other in others { before[other].append(node) } }
    var seen: Set<Int> = [exit]
    var open = [exit]
    while let node = open.popLast() {
      for other in before[node] where seen.insert(other).inserted { open.append(other) }
    }
    return seen
  }

  /// Numbers the parts of a route as `ProductView` does, and joins each to what follows it.
  private mutating func lay(_ route: [RoutePart], of product: ProductView, _ index: inout Int, then end: Int)
  {
    for (place, part) in route.enumerated() {
      let here = index
      let after = place + 1 < route.count ? here + part.count : end
      index += 1
      let inner = part.innerRoutes.filter { !$0.route.isEmpty }
      if case .choose(let choice) = part {
        let sum = choice.arms.reduce(0) { $0 + $1.probability }
        if sum < 1 - 1e-9 { next[here].insert(after) }
        for arm in choice.arms {
          if arm.probability > 0 { next[here].insert(arm.route.isEmpty ? after : index) }
          lay(arm.route, of: product, &index, then: after)
        }
      } else {
        // The entry itself is done before what goes on beside it is waited for.
        var starts: [Int] = []
        var start = index
        for branch in inner {
          starts.append(start)
          start += branch.route.reduce(0) { $0 + $1.count }
        }
        leave(here, of: product, to: starts.first ?? after)
        for (number, branch) in inner.enumerated() {
          let following = number + 1 < starts.count ? starts[number + 1] : after
          lay(branch.route, of: product, &index, then: following)
        }
      }
      index = here + part.count
    }
  }

  /// Joins an entry to what follows when all goes well, and to what its consequences say.
  private mutating func leave(_ here: Int, of product: ProductView, to following: Int) {
    let place = product.parts[here]
    if case .leave = place.part {
      next[here].insert(exit)
      return
    }
    if place.canGoWell { next[here].insert(following) }
    for site in place.consequences where site.isPossible {
      switch site.consequence {
      case .repeatStep: next[here].insert(here)
      case .againFrom(let name), .goTo(let name): next[here].insert(product.index(ofStep: name) ?? exit)
      case .remake: next[here].insert(product.makeIndex ?? exit)
      case .collectAgain:
        let collection = product.steps.first { $0.step.marks == "collection" }?.index
        next[here].insert(product.bookIndex ?? collection ?? exit)
      case .lose: next[here].insert(exit)
      case .record: next[here].insert(following)
      }
    }
  }
}

extension PlacedPart {
  /// Whether one can get past it without anything going wrong.
  fileprivate var canGoWell: Bool {
    switch part {
    case .step(let step):
      (step.passes.map { $0.probability > 0 } ?? true) && !step.fails.contains { $0.probability >= 1 }
    case .release(let release):
      release.outOfSpecification.map { $0.probability < 1 || $0.releasedOnRequest > 0 } ?? true
    default: true
    }
  }
}
