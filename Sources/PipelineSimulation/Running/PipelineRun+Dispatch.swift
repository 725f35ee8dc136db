import EventKernel
import PipelineModel
import Quantities

extension PipelineRun {
  /// Starts everything that can start in this instant, in order. Bookings come first: they only reserve.
  mutating func dispatch(_ agenda: inout Agenda<PipelineEvent>) {
    if !watchedPools.isEmpty, dirtyPools.isEmpty, freshTokens.isEmpty, !wantsBooking {
      return settleCalls(&agenda)
    }
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
    if tables.ordersByBenefit {
      for place in candidateLines.indices { sortByBenefit(Int(candidateLines[place]), agenda.now) }
    }
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
  mutating func start(
    _ token: Int, _ line: Int, only wanted: UInt32 = .max, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if tokens[token].policyKey != 0 { takeFirstTurn(token, line) }
    take(token, line, only: wanted, &agenda)
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
    if !tables.steps[line].traits.isDisjoint(with: [.keepsApart, .claimsTwice, .covered, .heeds]) {
      return tryToStartBesideOthers(token, line, &agenda)
    }
    return tryToStartAlone(token, line, &agenda)
  }

  /// As below, where products may have to keep apart, others may stand in for people, or something is promised to others.
  @inline(never)
  private mutating func tryToStartBesideOthers(
    _ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    let mustWait = tables.steps[line].traits.contains(.keepsApart) && hasToKeepApart(token, line, agenda.now)
    if !mustWait, tables.steps[line].traits.contains(.claimsTwice),
      let short = poolShortOfAll(token, line), !(canPreempt(at: line) && preempt(for: token, line, &agenda))
    {
      blockShortPools(of: token, line)
      pools[Int(short)].blockedAt = dispatchNumber
      setShort(line, short, agenda.now)
      return false
    }
    if !mustWait, tables.steps[line].traits.contains(.heeds) {
      // Whoever waits for a promise keeps nobody from what he waits for.
      if isHeldBack(token, line, &agenda) { return false }
      return tryToStartUnbooked(token, line, &agenda)
    }
    if tables.steps[line].traits.contains(.covered) {
      return tryToStartCovered(token, line, mayStart: !mustWait, &agenda)
    }
    if mustWait {
      // Nobody yields a room or a pair of hands to work that would have to wait for others all the same.
      let short = shortPool(of: token, line)
      if short >= 0 { blockShortPools(of: token, line) }
      setShort(line, short, agenda.now)
      return false
    }
    return tryToStartAlone(token, line, &agenda)
  }

  /// A pool that has enough for each of a step's claims and not for all of them; nil for none.
  private func poolShortOfAll(_ token: Int, _ line: Int) -> Int32? {
    for index in claims(of: line) where tables.claims[index].standsIn < 0 {
      let pool = tables.claims[index].pool
      let wanted = claims(of: line).reduce(Int32(0)) { sum, other in
        let claim = tables.claims[other]
        return claim.pool == pool && claim.standsIn < 0 && tokens[token].taken & claim.bit == 0
          ? sum + claim.count : sum
      }
      if pools[Int(pool)].free < wanted { return pool }
    }
    return nil
  }

  /// Takes the claim where no promise is in the way.
  private mutating func tryToStartUnbooked(
    _ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    let broken = bookingsBroken(by: token, line, agenda.now)
    let starts =
      tables.steps[line].traits.contains(.covered)
      ? tryToStartCovered(token, line, mayStart: true, &agenda) : tryToStartAlone(token, line, &agenda)
    if starts {
      forgetWaiting(token)
      countBroken(broken)
    }
    return starts
  }

  /// Takes the claim if all of it is there, or can be had by preempting.
  @inline(__always)
  private mutating func tryToStartAlone(
    _ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
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
  func canPreempt(at step: Int) -> Bool {
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
  func fits(_ token: Int, _ step: Int, only wanted: UInt32 = .max, _ now: SimulationTime) -> Bool {
    let left = tokens[token].remaining.ticks >= 0 ? tokens[token].remaining : duration(of: token, step)
    let end = now + left + plannedChangeover(for: token, step)
    for index in tables.steps[step].claims.indices where wanted & tables.claims[index].bit != 0 {
      if knownFall(of: Int(tables.claims[index].pool), after: now) < end { return false }
    }
    return true
  }
}
