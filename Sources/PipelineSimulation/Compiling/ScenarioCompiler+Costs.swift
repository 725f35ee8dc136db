import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// Prices of buildings, resources and stocks, before the routes that use them.
  mutating func compilePrices() throws(CompileFault) {
    guard !scenario.prices.isEmpty else { return }
    tables.costs.isThere = true
    let categories = ["buildings", "rooms", "devices", "people", "transport"].map { category($0) }
    for facility in scenario.facilities {
      let building = try thousandths(facility.costs.year, at: "facilities/\(facility.name)/costs/year")
      tables.costs.buildings.append(building)
      for resource in facility.resources {
        var kind = 2
        if case .room = resource.kind { kind = 1 }
        if case .people = resource.kind { kind = 3 }
        let pool = tables.costs.pools.count
        let prices = try prices(
          resource.costs, categories[kind], at: "facilities/\(facility.name)/\(resource.name)/costs")
        tables.costs.pools.append(prices)
        tables.costs.units.append(0)
        tables.pools[pool].countsUse = prices.year > 0 || prices.hire > 0 || building > 0
        tables.pools[pool].chargesHours = prices.hour > 0
      }
      for _ in facility.processes {
        tables.costs.pools.append(PoolPrices(category: -1))
        tables.costs.units.append(0)
      }
    }
    for stock in scenario.stocks {
      let unit = try thousandths(stock.costs.unit, at: "stocks/\(stock.name)/costs/unit")
      tables.costs.pools.append(PoolPrices(category: unit > 0 ? category(stock.name) : -1))
      tables.costs.units.append(unit)
    }
    for _ in tables.trials {
      tables.costs.pools.append(PoolPrices(category: -1))
      tables.costs.units.append(0)
    }
    tables.costs.yearTicks = tables.periodEnds.indices.map { yearTicks(of: years[$0]) }
  }

  private func yearTicks(of year: Int) -> Int128 {
    guard tables.periodEnds.count > 1 || years.count == 1,
      let first = CivilDate(year: year, month: 1, day: 1),
      let next = CivilDate(year: year + 1, month: 1, day: 1)
    else { return Int128(365.25 * tables.ticksPerDay) }
    return Int128((clock.startOfDay(next) - clock.startOfDay(first)).ticks)
  }

  private func prices(
    _ costs: ResourceCosts, _ category: Int32, at path: String
  ) throws(CompileFault) -> PoolPrices {
    var prices = PoolPrices(category: category)
    prices.year = try thousandths(costs.year, at: "\(path)/year")
    prices.hour = try thousandths(costs.hour, at: "\(path)/hour")
    prices.changeover = try thousandths(costs.changeover, at: "\(path)/changeover")
    prices.hire = try thousandths(costs.hire, at: "\(path)/hire")
    prices.call = try thousandths(costs.call, at: "\(path)/call")
    prices.overtime = try thousandths(costs.overtimeHour, at: "\(path)/overtime hour")
    prices.night = try thousandths(costs.nightHour, at: "\(path)/night hour")
    prices.weekend = try thousandths(costs.weekendHour, at: "\(path)/weekend hour")
    return prices
  }

  /// A price in whole thousandths of the scenario's currency; nothing for no price.
  func thousandths(_ price: Money?, at path: String) throws(CompileFault) -> Int128 {
    guard let price else { return 0 }
    guard let amount = scenario.costs.converted(price) else {
      throw CompileFault(
        path, "Nothing says what one \(price.currency.code) is worth in \(scenario.costs.currency.code).")
    }
    // Sums over a billion events then stay far below what 128 bits hold.
    guard amount >= 0, amount <= 1e12 else {
      throw CompileFault(path, "A price must lie between 0 and 1000000M \(scenario.costs.currency.code).")
    }
    return Int128((amount * CostPlan.parts).rounded())
  }

  mutating func category(_ name: String) -> Int32 {
    if let known = tables.costs.categories.firstIndex(of: name) { return Int32(known) }
    tables.costs.categories.append(name)
    return Int32(tables.costs.categories.count - 1)
  }

  /// What is due when a step begins: its own items, each use of what it claims, the units that it consumes.
  mutating func costItems(of step: Step, _ claims: [ClaimPlan], at path: String) throws(CompileFault)
    -> TableRange
  {
    let start = tables.costItems.count
    guard tables.costs.isThere else { return TableRange() }
    for item in step.costs {
      let amount = try thousandths(item.price, at: "\(path)/costs")
      add(amount, category(item.category(in: step.kind)))
    }
    for claim in claims {
      let prices = tables.costs.pools[Int(claim.pool)]
      let use = try thousandths(resource(of: claim.pool)?.costs.use, at: "\(path)/uses")
      add(
        (claim.isConsumed ? tables.costs.units[Int(claim.pool)] : use) * Int128(claim.count), prices.category)
    }
    return TableRange(start: Int32(start), count: Int32(tables.costItems.count - start))
  }

  private mutating func add(_ amount: Int128, _ category: Int32) {
    // At most 10¹⁵ thousandths × a claim of at most 10⁶ units: cut off where 64 bits end.
    if amount > 0 {
      tables.costItems.append(CostItemPlan(category: category, amount: Int64(clamping: amount)))
    }
  }

  /// The resource that a pool stands for; nil for stocks.
  private func resource(of pool: Int32) -> Resource? {
    var index = Int(pool)
    for facility in scenario.facilities {
      if index < facility.resources.count { return facility.resources[index] }
      index -= facility.resources.count
    }
    return nil
  }

  /// What a step's traits say about money.
  func costTraits(of step: StepPlan) -> StepTraits {
    var traits = StepTraits()
    guard tables.costs.isThere, step.variant >= 0 else { return traits }
    if !step.costs.isEmpty { traits.insert(.costs) }
    for claim in tables.claims[step.claims.indices] where !claim.isConsumed {
      if tables.costs.pools[Int(claim.pool)].chargesHours { traits.insert(.hours) }
    }
    return traits
  }
}
