import EventKernel
import OutputAnalysis
import Quantities

/// People by month: who is qualified, planned and needed, where a scenario asks for it.
extension PipelineRun {
  /// The months up to the next one that ends, and the first that is counted.
  mutating func forgetMonths(at now: SimulationTime) {
    for role in months.indices {
      months[role].advance(to: now)
      months[role].begin()
      // The area of a year has just begun anew.
      months[role].qualifiedBefore = 0
      _ = months[role].planned.flush(at: now.ticks)
    }
    monthSince = now
  }

  /// A month is over; before the year does, whose areas it reads.
  mutating func closeMonth(at end: SimulationTime) {
    guard !months.isEmpty, period >= 0 else { return }
    let month = tables.months.ends.firstIndex { $0 >= end } ?? 0
    let elapsed = Double((end - monthSince).ticks)
    for role in months.indices { close(role, month, at: end, elapsed) }
    monthSince = end
  }

  private mutating func close(_ role: Int, _ month: Int, at end: SimulationTime, _ elapsed: Double) {
    let plan = tables.months.roles[role]
    let pool = Int(plan.pool)
    months[role].advance(to: end)
    let area = pools[pool].independentArea.area(until: end.ticks)
    let qualified = Double(area - months[role].qualifiedBefore) / elapsed
    months[role].qualifiedBefore = area
    let covering = persons(presenting: months[role].covering(MonthPlan.coverage), of: pool, until: end)
    // What is asked for now and then can wait for one.
    let needed = Double(max(covering, months[role].covering(1) > 0 ? 1 : 0))
    months[role].begin()
    values[Int(plan.qualified) + month] = qualified
    values[Int(plan.planned) + month] = Double(months[role].planned.flush(at: end.ticks)) / elapsed
    values[Int(plan.needed) + month] = needed
    values[Int(plan.gap) + month] = max(0, needed - qualified)
    // Half a minute of a month is nothing.
    values[Int(plan.closed) + 2 * month] = qualified >= needed - 1e-5 ? 1 : 0
    values[Int(plan.closed) + 2 * month + 1] = 1
  }

  /// How many persons a role must have for so many to be present on shift, on the mean of a month.
  private func persons(presenting units: Int, of pool: Int, until end: SimulationTime) -> Int {
    guard units > 0, case .roster(_, _, let present) = tables.pools[pool].level else { return units }
    let equivalent = pools[pool].staff.equivalent
    var share = (equivalent > 0 ? equivalent : 1) * present * (1 - (tables.pools[pool].absence?.share ?? 0))
    let leave = tables.pools[pool].leave
    if leave >= 0 {
      let days = tables.leaves[Int(leave)].present
      let (first, last) = (tables.day(of: monthSince), tables.day(of: SimulationTime(ticks: end.ticks - 1)))
      let month = days[min(first, days.count - 1)...min(last, days.count - 1)]
      share *= month.reduce(0, +) / Double(month.count)
    }
    return share > 0 ? Int((Double(units) / share - 1e-9).rounded(.up)) : units
  }

  // MARK: What is asked for

  /// What is asked of a role may have changed.
  @inline(__always)
  mutating func touchRole(_ pool: Int) {
    let role = tables.pools[pool].monthly
    if role >= 0 { months[Int(role)].isTouched = true }
  }

  /// What is asked of all roles may have changed.
  mutating func touchRoles() { for role in months.indices { months[role].isTouched = true } }

  /// The instant is over: what is asked for is noted.
  @inline(never)
  mutating func settleMonths(_ now: SimulationTime) {
    for role in months.indices where months[role].isTouched || months[role].isShort {
      months[role].isTouched = false
      let pool = Int(tables.months.roles[role].pool)
      let (asked, isShort) = askedFor(pool)
      months[role].isShort = isShort
      let isThere = pools[pool].isOnShift && pools[pool].isLicensed && pools[pool].closures == 0
      let planned = Int64(pools[pool].isEmployed ? pools[pool].staff.planned : 0)
      months[role].set(asked: isThere ? asked : -1, at: now)
      months[role].planned.change(by: planned - months[role].planned.level, at: now.ticks)
    }
  }

  /// Units of a role in use, and those that claims wait for which lack nothing else; whether anybody waits for it at all.
  private func askedFor(_ pool: Int) -> (units: Int, isShort: Bool) {
    var (units, isShort) = (Int(pools[pool].inUse), false)
    for place in tables.pools[pool].lines.indices {
      let line = Int(tables.linesOfPools[place])
      let short = lines[line].shortOf
      guard lines[line].head >= 0, short >= 0, role(of: short) == pool else { continue }
      isShort = true
      units += unitsAsked(of: pool, in: line)
    }
    for token in ledger.waiting {
      let variant = Int(tokens[token].variant)
      let product = Int(tables.variants[variant].product)
      guard ledger.full.contains(Int32(product)), wants.pool(of: product) == Int32(pool) else { continue }
      if isFirstOfProduct(token) { units += startClaim(of: pool, by: product) }
      isShort = true
    }
    return (units, isShort)
  }

  /// The role of a pool of people: those who hold certificates are of theirs.
  func role(of pool: Int32) -> Int {
    let role = tables.pools[Int(pool)].role
    return Int(role >= 0 ? role : pool)
  }

  private func isFirstOfProduct(_ token: Int32) -> Bool {
    let product = tables.variants[Int(tokens[token].variant)].product
    return ledger.waiting.first { tables.variants[Int(tokens[$0].variant)].product == product } == token
  }

  private func startClaim(of pool: Int, by product: Int) -> Int {
    let first = Int(tables.months.roles[Int(tables.pools[pool].monthly)].startClaims)
    let claims = tables.variants.indices.filter { tables.variants[$0].product == Int32(product) }
      .map { tables.months.startClaims[first + $0] }
    return Int(claims.max() ?? 0)
  }

  /// Units of a role that the claims of a line ask for: as many of those who wait as there is everything else for. Desk work,
  /// which pauses and can be done later, asks for one at a time.
  private func unitsAsked(of pool: Int, in line: Int) -> Int {
    let step = tables.steps[line]
    var (units, starts) = (0, step.atShiftEnd == .suspend ? 1 : Int(lines[line].count))
    for index in claims(of: line) {
      let claim = tables.claims[index]
      if claim.standsIn >= 0 || tables.pools[Int(claim.pool)].trial >= 0 { continue }
      if role(of: claim.pool) != pool {
        starts = min(starts, Int(max(0, pools[Int(claim.pool)].free) / max(1, claim.count)))
      } else if claim.pool == Int32(pool) {
        units += Int(claim.count)
      }
    }
    return units * starts
  }
}
