/// Who could not go on even if everybody who can still move gave back all they hold (Holt, 1972, DOI 10.1145/356603.356607).
///
/// One search takes time linear in the entities, times the longest chain of those who wait for one another.
extension PipelineRun {
  /// Everybody who waits and cannot go on whatever the others do.
  func stuckTokens() -> StuckTokens {
    var waiting = (0..<tokens.capacity).filter { isWaiting($0) }.map(Int32.init)
    if waiting.isEmpty { return StuckTokens() }
    // What could be had if everybody who can move gave back what they hold.
    var free = pools.indices.map { unitsAtBest(of: $0) }
    for token in waiting { forEachHeld(by: Int(token)) { pool, count in free[pool] -= Int(count) } }
    var freed: Set<Int32> = []
    for token in 0..<tokens.capacity where tokens[token].state != .free && !isWaiting(token) {
      freeWhole(around: token, &free, &freed)
    }
    var stuck = StuckTokens(waiting, of: tokens.capacity, lots: lotsUnderWay())
    for token in waiting { stuck.lots.count(tokens[token].variant, 1) }
    var moved = true
    while moved {
      moved = false
      let others = waiting
      waiting.removeAll { token in
        guard canGoOn(Int(token), free, stuck, others) else { return false }
        forEachHeld(by: Int(token)) { pool, count in free[pool] += Int(count) }
        freeWhole(around: Int(token), &free, &freed)
        stuck.remove(token, of: tokens[token].variant)
        moved = true
        return true
      }
    }
    stuck.rows = waiting
    return stuck
  }

  /// Whether others decide when a token goes on; whoever works, travels or waits for a date does so by itself, and so does
  /// whoever leaves one day because of patience, a clock or a limit.
  func isWaiting(_ token: Int) -> Bool {
    switch tokens[token].state {
    case .inLine, .waitingForChildren, .container: !willLeave(token)
    // Members who wait for more of them may be joined by others at any time.
    case .gathered: tokens[token].unit >= 0 && !willLeave(token)
    default: false
    }
  }

  /// Whether somebody goes away by himself, or with the whole of which he is a part, and gives back what he holds.
  private func willLeave(_ token: Int) -> Bool {
    var whole = Int32(token)
    while whole >= 0 {
      let row = tokens[whole]
      if row.patienceTicket != .none || row.withinTicket != .none { return true }
      if row.holdTicket != .none || row.shelfTicket != .none { return true }
      whole = row.parent
    }
    let patient = tokens[token].patient
    if patient < 0 { return false }
    let clocks = Int(patient) * tables.clockStride..<(Int(patient) + 1) * tables.clockStride
    if clocks.contains(where: { clockTickets[$0] != .none }) { return true }
    let source = patients[patient].source
    if source < 0 { return false }
    // A newcomer may leave the role.
    if case .newcomers(let pool) = tables.sources[Int(source)].sends,
      (tables.pools[Int(pool)].turnover?.attritionPerTick ?? 0) > 0
    {
      return true
    }
    return !tables.sources[Int(source)].withdrawals.isEmpty
  }

  /// A part that moves may free by name what its whole keeps.
  private func freeWhole(around token: Int, _ free: inout [Int], _ freed: inout Set<Int32>) {
    var whole = tokens[token].parent
    while whole >= 0 {
      var link = isWaiting(Int(whole)) ? tokens[whole].kept : -1
      while link >= 0 {
        let holding = holdings[link]
        if tables.circles.frees(tokens[token].variant, Int(holding.pool)), freed.insert(link).inserted {
          free[Int(holding.pool)] += Int(holding.count)
        }
        link = holding.next
      }
      whole = tokens[whole].parent
    }
  }

  /// Whether a token could go on if all who are not stuck gave back what they hold.
  private func canGoOn(_ token: Int, _ free: [Int], _ stuck: StuckTokens, _ others: [Int32]) -> Bool {
    switch tokens[token].state {
    case .inLine: canStart(token, free, stuck) && keeper(outOf: token, among: others) == nil
    case .waitingForChildren: stuckPart(of: token, stuck) == nil
    case .container: stuckPart(of: token, stuck) == nil
    default: !stuck.contains(tokens[token].unit)
    }
  }

  /// A part that a whole waits for and that is stuck.
  func stuckPart(of token: Int, _ stuck: StuckTokens) -> Int32? {
    firstPart(of: token) { stuck.contains($0) }
  }

  /// The first of the parts for which a whole waits of which something holds.
  func firstPart(of token: Int, where holds: (Int32) -> Bool) -> Int32? {
    var child = tokens[token].firstChild
    while child >= 0 {
      let counts = tokens[token].state == .container || tokens[child].fork == tokens[token].joining
      if counts && holds(child) { return child }
      child = tokens[child].nextSibling
    }
    return nil
  }

  private func canStart(_ token: Int, _ free: [Int], _ stuck: StuckTokens) -> Bool {
    let step = Int(tokens[token].step)
    for index in tables.steps[step].claims.indices where isMissing(index, token) {
      let claim = tables.claims[index]
      if claim.isConsumed {
        if pools[Int(claim.pool)].capacity < claim.count, stuckLot(for: Int(claim.pool), stuck) != nil {
          return false
        }
      } else if free[Int(claim.pool)] < Int(claim.count) {
        // Whoever stands in does so sooner or later.
        let isCovered = tables.steps[step].claims.indices.contains { other in
          claim.alternatives & tables.claims[other].bit != 0
            && free[Int(tables.claims[other].pool)] >= Int(claim.count)
        }
        if !isCovered { return false }
      }
    }
    return true
  }

  /// Whether a claim of a token's step is neither met nor stood in for; those that stand in are never missed themselves.
  func isMissing(_ index: Int, _ token: Int) -> Bool {
    let claim = tables.claims[index]
    return claim.standsIn < 0 && tokens[token].taken & (claim.bit | claim.alternatives) == 0
  }

  /// The lot that a stock waits for, when nobody else can fill it and all its lots are stuck.
  func stuckLot(for pool: Int, _ stuck: StuckTokens) -> Int32? {
    guard let stock = tables.stocks.first(where: { $0.pool == Int32(pool) }), stock.madeBy >= 0,
      stock.leadTime == nil, !tables.circles.hasChoice[Int(stock.madeBy)],
      tables.circles.suppliers[pool].allSatisfy({ $0 == stock.madeBy })
    else { return nil }
    return stuck.lots.stuckLot(of: stock.madeBy)
  }

  /// How many lots are under way that fill a stock; none are counted where no lot fills any.
  private func lotsUnderWay() -> LotsUnderWay {
    guard tables.stocks.contains(where: { $0.madeBy >= 0 && $0.leadTime == nil }) else {
      return LotsUnderWay()
    }
    var lots = LotsUnderWay(variants: tables.variants.count)
    for token in 0..<tokens.capacity where tokens[token].state != .free {
      lots.add(Int32(token), of: tokens[token].variant)
    }
    return lots
  }
}
