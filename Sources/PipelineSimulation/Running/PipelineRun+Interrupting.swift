import EventKernel
import PipelineModel
import Quantities

extension PipelineRun {
  /// Lets a waiting claim of a higher class take resources from interruptible steps of lower classes.
  ///
  /// Nobody is interrupted unless all that is short can be had so. The lowest class yields first, then the latest started,
  /// then the latest dispatched.
  mutating func preempt(
    for token: Int, _ line: Int, only wanted: UInt32 = .max, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    let range = tables.steps[line].claims.indices
    let priority = tokens[token].priority
    var victims: [Int32] = []
    let lacking = ~tokens[token].taken & wanted
    for index in range where lacking & tables.claims[index].bit != 0 {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      if tables.pools[pool].isStock {
        if pools[pool].free < claim.count { return false }
        continue
      }
      // Two claims of a step may be on one pool.
      var missing = -pools[pool].free
      for other in range
      where other <= index && lacking & tables.claims[other].bit != 0
        && tables.claims[other].pool == claim.pool
      { missing += tables.claims[other].count }
      for victim in victims { missing -= held(of: pool, by: Int(victim)) }
      if missing <= 0 { continue }
      if !tables.pools[pool].tracksHolders { return false }
      let candidates = pools[pool].holders.filter { holder in
        tokens[holder].state == .working && tokens[holder].priority > priority && !victims.contains(holder)
          && tables.steps[Int(tokens[holder].step)].interruptible != nil
      }
      for victim in candidates.sorted(by: { yieldsBefore($0, $1) }) where missing > 0 {
        victims.append(victim)
        missing -= held(of: pool, by: Int(victim))
      }
      if missing > 0 { return false }
    }
    for victim in victims {
      let resumes = tables.steps[Int(tokens[victim].step)].interruptible == .resume
      interrupt(Int(victim), resumes: resumes, losing: nil, &agenda)
    }
    return !victims.isEmpty
  }

  /// Who yields first: the lowest class, then the latest started, then the latest dispatched.
  private func yieldsBefore(_ a: Int32, _ b: Int32) -> Bool {
    let (left, right) = (tokens[a], tokens[b])
    if left.priority != right.priority { return left.priority > right.priority }
    if left.startedAt != right.startedAt { return left.startedAt > right.startedAt }
    return left.startOrder > right.startOrder
  }

  /// How many borrowed units of a pool a token has.
  private func held(of pool: Int, by token: Int) -> Int32 {
    var count: Int32 = 0
    for index in tables.steps[Int(tokens[token].step)].claims.indices {
      if tokens[token].taken & tables.claims[index].bit != 0, tables.claims[index].pool == Int32(pool) {
        count += tables.claims[index].count
      }
    }
    return count
  }

  /// Stops the work of a step for the time being; its token goes back in line with its old arrival.
  ///
  /// - Parameter losing: the pool whose units it loses while it keeps the rest of its claim; nil when it loses all.
  mutating func interrupt(
    _ token: Int, resumes: Bool, losing pool: Int?, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let now = agenda.now
    let step = Int(tokens[token].step)
    if tokens[token].state == .working {
      endUse(token, step, &agenda)
      if tables.steps[step].traits.contains(.hours) { bookHours(token, step, now) }
      agenda.withdraw(tokens[token].endTicket)
      tokens[token].endTicket = .none
      let left = tokens[token].startedAt + tokens[token].remaining - now
      tokens[token].remaining = resumes ? left : SimulationSpan(ticks: -1)
      trace(resumes ? "pauses" : "is stopped", token, now)
    }
    let waits = tokens[token].state == .inLine
    if waits { noteLeft(to: token, step, -1) }
    if let pool {
      lose(unitsOf: pool, token, step, now)
    } else {
      loseAllUnits(token, step, now)
    }
    if waits || tokens[token].state == .working { noteLeft(to: token, step, 1) }
    if tokens[token].state == .working {
      rejoinLine(token, now)
      if tables.steps[step].traits.contains(.covered) { callCover(for: token, step, &agenda) }
    }
  }

  private mutating func rejoinLine(_ token: Int, _ now: SimulationTime) {
    let step = Int(tokens[token].step)
    tokens[token].state = .inLine
    tokens[token].isFresh = false
    // Waiting for its own people begins anew.
    if tables.steps[step].traits.contains(.covered) { tokens[token].startedAt = now }
    insert(token, in: step)
    lines[step].waiting.change(by: 1, at: now.ticks)
    markClaims(of: step)
  }

  private mutating func lose(unitsOf pool: Int, _ token: Int, _ step: Int, _ now: SimulationTime) {
    for index in tables.steps[step].claims.indices {
      let mask = tables.claims[index].bit
      let claim = tables.claims[index]
      guard tokens[token].taken & mask != 0,
        claim.pool == Int32(pool) || tables.pools[Int(claim.pool)].role == Int32(pool)
      else { continue }
      tokens[token].taken &= ~mask
      giveBack(claim.count, of: Int(claim.pool), by: token, now)
    }
  }

  /// All but what it consumed, which is used up.
  private mutating func loseAllUnits(_ token: Int, _ step: Int, _ now: SimulationTime) {
    for index in tables.steps[step].claims.indices {
      let mask = tables.claims[index].bit
      let claim = tables.claims[index]
      guard tokens[token].taken & mask != 0, !claim.isConsumed else { continue }
      tokens[token].taken &= ~mask
      giveBack(claim.count, of: Int(claim.pool), by: token, now)
    }
  }

  /// More units are in use than there are: steps yield, by their own policy, until it fits or nobody else yields.
  mutating func yieldUnits(
    of pool: Int, _ agenda: inout Agenda<PipelineEvent>, as forced: ShiftEndPolicy? = nil
  ) {
    // Who holds a certificate yields as one of the role; what asks for it and has begun is finished.
    guard tables.pools[pool].tracksHolders, !tables.pools[pool].isCertified else { return }
    while pools[pool].inUse > pools[pool].capacity {
      var chosen: Int32 = -1
      for holder in pools[pool].holders
      where yields(holder, forced) && held(of: pool, by: Int(holder)) > 0 {
        if chosen < 0 || yieldsBefore(holder, chosen) { chosen = holder }
      }
      if chosen < 0 { return }
      let token = Int(chosen)
      let policy = policy(of: token, forced)
      if policy == .restart {
        interrupt(token, resumes: false, losing: nil, &agenda)
      } else {
        interrupt(token, resumes: true, losing: pool, &agenda)
      }
    }
  }

  private func yields(_ holder: Int32, _ forced: ShiftEndPolicy?) -> Bool {
    // Who waits in line with part of its claim gives up units that are no longer there.
    if tokens[holder].state == .inLine { return true }
    guard tokens[holder].state == .working else { return false }
    let policy = policy(of: Int(holder), forced)
    return policy == .suspend || policy == .restart
  }

  private func policy(of token: Int, _ forced: ShiftEndPolicy?) -> ShiftEndPolicy {
    forced ?? tables.steps[Int(tokens[token].step)].atShiftEnd
  }
}
