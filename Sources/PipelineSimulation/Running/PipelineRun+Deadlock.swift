import EventKernel
import Quantities

/// Looks for circles of holders who wait for each other (SEMANTICS part 5).
///
/// `keeps:` and blocking let an entity hold one thing while it waits for another. A waiting holder is stuck when its claim
/// could not be met even if everybody who can still move gave back all they hold: the reduction of the general resource
/// graph (Holt, 1972, DOI 10.1145/356603.356607). Checked when a holder starts to wait.
extension PipelineRun {
  /// Ends the run when a holder that has just begun to wait closes a circle.
  @inline(__always)
  mutating func checkDeadlock(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if isHolding(token) { checkCircle(of: token, &agenda) }
  }

  private mutating func checkCircle(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let stuck = stuckHolders()
    guard stuck.contains(Int32(token)) else { return }
    outcome = .deadlock(atSeconds: seconds(agenda.now), circle: circle(from: Int32(token), among: stuck))
    agenda.stop()
  }

  /// Whether a token holds anything for which others may wait.
  @inline(__always)
  func isHolding(_ token: Int) -> Bool {
    tokens[token].kept >= 0 || tokens[token].blocking >= 0 || tokens[token].taken != 0
  }

  /// The waiting holders that cannot move whatever the others do.
  private func stuckHolders() -> [Int32] {
    var waiting = (0..<tokens.capacity).filter { tokens[$0].state == .inLine && isHolding($0) }.map(
      Int32.init)
    if waiting.isEmpty { return [] }
    // What could be had if everybody who works gave back what they hold.
    var free = pools.indices.map { units(ofPoolAtBest: $0) }
    for token in waiting { forEachHeld(by: Int(token)) { pool, count in free[pool] -= Int(count) } }
    var moved = true
    while moved {
      moved = false
      let others = waiting
      waiting.removeAll { token in
        guard canStart(Int(token), free), keeper(outOf: Int(token), among: others) == nil else {
          return false
        }
        forEachHeld(by: Int(token)) { pool, count in free[pool] += Int(count) }
        moved = true
        return true
      }
    }
    return waiting
  }

  /// The units that a pool can have at its best; where their number changes in time, waiting may help.
  private func units(ofPoolAtBest pool: Int) -> Int {
    switch tables.pools[pool].level {
    case .constant(let count): max(Int(count), Int(pools[pool].inUse))
    case .timetable, .roster, .stock: Int(Int32.max)
    }
  }

  private func canStart(_ token: Int, _ free: [Int]) -> Bool {
    let step = Int(tokens[token].step)
    for index in tables.steps[step].claims.indices where isMissing(index, token) {
      let claim = tables.claims[index]
      // Stocks are filled from outside.
      if claim.isConsumed { continue }
      if free[Int(claim.pool)] >= Int(claim.count) { continue }
      // Whoever stands in does so sooner or later.
      let isCovered = tables.steps[step].claims.indices.contains { other in
        claim.alternatives & tables.claims[other].bit != 0
          && free[Int(tables.claims[other].pool)] >= Int(claim.count)
      }
      if !isCovered { return false }
    }
    return true
  }

  /// Whether a claim of a token's step is neither met nor stood in for; those that stand in are never missed themselves.
  private func isMissing(_ index: Int, _ token: Int) -> Bool {
    let claim = tables.claims[index]
    return claim.standsIn < 0 && tokens[token].taken & (claim.bit | claim.alternatives) == 0
  }

  func forEachHeld(by token: Int, _ body: (Int, Int32) -> Void) {
    var holding = tokens[token].kept
    while holding >= 0 {
      body(Int(holdings[holding].pool), holdings[holding].count)
      holding = holdings[holding].next
    }
    if tokens[token].blocking >= 0 {
      let held = tokens[token].heldBehind
      for index in tables.steps[Int(tokens[token].blocking)].claims.indices
      where held & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed
        && !tables.claims[index].isKept
      {
        body(Int(tables.claims[index].pool), tables.claims[index].count)
      }
    }
    for index in tables.steps[Int(tokens[token].step)].claims.indices
    where tokens[token].taken & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
      body(Int(tables.claims[index].pool), tables.claims[index].count)
    }
  }

  /// Who waits for what that whom holds, in words, until somebody comes up again.
  private func circle(from first: Int32, among stuck: [Int32]) -> [String] {
    var sentences: [String] = []
    var seen: [Int32] = []
    var token = first
    while !seen.contains(token) {
      seen.append(token)
      let step = tables.stepNames[Int(tokens[token].step)]
      if let (holder, zone) = keeper(outOf: Int(token), among: stuck) {
        sentences.append(
          "\(name(of: Int(token))) waits at '\(step)' to be alone in \(tables.zones[zone].name), where \(name(of: Int(holder))) has a room"
        )
        token = holder
        continue
      }
      guard let pool = shortPool(of: Int(token)),
        let holder = stuck.first(where: { holds($0, pool) && $0 != token })
          ?? stuck.first(where: { holds($0, pool) })
      else { break }
      sentences.append(
        "\(name(of: Int(token))) waits at '\(step)' for \(tables.pools[pool].name), held by \(name(of: Int(holder)))"
      )
      token = holder
    }
    return sentences
  }

  private func shortPool(of token: Int) -> Int? {
    for index in tables.steps[Int(tokens[token].step)].claims.indices
    where isMissing(index, token) && !tables.claims[index].isConsumed {
      let claim = tables.claims[index]
      if pools[Int(claim.pool)].free < claim.count { return Int(claim.pool) }
    }
    return nil
  }

  private func holds(_ token: Int32, _ pool: Int) -> Bool {
    var found = false
    forEachHeld(by: Int(token)) { held, _ in if held == pool { found = true } }
    return found
  }
}
