import PipelineModel

extension ScenarioCompiler {
  /// Gives what is spent its places in the records: only where it can occur.
  mutating func countCosts() {
    guard tables.costs.isThere else { return }
    layout.count(in: scenario.costs.currency.code)
    let accounts = tables.variants.count + tables.facilities.count + 1
    let number = tables.costs.categories.count
    tables.costs.totals = Array(repeating: -1, count: accounts * number)
    tables.costs.perPatient = Array(repeating: -1, count: accounts)
    tables.costs.perDose = Array(repeating: -1, count: tables.variants.count)
    tables.costs.failed = Array(repeating: -1, count: tables.variants.count)
    countTrainingCosts()
    let caused = categoriesOfVariants()
    for (index, variant) in tables.variants.enumerated() {
      var scope: [Scope.Key: Scope.Value] = [:]
      if variant.facility >= 0 { scope[.facility] = .name(tables.facilities[Int(variant.facility)].name) }
      let isForPatients = variant.counters.referred >= 0 && !variant.isRun
      // What lots cost counts for the patients of all, but has none of its own.
      let own = scope.merging([.product: .name(variant.name)]) { $1 }
      tables.costs.perPatient[index] = layout.yearly("cost.per-patient-treated", isForPatients ? own : scope)
      let hasDoses = isForPatients ? variant.counters.batchesReleased >= 0 : variant.stock >= 0
      if hasDoses { tables.costs.perDose[index] = layout.yearly("cost.per-dose-released", own) }
      if variant.makePlace >= 0 { tables.costs.failed[index] = layout.yearly("cost.failed", own) }
      addTotals(index, caused[index], own)
    }
    let idle = Scope.Value.name(CostRules.idle)
    for (index, facility) in tables.facilities.enumerated() {
      let name = Scope.Value.name(facility.name)
      let account = tables.variants.count + index
      let categories = idleCategories(of: index)
      if categories.isEmpty { continue }
      tables.costs.perPatient[account] = layout.yearly("cost.per-patient-treated", [.facility: name])
      addTotals(account, categories, [.product: idle, .facility: name])
    }
    let homeless = idleCategories(of: -1)
    if homeless.isEmpty { return }
    tables.costs.perPatient[accounts - 1] = layout.yearly("cost.per-patient-treated", [:])
    addTotals(accounts - 1, homeless, [.product: idle])
  }

  private mutating func addTotals(
    _ account: Int, _ categories: Set<Int32>, _ scope: [Scope.Key: Scope.Value]
  ) {
    for category in categories.sorted() {
      let name = Scope.Value.name(tables.costs.categories[Int(category)])
      let place = layout.yearly("cost.total", scope.merging([.category: name]) { $1 })
      tables.costs.totals[account * tables.costs.categories.count + Int(category)] = place
    }
  }

  /// The categories under which each variant can cause a cost.
  private func categoriesOfVariants() -> [Set<Int32>] {
    var caused = [Set<Int32>](repeating: [], count: tables.variants.count)
    for step in tables.steps where step.variant >= 0 {
      let variant = Int(step.variant)
      for item in tables.costItems[step.costs.indices] { caused[variant].insert(item.category) }
      for claim in tables.claims[step.claims.indices] where !claim.isConsumed {
        let pool = Int(claim.pool)
        let prices = tables.costs.pools[pool]
        if prices.year > 0 || prices.hire > 0 || prices.chargesHours || prices.changeover > 0 {
          caused[variant].insert(prices.category)
        }
        if tables.costs.buildings[Int(tables.pools[pool].facility)] > 0 { caused[variant].insert(0) }
      }
    }
    for ship in tables.ships where ship.price > 0 { caused[Int(ship.variant)].insert(ship.costCategory) }
    return caused
  }

  /// The categories under which a facility can have costs that no product causes; -1 for those without a facility.
  private func idleCategories(of facility: Int) -> Set<Int32> {
    var categories: Set<Int32> = []
    if facility >= 0, tables.costs.buildings[facility] > 0 { categories.insert(0) }
    if facility < 0, tables.costs.trainingCategory >= 0 { categories.insert(tables.costs.trainingCategory) }
    for pool in tables.pools.indices where Int(tables.pools[pool].facility) == facility {
      let prices = tables.costs.pools[pool]
      let expires = tables.stocks.contains { $0.pool == Int32(pool) && $0.shelfLife != nil }
      if prices.year > 0 || prices.hire > 0 || (expires && tables.costs.units[pool] > 0) {
        categories.insert(prices.category)
      }
    }
    return categories
  }
}
