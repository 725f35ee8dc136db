import Quantities

/// A shelf life, or a hold, is longer than the shortest way that it has to last for.
enum TimeLimits: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      product.parts.flatMap { part -> [Finding] in
        switch part.part {
        case .step(let step):
          guard let life = step.startsShelfLife else { return [] }
          return shelfLife(life.limit, of: part, in: product, view)
        case .hold(let hold):
          guard let until = hold.until, product.index(ofStep: until) != nil else { return [] }
          return compare(
            hold.limit.limit, called: "the hold '\(hold.name)'", until: until, at: "\(part.path)/at most",
            from: part, in: product, view
          ) { if case .step(let step) = $0 { step.name == until } else { false } } ?? []
        default: return []
        }
      }
    }
  }

  private static func shelfLife(
    _ limit: TimeLength, of part: PlacedPart, in product: ProductView, _ view: ScenarioView
  ) -> [Finding] {
    let path = "\(part.path)/starts shelf life"
    let infusion = product.steps.first { $0.step.isInfusion }?.step.name ?? ""
    return compare(
      limit, called: "a shelf life", until: infusion, at: path, from: part, in: product, view
    ) { if case .step(let step) = $0 { step.isInfusion } else { false } }
      ?? [Finding(path, .shelfLifeWithoutInfusion)]
  }

  /// Nil where the end does not follow at all.
  private static func compare(
    _ limit: TimeLength, called what: String, until: String, at path: String, from part: PlacedPart,
    in product: ProductView, _ view: ScenarioView, isEnd: @escaping (RoutePart) -> Bool
  ) -> [Finding]? {
    // Jumps may make the way shorter than it looks.
    if product.jumpsAhead { return [] }
    guard let seconds = limit.seconds else { return [] }
    var least: Double?
    var median: Double?
    for facility in product.facilities {
      func length(_ measure: WayLength.Measure) -> Double? {
        WayLength(view: view, facility: facility, measure: measure, from: part.path, isEnd: isEnd)
          .seconds(in: product)
      }
      guard let shortest = length(.least), let typical = length(.median) else { return nil }
      least = min(least ?? shortest, shortest)
      median = min(median ?? typical, typical)
    }
    guard let least, let median else { return nil }
    if seconds < least {
      return [Finding(path, .limitBelowShortest(what: what, limit: limit, until: until, shortest: least))]
    }
    if seconds < median {
      return [Finding(path, .limitBelowMedian(what: what, limit: limit, until: until, median: median))]
    }
    return []
  }
}

extension ProductView {
  /// Whether some consequence leads on to a later step.
  fileprivate var jumpsAhead: Bool {
    parts.enumerated().contains { index, part in
      part.consequences.contains { site in
        switch site.consequence {
        case .goTo(let name), .againFrom(let name): (self.index(ofStep: name) ?? 0) > index
        default: false
        }
      }
    }
  }
}
