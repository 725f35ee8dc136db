import EventKernel
import Quantities

/// Looks for circles of holders who wait for each other (SEMANTICS part 5).
///
/// `keeps:` and blocking let an entity hold one thing while it waits for another; a whole waits for its parts, members wait
/// for their group, a claim on a stock for the lot that fills it. Whoever waits is stuck when it could not go on even if
/// everybody who can still move gave back all they hold: the reduction of the general resource graph (Holt, 1972,
/// DOI 10.1145/356603.356607). Looked for when somebody begins to wait who may close a circle.
extension PipelineRun {
  /// Ends the run when a token that has just begun to wait closes a circle.
  @inline(__always)
  mutating func checkDeadlock(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let row = tokens[token]
    guard row.state == .inLine || row.state == .waitingForChildren else { return }
    // Others wait for a holder, for a part, for a lot or a group.
    if isHolding(token) || row.parent >= 0 || row.patient < 0 || row.gathering >= 0 {
      checkCircle(of: token, &agenda)
    }
  }

  @inline(never)
  private mutating func checkCircle(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard outcome == .horizonReached, mayBeStuck(token) else { return }
    let stuck = stuckTokens()
    guard stuck.contains(Int32(token)) else { return }
    let circle = circle(from: Int32(token), among: stuck)
    if circle.isEmpty { return }
    outcome = .deadlock(atSeconds: seconds(agenda.now), circle: circle)
    agenda.stop()
  }

  /// Whether a token holds anything for which others may wait.
  @inline(__always)
  func isHolding(_ token: Int) -> Bool {
    tokens[token].kept >= 0 || tokens[token].blocking >= 0 || tokens[token].taken != 0
  }

  /// Whether a token may be stuck: a look at its own claim, without which most waits would cost a search.
  ///
  /// Whoever lacks units that are only borrowed for work gets them when that work is over.
  private func mayBeStuck(_ token: Int) -> Bool {
    switch tokens[token].state {
    case .inLine:
      let step = tables.steps[Int(tokens[token].step)]
      if tables.circles.canBlock || step.traits.contains(.keepsApart) { return true }
      return step.claims.indices.contains { index in
        let claim = tables.claims[index]
        let pool = Int(claim.pool)
        if !isMissing(index, token) || pools[pool].free >= claim.count { return false }
        if claim.isConsumed { return tables.circles.isHeldWaiting[pool] }
        return unitsAtBest(of: pool) - Int(pools[pool].heldBeyond) < Int(claim.count)
      }
    case .waitingForChildren, .container: return firstPart(of: token) { mayBeStuck(Int($0)) } != nil
    case .gathered: return tokens[token].unit >= 0 && mayBeStuck(Int(tokens[token].unit))
    default: return false
    }
  }

  /// Everybody who waits and cannot go on whatever the others do.
  func stuckTokens() -> [Int32] {
    var waiting = (0..<tokens.capacity).filter { isWaiting($0) }.map(Int32.init)
    if waiting.isEmpty { return [] }
    // What could be had if everybody who can move gave back what they hold.
    var free = pools.indices.map { unitsAtBest(of: $0) }
    for token in waiting { forEachHeld(by: Int(token)) { pool, count in free[pool] -= Int(count) } }
    var freed: Set<Int32> = []
    for token in 0..<tokens.capacity where tokens[token].state != .free && !isWaiting(token) {
      freeWhole(around: token, &free, &freed)
    }
    var stuck = Set(waiting)
    var moved = true
    while moved {
      moved = false
      let others = waiting
      waiting.removeAll { token in
        guard canGoOn(Int(token), free, stuck, others) else { return false }
        forEachHeld(by: Int(token)) { pool, count in free[pool] += Int(count) }
        freeWhole(around: Int(token), &free, &freed)
        stuck.remove(token)
        moved = true
        return true
      }
    }
    return waiting
  }

  /// Whether others decide when a token goes on; whoever works, travels or waits for a date does so by itself, and so does
  /// whoever leaves one day because of patience, a clock or a limit.
  private func isWaiting(_ token: Int) -> Bool {
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
  private func canGoOn(_ token: Int, _ free: [Int], _ stuck: Set<Int32>, _ others: [Int32]) -> Bool {
    switch tokens[token].state {
    case .inLine: canStart(token, free, stuck) && keeper(outOf: token, among: others) == nil
    case .waitingForChildren: stuckPart(of: token, stuck) == nil
    case .container: stuckPart(of: token, stuck) == nil
    default: !stuck.contains(tokens[token].unit)
    }
  }

  /// A part that a whole waits for and that is stuck.
  func stuckPart(of token: Int, _ stuck: Set<Int32>) -> Int32? { firstPart(of: token) { stuck.contains($0) } }

  /// The first of the parts for which a whole waits of which something holds.
  private func firstPart(of token: Int, where holds: (Int32) -> Bool) -> Int32? {
    var child = tokens[token].firstChild
    while child >= 0 {
      let counts = tokens[token].state == .container || tokens[child].fork == tokens[token].joining
      if counts && holds(child) { return child }
      child = tokens[child].nextSibling
    }
    return nil
  }

  private func canStart(_ token: Int, _ free: [Int], _ stuck: Set<Int32>) -> Bool {
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
  func stuckLot(for pool: Int, _ stuck: Set<Int32>) -> Int32? {
    guard let stock = tables.stocks.first(where: { $0.pool == Int32(pool) }), stock.madeBy >= 0,
      stock.leadTime == nil, !tables.circles.hasChoice[Int(stock.madeBy)],
      tables.circles.suppliers[pool].allSatisfy({ $0 == stock.madeBy })
    else { return nil }
    var lot: Int32?
    for token in 0..<tokens.capacity
    where tokens[token].state != .free && tokens[token].variant == stock.madeBy {
      if !stuck.contains(Int32(token)) { return nil }
      lot = lot ?? Int32(token)
    }
    return lot
  }

  /// The most units that a pool can have from now on, whoever holds them.
  func unitsAtBest(of pool: Int) -> Int {
    let now = Int(pools[pool].inUse)
    switch tables.pools[pool].level {
    case .constant(let count): return max(Int(count), now)
    case .timetable(let levels):
      let later = levels.filter { $0.at > instant }.map { Int($0.count) }.max() ?? 0
      return max(later, Int(pools[pool].base), now)
    case .roster(let heads, let equivalent, let present):
      // Where people come and go, there may be more of them one day.
      if tables.pools[pool].turnover != nil || tables.pools[pool].isJoined { return Int(Int32.max) }
      let leave = tables.pools[pool].leave
      let most = leave >= 0 ? tables.leaves[Int(leave)].present.max() ?? 1 : 1
      let expected = Double(max(heads, pools[pool].independent)) * equivalent * present * most
      return max(Int((expected - 1e-9).rounded(.up)), now)
    case .stock: return Int(Int32.max)
    // Whoever lacks a certificate may get it one day.
    case .certified: return unitsAtBest(of: Int(tables.pools[pool].role))
    }
  }

  /// All that a token holds: kept, blocked, and the part of its claim that suspended work has left.
  func forEachHeld(by token: Int, _ body: (Int, Int32) -> Void) {
    var holding = tokens[token].kept
    while holding >= 0 {
      body(Int(holdings[holding].pool), holdings[holding].count)
      holding = holdings[holding].next
    }
    if tokens[token].blocking >= 0 {
      let held = tokens[token].heldBehind
      for index in tables.steps[Int(tokens[token].blocking)].claims.indices
      where held & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
        body(Int(tables.claims[index].pool), tables.claims[index].count)
      }
    }
    if tokens[token].state != .inLine { return }
    for index in tables.steps[Int(tokens[token].step)].claims.indices
    where tokens[token].taken & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
      body(Int(tables.claims[index].pool), tables.claims[index].count)
    }
  }
}
