extension ScenarioCompiler {
  /// What each product waits for: a number for every resource and stock that one of its steps claims.
  mutating func countShortages() {
    let products = tables.products.count
    tables.shortageCounters = Array(repeating: -1, count: tables.pools.count * products)
    for step in tables.steps where step.variant >= 0 {
      let product = Int(tables.variants[Int(step.variant)].product)
      for claim in tables.claims[step.claims.indices] where claim.standsIn < 0 {
        let place = Int(claim.pool) * products + product
        if tables.shortageCounters[place] >= 0 { continue }
        let pool = tables.pools[Int(claim.pool)]
        if pool.trial >= 0 { continue }
        var scope: [Scope.Key: Scope.Value] = [.product: .name(tables.products[product])]
        if pool.isStock {
          scope[.stock] = .name(pool.name)
        } else {
          scope[.facility] = .name(tables.facilities[Int(pool.facility)].name)
          scope[.resource] = .name(pool.name)
        }
        tables.shortageCounters[place] = layout.once("product.shortage", scope)
      }
    }
  }
}
