import EventKernel
import OutputAnalysis
import Quantities

/// What is booked when it is caused. Steps without a price never come here: `StepTraits.costs`, `StepTraits.hours`.
extension PipelineRun {
  /// Books an amount to the batch and to the product of a token; nothing is booked during the warm-up.
  mutating func book(_ amount: Int128, _ category: Int32, to token: Int) {
    let variant = Int(tokens[token].variant)
    if period < 0 || variant < 0 || amount == 0 { return }
    add(amount, category, to: variant)
    let batch = tokens[token].batch
    if batch < 0 { return }
    batches[batch].cost += amount
    if batches[batch].isWrittenOff { costs.failed[variant] += amount }
  }

  private mutating func add(_ amount: Int128, _ category: Int32, to account: Int) {
    costs.year[account * tables.costs.categories.count + Int(category)] += amount
    costs.booked += amount
  }

  /// What a step costs each time that it begins.
  @inline(never)
  mutating func bookStart(_ token: Int, _ step: Int) {
    for index in tables.steps[step].costs.indices {
      let item = tables.costItems[index]
      book(Int128(item.amount), item.category, to: token)
      if period >= 0 { costs.bookedAtStarts += Int128(item.amount) }
    }
  }

  /// The cleaning of one unit.
  mutating func bookChangeover(of pool: Int, for token: Int) {
    book(tables.costs.pools[pool].changeover, tables.costs.pools[pool].category, to: token)
  }

  /// A stretch of work ends: its hours are booked.
  @inline(never)
  mutating func bookHours(_ token: Int, _ step: Int, _ now: SimulationTime) {
    let start = tokens[token].startedAt
    if now <= start { return }
    if tables.steps[step].traits.contains(.covered) { countCovered(token, step, now) }
    for index in tables.steps[step].claims.indices where tokens[token].taken & tables.claims[index].bit != 0 {
      let claim = tables.claims[index]
      if !claim.isConsumed { countHours(claim.count, of: Int(claim.pool), from: start, to: now) }
      if !tables.costs.isThere { continue }
      let prices = tables.costs.pools[Int(claim.pool)]
      if claim.isConsumed || !prices.chargesHours { continue }
      var priced = prices.hour * Int128((now - start).ticks)
      if prices.hasPremium { priced += premiums(of: Int(claim.pool), from: start, to: now) }
      book(perHour(priced * Int128(claim.count)), prices.category, to: token)
    }
  }

  /// Units that a token kept from step to step are given back.
  mutating func bookKept(_ holding: Holding, by token: Int, _ now: SimulationTime) {
    let prices = tables.costs.pools[Int(holding.pool)]
    let ticks = Int128((now - holding.since).ticks) * Int128(holding.count)
    book(perHour(prices.hour * ticks), prices.category, to: token)
  }

  /// A shipment sets out.
  mutating func bookShipment(_ token: Int, _ ship: Int) {
    let plan = tables.ships[ship]
    if plan.price > 0 { book(Int128(plan.price), plan.costCategory, to: token) }
  }

  /// Units of a stock are discarded: no product used them.
  mutating func bookExpired(_ units: Int32, of pool: Int) {
    let price = tables.costs.units[pool]
    if period < 0 || price == 0 { return }
    add(price * Int128(units), tables.costs.pools[pool].category, to: idleAccount(of: pool))
  }

  /// The account of what no product caused at the facility of a pool.
  private func idleAccount(of pool: Int) -> Int {
    let facility = Int(tables.pools[pool].facility)
    return facility >= 0 ? tables.variants.count + facility : tables.costs.accounts - 1
  }

  /// A batch comes to nothing: what was spent on it is lost, and what is still spent on it will be.
  mutating func writeOff(_ token: Int) {
    let batch = tokens[token].batch
    let variant = Int(tokens[token].variant)
    if !tables.costs.isThere || batch < 0 || variant < 0 || batches[batch].isWrittenOff { return }
    let patient = tokens[token].patient
    if patient >= 0 && patients[patient].isInfused { return }
    batches[batch].isWrittenOff = true
    costs.failed[variant] += batches[batch].cost
  }

  /// Units of a pool come into use for a product, or are no longer in use.
  @inline(never)
  mutating func noteUse(_ change: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    let variant = Int(tokens[token].variant)
    if variant < 0 { return }
    costs.use[pool * tables.variants.count + variant].change(by: Int64(change), at: now.ticks)
  }

  // MARK: Premiums

  /// Thousandths × ticks, for the part of a stretch of work that is overtime, at night or at a weekend.
  private func premiums(of pool: Int, from start: SimulationTime, to end: SimulationTime) -> Int128 {
    let prices = tables.costs.pools[pool]
    var sum: Int128 = 0
    if prices.overtime > 0, tables.pools[pool].plan >= 0 {
      sum += prices.overtime * Int128((end - start).ticks - onShift(of: pool, from: start, to: end))
    }
    guard prices.night > 0 || prices.weekend > 0 else { return sum }
    let (night, weekend) = unsocialTicks(from: start, to: end)
    return sum + prices.night * night + prices.weekend * weekend
  }

  /// The parts of a stretch of time from 22:00 to 06:00, and on Saturdays and Sundays.
  func unsocialTicks(from start: SimulationTime, to end: SimulationTime) -> (night: Int128, weekend: Int128) {
    var (night, weekend): (Int128, Int128) = (0, 0)
    if tables.dayStarts.isEmpty { return (0, 0) }
    var day = tables.day(of: start)
    while day + 1 < tables.dayStarts.count, tables.dayStarts[day] < end {
      let (first, last) = (tables.dayStarts[day], tables.dayStarts[day + 1])
      let morning = first + SimulationSpan(ticks: Int64(6 * tables.ticksPerHour))
      let evening = first + SimulationSpan(ticks: Int64(22 * tables.ticksPerHour))
      night += Self.overlap(start, end, first, morning) + Self.overlap(start, end, evening, last)
      if tables.weekdays[day] >= 5 { weekend += Self.overlap(start, end, first, last) }
      day += 1
    }
    return (night, weekend)
  }

  /// The ticks of a stretch of time that lie within the hours of a pool.
  func onShift(of pool: Int, from start: SimulationTime, to end: SimulationTime) -> Int64 {
    let timetable = tables.timetables[Int(tables.pools[pool].plan)]
    var walk = timetable.walk(from: start)
    var ticks: Int64 = 0
    while let shift = timetable.next(&walk), shift.from < end {
      ticks += (min(shift.to, end) - shift.from).ticks
    }
    return ticks
  }

  /// The ticks that two stretches of time have in common.
  static func overlap(
    _ start: SimulationTime, _ end: SimulationTime, _ from: SimulationTime, _ to: SimulationTime
  ) -> Int128 {
    let (first, last) = (max(start, from), min(end, to))
    return first < last ? Int128((last - first).ticks) : 0
  }

  /// Thousandths × ticks as thousandths an hour, rounded.
  private func perHour(_ priced: Int128) -> Int128 {
    let hour = Int128(tables.ticksPerHour)
    return (priced + hour / 2) / hour
  }
}
