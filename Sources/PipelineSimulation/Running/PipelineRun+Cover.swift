import EventKernel
import Quantities

/// Claims of people for whom others may stand in. Only steps with the trait `covered` come here.
///
/// A claim that stands in is a claim of the step like any other, with a bit of its own: whoever serves is held, interrupted
/// and given back by that bit. All that is special is the choice.
extension PipelineRun {
  /// What a token would take: a bit for each claim that it lacks, of its own role or of one that stands in for it; and the
  /// first of its own that is short, -1 for none.
  private struct CoverChoice {
    var wanted: UInt32 = 0
    var short: Int32 = -1
  }

  /// Takes the claim of the first in a line, each part from its own role or from one that stands in; false leaves it waiting.
  mutating func tryToStartCovered(
    _ token: Int, _ line: Int, mayStart: Bool, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    var choice = choice(for: token, line, agenda.now)
    // Nobody yields to work that would not begin all the same.
    let all = choice.wanted | tokens[token].taken
    var starts =
      mayStart
      && (tables.steps[line].atShiftEnd != .onlyIfItFits || fits(token, line, only: all, agenda.now))
    if choice.short >= 0 {
      starts = starts && canPreempt(at: line) && preempt(for: token, line, only: choice.wanted, &agenda)
      if starts { choice.short = -1 } else { blockShortPools(of: token, line, choice, agenda.now) }
    }
    setShort(line, choice.short, agenda.now)
    if starts { start(token, line, only: choice.wanted, &agenda) }
    return starts
  }

  private func choice(for token: Int, _ line: Int, _ now: SimulationTime) -> CoverChoice {
    var choice = CoverChoice()
    let taken = tokens[token].taken
    func isLacking(_ claim: ClaimPlan) -> Bool {
      claim.standsIn < 0 && taken & (claim.bit | claim.alternatives) == 0
    }
    // Every role that is there serves its own claim, before anybody stands in for another.
    for index in claims(of: line) where isLacking(tables.claims[index]) {
      let claim = tables.claims[index]
      if has(claim, line, beside: choice.wanted) { choice.wanted |= claim.bit }
    }
    for index in claims(of: line)
    where isLacking(tables.claims[index]) && choice.wanted & tables.claims[index].bit == 0 {
      let claim = tables.claims[index]
      if isDue(claim, token, now),
        let other = claims(of: line).first(where: { other in
          claim.alternatives & tables.claims[other].bit != 0
            && has(tables.claims[other], line, beside: choice.wanted)
        })
      {
        choice.wanted |= tables.claims[other].bit
      } else {
        choice.wanted |= claim.bit
        if choice.short < 0 { choice.short = claim.pool }
      }
    }
    return choice
  }

  /// Whether a pool has enough for a claim, beside what the same step would take of it, and no earlier claim waits for it.
  private func has(_ claim: ClaimPlan, _ line: Int, beside wanted: UInt32) -> Bool {
    let pool = Int(claim.pool)
    if pools[pool].blockedAt == dispatchNumber && !tables.steps[line].bypass { return false }
    var free = pools[pool].free
    for index in claims(of: line)
    where wanted & tables.claims[index].bit != 0 && tables.claims[index].pool == claim.pool {
      free -= tables.claims[index].count
    }
    return free >= claim.count
  }

  /// Whether a token has waited long enough for a role of its own.
  private func isDue(_ claim: ClaimPlan, _ token: Int, _ now: SimulationTime) -> Bool {
    claim.alternatives != 0
      && now - tokens[token].startedAt >= tables.pools[Int(claim.pool)].coverAfter
  }

  /// An earlier claim that lacks a pool keeps later ones from it; who may be served by others keeps later ones from these.
  private mutating func blockShortPools(
    of token: Int, _ line: Int, _ choice: CoverChoice, _ now: SimulationTime
  ) {
    for index in claims(of: line) {
      let claim = tables.claims[index]
      var isWanted = choice.wanted & claim.bit != 0
      if claim.standsIn >= 0, !isWanted {
        let own = tables.claims[Int(tables.steps[line].claims.start + claim.standsIn)]
        isWanted =
          choice.wanted & own.bit != 0 && pools[Int(own.pool)].free < own.count && isDue(own, token, now)
      }
      if isWanted, pools[Int(claim.pool)].free < claim.count {
        pools[Int(claim.pool)].blockedAt = dispatchNumber
      }
    }
  }

  /// A token that waits has others asked when it has waited long enough for its own role.
  mutating func callCover(for token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for index in claims(of: step) where tables.claims[index].alternatives != 0 {
      let wait = tables.pools[Int(tables.claims[index].pool)].coverAfter
      let time = tokens[token].startedAt + wait
      if wait > .zero, time > agenda.now, time < horizon {
        agenda.schedule(.coverIsDue(line: Int32(step)), at: time, rank: .change)
      }
    }
  }

  /// A stretch of work ends: the hours that others worked in place of their own role.
  mutating func countCovered(_ token: Int, _ step: Int, _ now: SimulationTime) {
    for index in claims(of: step) where tokens[token].taken & tables.claims[index].bit != 0 {
      let claim = tables.claims[index]
      if claim.standsIn < 0 { continue }
      let own = Int(tables.claims[Int(tables.steps[step].claims.start + claim.standsIn)].pool)
      let ticks = (now - tokens[token].startedAt).ticks * Int64(claim.count)
      count(tables.poolCounters[own].covered, by: Double(ticks) / tables.ticksPerHour)
    }
  }
}
