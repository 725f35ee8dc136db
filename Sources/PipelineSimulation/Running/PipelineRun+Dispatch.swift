import EventKernel
import PipelineModel
import Quantities

extension PipelineRun {
  /// Starts everything that can start in this instant, in order. Bookings come first: they only reserve.
  mutating func dispatch(_ agenda: inout Agenda<PipelineEvent>) {
    if wantsBooking { considerBookings(&agenda) }
    dispatchNumber &+= 1
    if dirtyPools.count == 1 && candidateLines.isEmpty {
      let pool = Int(dirtyPools[0])
      let line = Int(tables.pools[pool].onlyLine)
      if line >= 0 { return dispatch(line, alone: pool, &agenda) }
    }
    dispatchLines(&agenda)
  }

  /// Starts what can start in the lines of all pools that have changed, and in those that need no pool.
  private mutating func dispatchLines(_ agenda: inout Agenda<PipelineEvent>) {
    for place in dirtyPools.indices {
      let pool = Int(dirtyPools[place])
      pools[pool].isDirty = false
      let only = Int(tables.pools[pool].onlyLine)
      if only < 0 {
        for index in tables.pools[pool].lines.indices { addCandidate(Int(tables.linesOfPools[index])) }
      } else if canStart(only, alone: pool) {
        addCandidate(only)
      }
    }
    dirtyPools.removeAll()
    while let line = nextLine() {
      let token = Int(lines[line].head)
      if !tryToStart(token, line, &agenda) { lines[line].isStuck = true }
    }
    for place in candidateLines.indices { lines[Int(candidateLines[place])].isCandidate = false }
    candidateLines.removeAll()
    if !freshTokens.isEmpty { settleFresh(&agenda) }
  }

  /// Whether the first of a line can start that alone waits for a pool, and for nothing else. Nobody has to be
  /// compared with anybody, and all who wait are short of the pool.
  @inline(__always)
  private func canStart(_ line: Int, alone pool: Int) -> Bool {
    lines[line].head >= 0
      && pools[pool].free >= tables.claims[Int(tables.steps[line].claims.start)].count
  }

  /// Dispatch where one pool has changed that one line alone waits for.
  @inline(__always)
  private mutating func dispatch(_ line: Int, alone pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    dirtyPools.removeAll()
    pools[pool].isDirty = false
    while canStart(line, alone: pool) { start(Int(lines[line].head), line, &agenda) }
    if !freshTokens.isEmpty { settleFresh(&agenda) }
  }

  /// The first of a line takes what its claim lacks and begins.
  @inline(__always)
  private mutating func start(_ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if tokens[token].policyKey != 0 { takeFirstTurn(token, line) }
    take(token, line, &agenda)
    removeFromLine(token, &agenda)
    freeBlocked(token, agenda.now)
    begin(token, &agenda)
  }

  /// The candidate line whose first token comes first of all.
  @inline(__always)
  private func nextLine() -> Int? {
    if candidateLines.count == 1 {
      let line = Int(candidateLines[0])
      return lines[line].isStuck || lines[line].head < 0 ? nil : line
    }
    return firstOfLines()
  }

  /// Whether the first of one line goes before the first of another.
  ///
  /// Products do not share a policy. Between them turns are kept by arrival, and whoever is first in a line takes the
  /// earliest turn that the line has in his class: serving the sickest first costs or gains nothing beside others.
  private func linePrecedes(_ left: Int32, _ right: Int32) -> Bool {
    let (a, b) = (lines[Int(left)].head, lines[Int(right)].head)
    if tokens[a].policyKey == 0 && tokens[b].policyKey == 0 || tokens[a].priority != tokens[b].priority
      || isSameProduct(tokens[a].variant, tokens[b].variant)
    {
      return precedes(a, b)
    }
    let (since, other) = (tokens[firstTurn(left)].turn, tokens[firstTurn(right)].turn)
    return since == other ? precedes(a, b) : since < other
  }

  /// Who holds the earliest turn, of those in a line who are in the class of its first.
  private func firstTurn(_ line: Int32) -> Int32 {
    var token = lines[Int(line)].head
    if tokens[token].policyKey == 0 { return token }
    let priority = tokens[token].priority
    var first = token
    while token >= 0, tokens[token].priority == priority {
      if tokens[token].turn < tokens[first].turn { first = token }
      token = tokens[token].lineNext
    }
    return first
  }

  /// Who is served out of turn takes the earliest one, and leaves his own to the one whose it was.
  private mutating func takeFirstTurn(_ token: Int, _ line: Int) {
    let first = firstTurn(Int32(truncatingIfNeeded: line))
    (tokens[first].turn, tokens[token].turn) = (tokens[token].turn, tokens[first].turn)
  }

  private func firstOfLines() -> Int? {
    var best: Int32 = -1
    for place in candidateLines.indices {
      let line = candidateLines[place]
      if lines[Int(line)].isStuck || lines[Int(line)].head < 0 { continue }
      if best < 0 || linePrecedes(line, best) { best = line }
    }
    return best >= 0 ? Int(best) : nil
  }

  /// Takes the claim of the first in a line and begins, if all of it is there; false leaves it waiting.
  @inline(__always)
  private mutating func tryToStart(
    _ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    if tables.steps[line].traits.contains(.sharesNothing) {
      let pool = Int(tables.claims[Int(tables.steps[line].claims.start)].pool)
      if !canStart(line, alone: pool) { return false }
      start(token, line, &agenda)
      return true
    }
    if tables.steps[line].traits.contains(.keepsApart), hasToKeepApart(token, line, agenda.now) {
      // Nobody yields a room or a pair of hands to work that would have to wait for others all the same.
      let short = shortPool(of: token, line)
      if short >= 0 { blockShortPools(of: token, line) }
      setShort(line, short, agenda.now)
      return false
    }
    var short = shortPool(of: token, line)
    // Nobody yields to work that would not begin all the same.
    var starts = tables.steps[line].atShiftEnd != .onlyIfItFits || fits(token, line, agenda.now)
    if short >= 0 {
      starts = starts && canPreempt(at: line) && preempt(for: token, line, &agenda)
      if starts { short = -1 } else { blockShortPools(of: token, line) }
    }
    setShort(line, short, agenda.now)
    if starts { start(token, line, &agenda) }
    return starts
  }

  /// The first pool of a claim that has too little left for it, or that an earlier claim waits for; -1 for
  /// none.
  @inline(__always)
  private func shortPool(of token: Int, _ line: Int) -> Int32 {
    let taken = tokens[token].taken
    for index in claims(of: line) {
      let claim = tables.claims[index]
      if taken & claim.bit != 0 { continue }
      let isBlocked = pools[Int(claim.pool)].blockedAt == dispatchNumber && !tables.steps[line].bypass
      if isBlocked || pools[Int(claim.pool)].free < claim.count { return claim.pool }
    }
    return -1
  }

  /// Whether somebody could be interrupted for a claim at a step.
  @inline(__always)
  private func canPreempt(at step: Int) -> Bool {
    tables.steps[step].traits.contains(.canPreempt) && tables.steps[step].variant >= 0
  }

  /// An earlier claim that lacks a pool keeps later ones from it.
  @inline(__always)
  private mutating func blockShortPools(of token: Int, _ line: Int) {
    for index in tables.steps[line].claims.indices {
      let claim = tables.claims[index]
      if tokens[token].taken & claim.bit != 0 { continue }
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
  @inline(__always)
  private mutating func take(
    _ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      if tokens[token].taken & claim.bit != 0 { continue }
      tokens[token].taken |= claim.bit
      if claim.isConsumed {
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
    if tables.pools[pool].isFollowed { noteTaken(count, of: pool, by: token) }
    if tables.pools[pool].countsUse { noteUse(count, of: pool, by: token, now) }
  }

  @inline(never)
  private mutating func noteTaken(_ count: Int32, of pool: Int, by token: Int) {
    if tables.pools[pool].tracksHolders { pools[pool].holders.append(Int32(token)) }
    if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: count, for: token) }
  }

  /// Units of a pool are free again.
  @inline(__always)
  mutating func giveBack(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    pools[pool].inUse -= count
    pools[pool].busyArea.change(by: Int64(-count), at: now.ticks)
    if tables.pools[pool].isFollowed { noteGivenBack(count, of: pool, by: token) }
    if tables.pools[pool].countsUse { noteUse(-count, of: pool, by: token, now) }
    markDirty(pool)
  }

  @inline(never)
  private mutating func noteGivenBack(_ count: Int32, of pool: Int, by token: Int) {
    if tables.pools[pool].remembersUse { returnTags(count, of: pool, by: token) }
    if tables.pools[pool].tracksHolders { forgetHolder(token, of: pool) }
    if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: -count, for: token) }
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

  @inline(never)
  private mutating func keep(_ count: Int32, of pool: Int32, _ token: Int, _ now: SimulationTime) {
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
        pools[Int(holding.pool)].busyArea.change(by: Int64(-holding.count), at: now.ticks)
        returnTags(holding.count, of: Int(holding.pool), by: token)
        let pool = Int(holding.pool)
        if tables.pools[pool].countsUse { noteUse(-holding.count, of: pool, by: token, now) }
        if tables.pools[pool].chargesHours { bookKept(holding, by: token, now) }
        if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: -holding.count, for: token) }
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
    if tokens[token].step == step { tokens[token].taken = 0 }
    for index in tables.steps[Int(step)].claims.indices {
      let claim = tables.claims[index]
      if claim.isConsumed { continue }
      if claim.isKept {
        keep(claim.count, of: claim.pool, token, now)
      } else {
        giveBack(claim.count, of: Int(claim.pool), by: token, now)
      }
    }
  }

  /// The pool that keeps a line from moving; who waits in it is counted as short of that pool.
  @inline(__always)
  private mutating func setShort(_ line: Int, _ pool: Int32, _ now: SimulationTime) {
    if lines[line].shortOf == pool {
      if pool >= 0 { changeShortageOfNew(line, now) }
      return
    }
    changeShortage(of: line, by: -Int64(lines[line].counted), at: now)
    lines[line].counted = 0
    lines[line].shortOf = pool
    changeShortageOfNew(line, now)
  }

  @inline(__always)
  private mutating func changeShortageOfNew(_ line: Int, _ now: SimulationTime) {
    let pool = lines[line].shortOf
    guard pool >= 0 else { return }
    let change = lines[line].count - lines[line].counted
    if change != 0 {
      changeShortage(of: Int(pool), line: line, by: Int64(change), at: now)
      lines[line].counted = lines[line].count
    }
  }

  /// One or more of those counted as short have gone.
  @inline(__always)
  mutating func changeShortage(of line: Int, by change: Int64, at now: SimulationTime) {
    if lines[line].shortOf >= 0 { changeShortageOfPool(of: line, by: change, at: now) }
  }

  @inline(__always)
  private mutating func changeShortageOfPool(of line: Int, by change: Int64, at now: SimulationTime) {
    let pool = lines[line].shortOf
    guard lines[line].counted > 0, change != 0 else { return }
    changeShortage(of: Int(pool), line: line, by: change, at: now)
    lines[line].counted += Int32(change)
  }
}
