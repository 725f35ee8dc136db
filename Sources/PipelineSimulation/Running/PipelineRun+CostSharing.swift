import OutputAnalysis
import Quantities

/// What is due by the year, used or not, and what a year comes to.
extension PipelineRun {
  /// A year is over: fixed costs are shared, and all that was booked is written into the record.
  mutating func closeCosts(at now: SimulationTime) {
    guard tables.costs.isThere else { return }
    if period >= 0 {
      for pool in pools.indices where !tables.pools[pool].isStock { shareYear(ofPool: pool, now) }
      for facility in tables.facilities.indices { shareYear(ofBuilding: facility, now) }
      closeTrainingCosts(at: now)
      for account in 0..<tables.costs.accounts { write(account) }
    }
    for index in costs.use.indices { _ = costs.use[index].flush(at: now.ticks) }
    for index in costs.year.indices { costs.year[index] = 0 }
    for index in costs.failed.indices { costs.failed[index] = 0 }
    for index in costs.stored.indices { costs.stored[index] = 0 }
    for index in costs.hired.indices { costs.hired[index] = 0 }
    for index in costs.training.indices { (costs.training[index], costs.qualified[index]) = (0, 0) }
  }

  /// What the units, or the persons, of a pool cost in the year, shared by the time in which they are in use.
  private mutating func shareYear(ofPool pool: Int, _ now: SimulationTime) {
    let prices = tables.costs.pools[pool]
    if prices.year == 0 && prices.hire == 0 { return }
    let paid = prices.year * paidTicks(of: pool, now)
    let cost = ofYear(paid) + prices.hire * Int128(costs.hired[pool])
    share(cost, prices.category, atFacility: Int(tables.pools[pool].facility), overPools: [pool], now)
  }

  /// What a building costs in the year, shared by the use of its rooms; without rooms of its devices, then of its people.
  private mutating func shareYear(ofBuilding facility: Int, _ now: SimulationTime) {
    let price = tables.costs.buildings[facility]
    if price == 0 { return }
    let open = Self.overlap(openedAt[facility], now, countingSince, now)
    let all = tables.facilities[facility].pools.map(Int.init).filter {
      !tables.pools[$0].isProcess && !tables.pools[$0].isCertified
    }
    let rooms = all.filter { tables.pools[$0].isRoom }
    let devices = all.filter { !tables.pools[$0].isRoom && !tables.pools[$0].isPeople }
    let base = rooms.isEmpty ? devices.isEmpty ? all : devices : rooms
    share(ofYear(price * open), 0, atFacility: facility, overPools: base, now)
  }

  /// Shares a cost among products in the ratio of their unit-time in use to all unit-time in service; the rest is idle.
  /// Whole thousandths: the shares are rounded down, so that they and the rest add up to the cost.
  private mutating func share(
    _ cost: Int128, _ category: Int32, atFacility facility: Int, overPools shared: [Int],
    _ now: SimulationTime
  ) {
    var whole: Int128 = 0
    var used = [Int128](repeating: 0, count: tables.variants.count)
    for pool in shared {
      // In overtime, units are in use that are not in service.
      whole += max(
        pools[pool].openArea.area(until: now.ticks), pools[pool].busyArea.area(until: now.ticks))
      for variant in used.indices {
        used[variant] += costs.use[pool * used.count + variant].area(until: now.ticks)
      }
    }
    var rest = cost
    if whole > 0 {
      for variant in used.indices where used[variant] > 0 {
        let (quotient, remainder) = cost.quotientAndRemainder(dividingBy: whole)
        let part = quotient * used[variant] + Self.product(remainder, used[variant], over: whole)
        charge(part, category, to: variant)
        rest -= part
      }
    }
    charge(rest, category, to: tables.variants.count + facility)
  }

  private mutating func charge(_ amount: Int128, _ category: Int32, to account: Int) {
    costs.year[account * tables.costs.categories.count + Int(category)] += amount
    costs.booked += amount
  }

  /// a × b ÷ c rounded down, where b is at most c: exact while the product fits, to 15 digits beyond.
  private static func product(_ a: Int128, _ b: Int128, over c: Int128) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? Int128((Double(a) * (Double(b) / Double(c))).rounded(.down)) : product / c
  }

  /// Unit-ticks, or person-ticks, for which a pool is paid since the last year's end: from the opening of its facility on.
  private func paidTicks(of pool: Int, _ now: SimulationTime) -> Int128 {
    let facility = Int(tables.pools[pool].facility)
    let from = max(openedAt[facility], countingSince)
    switch tables.pools[pool].level {
    case .constant(let count): return Int128(count) * Self.overlap(from, now, countingSince, now)
    case .timetable(let levels):
      return levels.indices.reduce(0) { sum, index in
        let end = index + 1 < levels.count ? levels[index + 1].at : now
        return sum + Int128(levels[index].count) * Self.overlap(from, now, levels[index].at, end)
      }
    case .roster: return paidEquivalents(of: pool, now)
    case .stock, .certified: return 0
    }
  }

  /// Thousandths × ticks as thousandths a civil year, rounded.
  private func ofYear(_ priced: Int128) -> Int128 {
    let year = tables.costs.yearTicks[Int(period)]
    return (priced + year / 2) / year
  }

  /// Writes the year of an account into the record.
  private mutating func write(_ account: Int) {
    let plan = tables.costs
    let number = plan.categories.count
    var sum: Int128 = 0
    for category in 0..<number {
      let amount = costs.year[account * number + category]
      sum += amount
      count(plan.totals[account * number + category], by: Double(amount) / CostPlan.parts)
    }
    let spent = Double(sum) / CostPlan.parts
    guard account < tables.variants.count else {
      countPair(plan.perPatient[account], spent, 0)
      return
    }
    let counters = tables.variants[account].counters
    count(plan.failed[account], by: Double(costs.failed[account]) / CostPlan.parts)
    let isRun = tables.variants[account].isRun
    let treated = counters.treated >= 0 && !isRun ? values[Int(counters.treated + period)] : 0
    countPair(plan.perPatient[account], spent, treated)
    let isForPatients = counters.referred >= 0 && !isRun
    let released = counters.batchesReleased >= 0 ? values[Int(counters.batchesReleased + period)] : 0
    countPair(plan.perDose[account], spent, isForPatients ? released : Double(costs.stored[account]))
  }
}
