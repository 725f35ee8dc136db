import EventKernel
import Quantities

/// What passes between pools and tokens: units taken for a step, kept beyond it, given back.
extension PipelineRun {
  /// Takes what is still missing of a claim.
  @inline(__always)
  mutating func take(
    _ token: Int, _ step: Int, only wanted: UInt32 = .max, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if tokens[token].taken != 0 { noteLeft(to: token, step, -1) }
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      if tokens[token].taken & claim.bit != 0 || wanted & claim.bit == 0 { continue }
      tokens[token].taken |= claim.bit
      if claim.isConsumed, tables.pools[Int(claim.pool)].trial >= 0 {
        enrol(token, in: Int(tables.pools[Int(claim.pool)].trial))
      } else if claim.isConsumed {
        issue(claim.count, of: Int(claim.pool), &agenda)
      } else {
        takeUnits(claim.count, of: Int(claim.pool), for: token, agenda.now)
      }
    }
  }

  /// Units of a pool pass to a token.
  @inline(__always)
  mutating func takeUnits(_ count: Int32, of pool: Int, for token: Int, _ now: SimulationTime) {
    pools[pool].inUse += count
    pools[pool].busyArea.change(by: Int64(count), at: now.ticks)
    if tables.pools[pool].isFollowed { noteTaken(count, of: pool, by: token, now) }
    if tables.pools[pool].countsUse { noteUse(count, of: pool, by: token, now) }
  }

  @inline(never)
  private mutating func noteTaken(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    touchRole(pool)
    if tables.pools[pool].watchesHours { areCalled(count, of: pool, by: token, now) }
    if tables.pools[pool].tracksHolders { pools[pool].holders.append(Int32(token)) }
    if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: count, for: token) }
    if tables.pools[pool].isContested, !tables.pools[pool].isOfPeople {
      noteSpot(count, of: pool, by: token, now)
    }
  }

  /// Units of a pool are free again.
  @inline(__always)
  mutating func giveBack(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    pools[pool].inUse -= count
    pools[pool].busyArea.change(by: Int64(-count), at: now.ticks)
    if tables.pools[pool].isFollowed { noteGivenBack(count, of: pool, by: token, now) }
    if tables.pools[pool].countsUse { noteUse(-count, of: pool, by: token, now) }
    markDirty(pool)
  }

  @inline(never)
  private mutating func noteGivenBack(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    touchRole(pool)
    if tables.pools[pool].watchesHours { areDone(count, of: pool, by: token, now) }
    if tables.pools[pool].remembersUse { returnTags(count, of: pool, by: token) }
    if tables.pools[pool].tracksHolders { forgetHolder(token, of: pool) }
    if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: -count, for: token) }
    if tables.pools[pool].isContested { endSpot(count, of: pool, by: token) }
  }

  @inline(never)
  private mutating func forgetHolder(_ token: Int, of pool: Int) {
    if let place = pools[pool].holders.firstIndex(of: Int32(token)) { pools[pool].holders.remove(at: place) }
  }

  /// Gives back what a step borrowed; what it keeps goes on being held by the token.
  @inline(__always)
  mutating func freeClaims(_ token: Int, _ step: Int, _ now: SimulationTime) {
    let taken = tokens[token].taken
    if taken == 0 { return }
    tokens[token].taken = 0
    let isDone = tokens[token].state == .running
    for index in tables.steps[step].claims.indices where taken & tables.claims[index].bit != 0 {
      let claim = tables.claims[index]
      if claim.isConsumed { continue }
      if claim.isKept && isDone {
        keep(claim.count, of: claim.pool, token, now)
      } else {
        giveBack(claim.count, of: Int(claim.pool), by: token, now)
      }
    }
  }

  /// What a token that waits in line has of its claim already is left to it, or no longer.
  @inline(never)
  mutating func noteLeft(to token: Int, _ step: Int, _ sign: Int32) {
    for index in tables.steps[step].claims.indices
    where tokens[token].taken & tables.claims[index].bit != 0 && !tables.claims[index].isConsumed {
      pools[Int(tables.claims[index].pool)].heldBeyond += sign * tables.claims[index].count
    }
  }

  @inline(never)
  private mutating func keep(_ count: Int32, of pool: Int32, _ token: Int, _ now: SimulationTime) {
    pools[Int(pool)].heldBeyond += count
    let holding = holdings.add(
      Holding(pool: pool, count: count, next: tokens[token].kept, since: now))
    tokens[token].kept = Int32(holding)
    if tables.pools[Int(pool)].tracksHolders { forgetHolder(token, of: Int(pool)) }
  }

  /// A step frees by name what an earlier step kept, here or in a token that this one stems from.
  mutating func freeNamed(_ token: Int, _ step: Int, _ now: SimulationTime) {
    for index in tables.steps[step].frees.indices {
      let pool = tables.freed[index]
      var holder = Int32(token)
      while holder >= 0 {
        freeKept(Int(holder), now) { $0 == pool }
        holder = tokens[holder].parent
      }
    }
  }

  @inline(__always)
  mutating func freeAllKept(_ token: Int, _ now: SimulationTime) {
    if tokens[token].kept >= 0 { freeKept(token, now) { _ in true } }
  }

  private mutating func freeKept(_ token: Int, _ now: SimulationTime, where isFreed: (Int32) -> Bool) {
    var previous: Int32 = -1
    var current = tokens[token].kept
    while current >= 0 {
      let holding = holdings[current]
      if isFreed(holding.pool) {
        if previous >= 0 { holdings[previous].next = holding.next } else { tokens[token].kept = holding.next }
        pools[Int(holding.pool)].inUse -= holding.count
        pools[Int(holding.pool)].heldBeyond -= holding.count
        pools[Int(holding.pool)].busyArea.change(by: Int64(-holding.count), at: now.ticks)
        returnTags(holding.count, of: Int(holding.pool), by: token)
        let pool = Int(holding.pool)
        touchRole(pool)
        if tables.pools[pool].countsUse { noteUse(-holding.count, of: pool, by: token, now) }
        if tables.pools[pool].chargesHours { bookKept(holding, by: token, now) }
        if tables.poolCounters[pool].nightHours >= 0 {
          countHours(holding.count, of: pool, from: holding.since, to: now)
        }
        if tables.pools[pool].watchesHours { areDone(holding.count, of: pool, by: token, now) }
        if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: -holding.count, for: token) }
        if tables.pools[pool].isContested { endSpot(holding.count, of: pool, by: token) }
        markDirty(Int(holding.pool))
        holdings.remove(Int(current))
      } else {
        previous = current
      }
      current = holding.next
    }
  }

  /// The step that a token still blocks is free.
  @inline(__always)
  mutating func freeBlocked(_ token: Int, _ now: SimulationTime) {
    if tokens[token].blocking >= 0 { freeBlockedStep(token, now) }
  }

  private mutating func freeBlockedStep(_ token: Int, _ now: SimulationTime) {
    let step = tokens[token].blocking
    tokens[token].blocking = -1
    let held = tokens[token].heldBehind
    for index in tables.steps[Int(step)].claims.indices where held & tables.claims[index].bit != 0 {
      let claim = tables.claims[index]
      if claim.isConsumed { continue }
      if claim.isKept {
        keep(claim.count, of: claim.pool, token, now)
      } else {
        giveBack(claim.count, of: Int(claim.pool), by: token, now)
      }
    }
  }
}
