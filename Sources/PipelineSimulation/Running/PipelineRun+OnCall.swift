import EventKernel
import Quantities

/// People who are called, work outside their hours, and rest. Roles without a rest or a call never come here:
/// `PoolPlan.watchesHours`.
extension PipelineRun {
  /// How many of a team can be called: as many as are meant to be, while there are so many of their role at all.
  func onCall(_ team: Int) -> Int32 {
    let home = Int(tables.pools[team].callsFrom)
    // Those whom other teams of the role have called.
    let others = pools[home].staff.called - pools[team].staff.calledOut
    if case .roster = tables.pools[home].level {
      return min(pools[team].base, pools[home].independent - pools[home].staff.away - others)
    }
    return min(pools[team].base, pools[home].base - others)
  }

  /// How many can be called depends on how many there are.
  mutating func refreshTeams(of home: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for team in tables.pools.indices where tables.pools[team].callsFrom == Int32(home) {
      refreshCapacity(team, &agenda)
    }
  }

  /// How many of a role are there on a shift: without those who rest, or are with a team on call.
  func onDuty(_ pool: Int) -> Int32 {
    let present = tables.pools[pool].callsFrom < 0 ? pools[pool].base : onCall(pool)
    let lingering = pools[pool].staff.lingering.reduce(0) { $1.token < 0 ? $0 : $0 + $1.count }
    return present - pools[pool].staff.resting - pools[pool].staff.called - lingering
  }

  /// People of a role go to work. Those of a team who do not go on from other work of the same entity are called, and are
  /// missing in their own role from this instant on.
  mutating func areCalled(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    let home = Int(tables.pools[pool].callsFrom)
    if home < 0 || goesOn { return }
    let count = count - takeOver(count, in: pool)
    if count == 0 { return }
    self.count(tables.poolCounters[pool].calls, by: Double(count))
    if tables.costs.isThere {
      book(tables.costs.pools[pool].call * Int128(count), tables.costs.pools[pool].category, to: token)
    }
    changeCalled(pool, by: count, now)
    // Nobody may claim them in this instant; who has to yield is looked at when all that can start has started.
    if recountCapacity(home, now) != 0 { watchedPools.append(Int32(home)) }
  }

  /// People of a team are called, or are back in their own role: so many fewer, or more, can be called by its other teams.
  private mutating func changeCalled(_ team: Int, by change: Int32, _ now: SimulationTime) {
    let home = tables.pools[team].callsFrom
    pools[team].staff.calledOut += change
    pools[Int(home)].staff.called += change
    for other in tables.pools.indices where other != team && tables.pools[other].callsFrom == home {
      if recountCapacity(other, now) > 0 { markDirty(other) }
    }
  }

  /// How many of those whose work was broken off in this instant go on with other work.
  private mutating func takeOver(_ count: Int32, in pool: Int) -> Int32 {
    var left = count
    for place in pools[pool].staff.lingering.indices where pools[pool].staff.lingering[place].token < 0 {
      let some = min(left, pools[pool].staff.lingering[place].count)
      pools[pool].staff.lingering[place].count -= some
      left -= some
    }
    return count - left
  }

  /// People of a role come back from work: nobody else may claim them in this instant, unless their work was broken off for
  /// other work.
  mutating func areDone(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    if tables.pools[pool].callsFrom < 0 && !isBeyondShift(pool, now) { return }
    if pools[pool].staff.lingering.isEmpty { watchedPools.append(Int32(pool)) }
    let isOver = tokens[token].state == .running
    pools[pool].staff.lingering.append((isOver ? Int32(token) : -1, count))
    if isOver { _ = recountCapacity(pool, now) }
  }

  /// A token that joins a line goes on with people of a team who have been at work for it until this instant.
  mutating func goOn(_ token: Int, _ step: Int, _ now: SimulationTime) {
    for index in claims(of: step) {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      guard tables.pools[pool].callsFrom >= 0, claim.standsIn < 0, tokens[token].taken & claim.bit == 0,
        let place = pools[pool].staff.lingering.firstIndex(where: {
          $0.token == Int32(token) && $0.count >= claim.count
        })
      else { continue }
      pools[pool].staff.lingering[place].count -= claim.count
      _ = recountCapacity(pool, now)
      if pools[pool].free < claim.count {
        // Some have left, or are away, since they were called.
        pools[pool].staff.lingering[place].count += claim.count
        _ = recountCapacity(pool, now)
        continue
      }
      tokens[token].taken |= claim.bit
      goesOn = true
      takeUnits(claim.count, of: pool, for: token, now)
      goesOn = false
      pools[pool].heldBeyond += claim.count
      goingOn.append((Int32(token), tokens[token].generation))
    }
  }

  /// Whether the last shift of a pool ended before an instant and the next has not begun.
  private func isBeyondShift(_ pool: Int, _ now: SimulationTime) -> Bool {
    let plan = Int(tables.pools[pool].plan)
    if plan < 0 || pools[pool].isOnShift { return false }
    let last = shiftCursor[plan] - 1
    return last < 0 || tables.timetables[plan].changes[last] < now
  }

  /// Nothing more can start in this instant: who has nothing to do rests, or is back in their own role.
  mutating func settleCalls(_ agenda: inout Agenda<PipelineEvent>) {
    leaveWaiting(&agenda)
    let watched = watchedPools.indices.map { Int(watchedPools[$0]) }
    watchedPools.removeAll()
    for pool in watched {
      let done = pools[pool].staff.lingering.reduce(0) { $0 + $1.count }
      pools[pool].staff.lingering.removeAll(keepingCapacity: true)
      if done > 0 { endDuty(of: done, in: pool, &agenda) }
      if pools[pool].inUse > pools[pool].capacity { yieldUnits(of: pool, &agenda) }
    }
  }

  /// Nobody waits beside work that cannot begin in the instant in which they came to it.
  private mutating func leaveWaiting(_ agenda: inout Agenda<PipelineEvent>) {
    let tokens = goingOn
    goingOn.removeAll(keepingCapacity: true)
    for (row, generation) in tokens {
      let token = Int(row)
      guard self.tokens[token].generation == generation, self.tokens[token].state == .inLine else { continue }
      for index in claims(of: Int(self.tokens[token].step))
      where self.tokens[token].taken & tables.claims[index].bit != 0
        && tables.pools[Int(tables.claims[index].pool)].callsFrom >= 0
      {
        interrupt(token, resumes: true, losing: Int(tables.claims[index].pool), &agenda)
      }
    }
  }

  private mutating func endDuty(of persons: Int32, in pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let home = Int(tables.pools[pool].callsFrom)
    if tables.pools[pool].rest > .zero {
      changeResting(pool, by: persons, agenda.now)
      let end = agenda.now + tables.pools[pool].rest
      if end < horizon {
        agenda.schedule(.rested(pool: Int32(pool), persons: persons), at: end, rank: .change)
      }
    } else if home >= 0 {
      changeCalled(pool, by: -persons, agenda.now)
      refreshCapacity(home, &agenda)
    }
    refreshCapacity(pool, &agenda)
  }

  /// So many have rested.
  mutating func haveRested(_ pool: Int, _ persons: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    changeResting(pool, by: -persons, agenda.now)
    let home = Int(tables.pools[pool].callsFrom)
    if home >= 0 {
      changeCalled(pool, by: -persons, agenda.now)
      refreshCapacity(home, &agenda)
    }
    refreshCapacity(pool, &agenda)
  }

  private mutating func changeResting(_ pool: Int, by change: Int32, _ now: SimulationTime) {
    pools[pool].staff.resting += change
    pools[pool].staff.restArea.change(by: Int64(change), at: now.ticks)
  }

  // MARK: Hours

  /// A stretch of work ends: its hours outside the ordinary ones.
  mutating func countHours(_ count: Int32, of pool: Int, from start: SimulationTime, to end: SimulationTime) {
    let counters = tables.poolCounters[pool]
    if counters.nightHours < 0 { return }
    let persons = Double(count) / tables.ticksPerHour
    if counters.overtime >= 0 {
      let beyond = (end - start).ticks - onShift(of: pool, from: start, to: end)
      self.count(counters.overtime, by: Double(beyond) * persons)
    }
    let (night, weekend) = unsocialTicks(from: start, to: end)
    self.count(counters.nightHours, by: Double(night) * persons)
    self.count(counters.weekendHours, by: Double(weekend) * persons)
  }
}
