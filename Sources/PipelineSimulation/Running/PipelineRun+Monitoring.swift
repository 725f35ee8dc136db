import EventKernel
import Quantities
import Randomness

/// Environmental monitoring: excursions after open sessions, their reading, review and room hold.
///
/// Whether a session is an excursion is drawn at its end, addressed by batch, step and visit; plates without growth make
/// no event. What follows is addressed by the same batch and session.
extension PipelineRun {
  /// A session ends: each monitored room that the token has is looked at once.
  mutating func endSession(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if !tables.certificates.isEmpty { noteParticipants(token, step) }
    var seen: [Int32] = []
    for index in tables.steps[step].claims.indices where tokens[token].taken & tables.claims[index].bit != 0 {
      note(tables.claims[index].pool, in: &seen)
    }
    var holder = Int32(token)
    while holder >= 0 {
      var holding = tokens[holder].kept
      while holding >= 0 {
        note(holdings[holding].pool, in: &seen)
        holding = holdings[holding].next
      }
      holder = tokens[holder].parent
    }
    for pool in seen { lookAtPlates(of: Int(pool), token, step, &agenda) }
  }

  private func note(_ pool: Int32, in seen: inout [Int32]) {
    if tables.pools[Int(pool)].monitoring != nil, !seen.contains(pool) { seen.append(pool) }
  }

  private mutating func lookAtPlates(
    of pool: Int, _ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    guard let plan = tables.pools[pool].monitoring else { return }
    let lineage = lineage(of: token, ofBatch: true)
    let local = tables.steps[step].localIndex
    let session = visit(token, local) &* 64 &+ Int(local)
    guard happens(plan.probability, plan.purpose, lineage, session) else { return }
    let excursion = newExcursion(at: plan.start, of: pool, lineage, session)
    advance(excursion, &agenda)
  }

  private mutating func newExcursion(at place: Int32, of pool: Int, _ lineage: Lineage, _ session: Int) -> Int
  {
    let token = newToken(at: place, variant: -1, patient: -1, batch: -1, parent: -1, fork: -1, priority: 5)
    tokens[token].origin = lineage.origin
    tokens[token].number = lineage.number
    // The draws of a token without a route are addressed by this as their occurrence.
    tokens[token].batchOrigin = UInt64(session)
    tokens[token].excursion = Int32(pool)
    return token
  }

  /// The plates of an excursion are read: it is counted, and a room may be closed.
  mutating func platesAreRead(_ token: Int, of pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let plan = tables.pools[pool].monitoring else { return }
    count(tables.poolCounters[pool].excursions)
    trace("shows growth", token, agenda.now)
    let lineage = lineage(of: token, ofBatch: false)
    let session = Int(tokens[token].batchOrigin)
    guard plan.hold >= 0, let purpose = plan.holdPurpose,
      happens(plan.holdProbability, purpose, lineage, session)
    else { return }
    let hold = newExcursion(at: plan.hold, of: pool, lineage, session)
    changeHeldRooms(pool, by: 1, &agenda)
    advance(hold, &agenda)
  }

  mutating func roomHoldEnds(_ token: Int, of pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    changeHeldRooms(pool, by: -1, &agenda)
    discard(token, &agenda)
  }

  private mutating func changeHeldRooms(_ pool: Int, by change: Int32, _ agenda: inout Agenda<PipelineEvent>)
  {
    pools[pool].onHold += change
    pools[pool].holdArea.change(by: Int64(change), at: agenda.now.ticks)
    refreshCapacity(pool, &agenda)
  }
}
