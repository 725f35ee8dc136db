import EventKernel
import PipelineModel
import Quantities

extension PipelineRun {
  /// Starts everything that can start in this instant, in order. Bookings come first: they only reserve.
  mutating func dispatch(_ agenda: inout Agenda<PipelineEvent>) {
    if wantsBooking { considerBookings(&agenda) }
    dispatchNumber &+= 1
    for pool in dirtyPools {
      pools[Int(pool)].isDirty = false
      for line in tables.pools[Int(pool)].lines { addCandidate(Int(line)) }
    }
    dirtyPools.removeAll(keepingCapacity: true)
    for line in candidateLines { lines[Int(line)].isStuck = false }
    while let line = nextLine() {
      let token = Int(lines[line].head)
      if !tryToStart(token, line, &agenda) { lines[line].isStuck = true }
    }
    for line in candidateLines { lines[Int(line)].isCandidate = false }
    candidateLines.removeAll(keepingCapacity: true)
    settleFresh(&agenda)
  }

  /// The candidate line whose first token comes first of all.
  private func nextLine() -> Int? {
    var best: Int32 = -1
    for line in candidateLines where !lines[Int(line)].isStuck && lines[Int(line)].head >= 0 {
      if best < 0 || precedes(lines[Int(line)].head, lines[Int(best)].head) { best = line }
    }
    return best >= 0 ? Int(best) : nil
  }

  /// Takes the claim of the first in a line and begins, if all of it is there; false leaves it waiting.
  private mutating func tryToStart(
    _ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    var short: Int32 = -1
    for (bit, index) in claims(of: line).enumerated() {
      let claim = tables.claims[index]
      if tokens[token].taken & (1 << UInt32(bit)) != 0 { continue }
      let isBlocked = pools[Int(claim.pool)].blockedAt == dispatchNumber && !tables.steps[line].bypass
      if isBlocked || pools[Int(claim.pool)].free < claim.count {
        short = claim.pool
        break
      }
    }
    // Nobody yields to work that would not begin all the same.
    let mayBegin = tables.steps[line].atShiftEnd != .onlyIfItFits || fits(token, line, agenda.now)
    if short >= 0, !(mayBegin && tables.steps[line].variant >= 0 && preempt(for: token, line, &agenda)) {
      blockShortPools(of: token, line)
      setShort(line, short, agenda.now)
      return false
    }
    if !mayBegin {
      setShort(line, -1, agenda.now)
      return false
    }
    setShort(line, -1, agenda.now)
    let isAtOnce = tokens[token].isFresh
    take(token, line, isAtOnce: isAtOnce, &agenda)
    removeFromLine(token, &agenda)
    freeBlocked(token, agenda.now)
    begin(token, &agenda)
    return true
  }

  /// An earlier claim that lacks a pool keeps later ones from it.
  private mutating func blockShortPools(of token: Int, _ line: Int) {
    for (bit, index) in tables.steps[line].claims.indices.enumerated() {
      let claim = tables.claims[index]
      if tokens[token].taken & (1 << UInt32(bit)) != 0 { continue }
      if pools[Int(claim.pool)].free < claim.count { pools[Int(claim.pool)].blockedAt = dispatchNumber }
    }
  }

  /// Whether a step that must not meet the end of a shift can end before one.
  private func fits(_ token: Int, _ step: Int, _ now: SimulationTime) -> Bool {
    let left = tokens[token].remaining.ticks >= 0 ? tokens[token].remaining : duration(of: token, step)
    let end = now + left + plannedChangeover(for: token, step)
    for index in tables.steps[step].claims.indices {
      if knownFall(of: Int(tables.claims[index].pool), after: now) < end { return false }
    }
    return true
  }

  /// Takes what is still missing of a claim.
  private mutating func take(
    _ token: Int, _ step: Int, isAtOnce: Bool, _ agenda: inout Agenda<PipelineEvent>
  ) {
    for (bit, index) in tables.steps[step].claims.indices.enumerated() {
      let mask: UInt32 = 1 << UInt32(bit)
      if tokens[token].taken & mask != 0 { continue }
      tokens[token].taken |= mask
      let claim = tables.claims[index]
      if claim.isConsumed {
        issue(claim.count, of: Int(claim.pool), isAtOnce: isAtOnce, &agenda)
      } else {
        takeUnits(claim.count, of: Int(claim.pool), for: token, agenda.now)
      }
    }
  }

  /// Units of a pool pass to a token.
  mutating func takeUnits(_ count: Int32, of pool: Int, for token: Int, _ now: SimulationTime) {
    pools[pool].inUse += count
    pools[pool].busyArea.change(by: Int64(count), at: now.ticks)
    if tables.pools[pool].tracksHolders { pools[pool].holders.append(Int32(token)) }
  }

  /// Units of a pool are free again.
  mutating func giveBack(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    pools[pool].inUse -= count
    pools[pool].busyArea.change(by: Int64(-count), at: now.ticks)
    returnTags(count, of: pool, by: token)
    if tables.pools[pool].tracksHolders,
      let place = pools[pool].holders.firstIndex(of: Int32(token))
    {
      pools[pool].holders.remove(at: place)
    }
    markDirty(pool)
  }

  /// Gives back what a step borrowed; what it keeps goes on being held by the token.
  mutating func freeClaims(_ token: Int, _ step: Int, _ now: SimulationTime) {
    let taken = tokens[token].taken
    if taken == 0 { return }
    tokens[token].taken = 0
    let isDone = tokens[token].state == .running
    for (bit, index) in tables.steps[step].claims.indices.enumerated() where taken & (1 << UInt32(bit)) != 0 {
      let claim = tables.claims[index]
      if claim.isConsumed { continue }
      if claim.isKept && isDone {
        keep(claim.count, of: claim.pool, token)
      } else {
        giveBack(claim.count, of: Int(claim.pool), by: token, now)
      }
    }
  }

  private mutating func keep(_ count: Int32, of pool: Int32, _ token: Int) {
    let holding = holdings.add(Holding(pool: pool, count: count, next: tokens[token].kept))
    tokens[token].kept = Int32(holding)
    if tables.pools[Int(pool)].tracksHolders,
      let place = pools[Int(pool)].holders.firstIndex(of: Int32(token))
    {
      pools[Int(pool)].holders.remove(at: place)
    }
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
        pools[Int(holding.pool)].busyArea.change(by: Int64(-holding.count), at: now.ticks)
        returnTags(holding.count, of: Int(holding.pool), by: token)
        markDirty(Int(holding.pool))
        holdings.remove(Int(current))
      } else {
        previous = current
      }
      current = holding.next
    }
  }

  /// The step that a token still blocks is free.
  mutating func freeBlocked(_ token: Int, _ now: SimulationTime) {
    let step = tokens[token].blocking
    if step < 0 { return }
    tokens[token].blocking = -1
    for index in tables.steps[Int(step)].claims.indices {
      let claim = tables.claims[index]
      if claim.isConsumed { continue }
      if claim.isKept {
        keep(claim.count, of: claim.pool, token)
      } else {
        giveBack(claim.count, of: Int(claim.pool), by: token, now)
      }
    }
  }

  /// The pool that keeps a line from moving; who waits in it is counted as short of that pool.
  private mutating func setShort(_ line: Int, _ pool: Int32, _ now: SimulationTime) {
    if lines[line].shortOf == pool { return changeShortageOfNew(line, now) }
    changeShortage(of: line, by: -Int64(lines[line].counted), at: now)
    lines[line].counted = 0
    lines[line].shortOf = pool
    changeShortageOfNew(line, now)
  }

  private mutating func changeShortageOfNew(_ line: Int, _ now: SimulationTime) {
    let pool = lines[line].shortOf
    guard pool >= 0 else { return }
    let change = lines[line].count - lines[line].counted
    if change != 0 {
      pools[Int(pool)].shortArea.change(by: Int64(change), at: now.ticks)
      lines[line].counted = lines[line].count
    }
  }

  /// One or more of those counted as short have gone.
  mutating func changeShortage(of line: Int, by change: Int64, at now: SimulationTime) {
    let pool = lines[line].shortOf
    guard pool >= 0, lines[line].counted > 0, change != 0 else { return }
    pools[Int(pool)].shortArea.change(by: change, at: now.ticks)
    lines[line].counted += Int32(change)
  }
}
