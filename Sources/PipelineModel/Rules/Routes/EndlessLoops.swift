/// Whoever is on a route can get to its end, and whatever stands in it can be come to.
enum EndlessLoops: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product -> [Finding] in
      if product.parts.isEmpty { return [] }
      let graph = RouteGraph(product)
      let reached = graph.reached
      let leaving = graph.leaving
      if let trapped = product.parts.indices.first(where: { reached.contains($0) && !leaving.contains($0) }) {
        let hasDuration = product.parts.indices.contains { number in
          reached.contains(number) && !leaving.contains(number) && takesTime(product.parts[number].part)
        }
        return [loop(from: trapped, in: product, leaving, hasDuration)]
      }
      let skipped = product.parts.indices.first { !reached.contains($0) }
      return skipped.map { [Finding(product.parts[$0].path, .neverReached(part: product.parts[$0].name))] }
        ?? []
    }
  }

  private static func takesTime(_ part: RoutePart) -> Bool {
    if case .step(let step) = part, let takes = step.takes { takes.law.maximum > 0 } else { false }
  }

  /// The finding stands where the first of the trapped entries sends one back.
  private static func loop(from index: Int, in product: ProductView, _ leaving: Set<Int>, _ takesTime: Bool)
    -> Finding
  {
    let culprit = product.parts.indices.first { number in
      number >= index && !leaving.contains(number)
        && product.parts[number].consequences.contains { $0.isPossible }
    }
    let part = product.parts[culprit ?? index]
    let site = part.consequences.first { $0.isPossible }
    return Finding(site?.path ?? part.path, .endless(step: part.name, takesTime: takesTime))
  }
}
