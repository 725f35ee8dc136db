import PipelineModel

/// What a route names that has to stand around it, each once, in the order of the route.
struct RouteNeeds {
  private(set) var resources: [String] = []
  private(set) var stocks: [String] = []
  private(set) var links: [String] = []
  /// What the product that includes it has to have.
  private(set) var ofProduct: [String] = []

  init(_ route: [RoutePart]) { visit(route) }

  private mutating func visit(_ route: [RoutePart]) {
    for part in route {
      switch part {
      case .step(let step):
        for claim in step.uses + step.repeats.flatMap(\.uses) { Self.add(claim.name, to: &resources) }
        for claim in step.consumes { Self.add(claim.name, to: &stocks) }
        visit(step.meanwhile)
      case .countdown(let countdown): for claim in countdown.uses { Self.add(claim.name, to: &resources) }
      case .choose(let choice): for arm in choice.arms { visit(arm.route) }
      case .parallel(let parallel): for branch in parallel.branches { visit(branch.route) }
      case .release(let release): visit(release.stage1 + release.stage2)
      case .ship(let shipment): for link in shipment.by.links { Self.add(link, to: &links) }
      case .store(let storing): Self.add(storing.stock, to: &stocks)
      case .book: Self.add("slots", to: &ofProduct)
      case .hold, .makeBatch, .gather, .separate, .split, .leave: break
      }
    }
  }

  private static func add(_ name: String, to list: inout [String]) {
    if !list.contains(name) { list.append(name) }
  }
}
