import EventKernel
import PipelineModel
import Quantities
import Randomness

extension PipelineRun {
  /// The units of a pool that breaks down begin their lives.
  mutating func startUnits(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let breakdown = tables.pools[pool].breakdown else { return }
    let count = max(0, Int(pools[pool].base))
    pools[pool].units = ContiguousArray(repeating: UnitState(), count: count)
    for unit in 0..<count { renewUnit(pool, unit, breakdown, &agenda) }
  }

  /// A unit begins a life: its time to failure is drawn.
  private mutating func renewUnit(
    _ pool: Int, _ unit: Int, _ breakdown: BreakdownPlan, _ agenda: inout Agenda<PipelineEvent>
  ) {
    pools[pool].units[unit].lives += 1
    let life = span(
      breakdown.after, Lineage(origin: tables.pools[pool].origin, number: UInt64(unit)),
      pools[pool].units[unit].lives)
    pools[pool].units[unit].isDown = false
    pools[pool].units[unit].left = life
    if !breakdown.countsUse {
      agenda.schedule(.breaks(pool: Int32(pool), unit: Int32(unit)), after: life, rank: .change)
    }
  }

  /// Work begins: units are assigned, their changeovers are added, and lives that count use begin to run.
  mutating func startUse(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.steps[step].claims.indices {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      guard let breakdown = tables.pools[pool].breakdown, breakdown.countsUse else { continue }
      var wanted = claim.count
      for unit in pools[pool].units.indices
      where wanted > 0 && !pools[pool].units[unit].isDown && pools[pool].units[unit].user < 0 {
        wanted -= 1
        pools[pool].units[unit].user = Int32(token)
        pools[pool].units[unit].since = agenda.now
        let end = agenda.now + pools[pool].units[unit].left
        pools[pool].units[unit].ticket = agenda.schedule(
          .breaks(pool: Int32(pool), unit: Int32(unit)), at: end, rank: .change)
      }
    }
  }

  /// Work ends or pauses: lives that count use stand still.
  mutating func endUse(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.steps[step].claims.indices {
      let pool = Int(tables.claims[index].pool)
      guard let breakdown = tables.pools[pool].breakdown, breakdown.countsUse else { continue }
      for unit in pools[pool].units.indices where pools[pool].units[unit].user == Int32(token) {
        agenda.withdraw(pools[pool].units[unit].ticket)
        let used = agenda.now - pools[pool].units[unit].since
        pools[pool].units[unit].left = pools[pool].units[unit].left - used
        pools[pool].units[unit].user = -1
      }
    }
  }

  /// A unit breaks down: the step at hand yields as the rule says, and the repair begins.
  mutating func breaks(_ pool: Int, _ unit: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let breakdown = tables.pools[pool].breakdown else { return }
    let user = pools[pool].units[unit].user
    pools[pool].units[unit].isDown = true
    pools[pool].down += 1
    pools[pool].downArea.change(by: 1, at: agenda.now.ticks)
    if user >= 0 && breakdown.interrupted != .finish {
      interrupt(
        Int(user), resumes: breakdown.interrupted != .restart,
        losing: breakdown.interrupted == .restart ? nil : pool, &agenda)
    }
    refreshCapacity(pool, &agenda)
    yieldUnits(of: pool, &agenda, as: breakdown.interrupted)
    let repair = newToken(
      at: breakdown.repair, variant: -1, patient: -1, batch: -1, parent: -1, fork: -1, priority: 5)
    tokens[repair].unit = Int32(unit)
    tokens[repair].origin = tables.pools[pool].origin
    // A repair's draws are addressed by the unit and the number of its life.
    tokens[repair].batchOrigin = UInt64(pools[pool].units[unit].lives)
    tokens[repair].number = UInt64(unit)
    advance(repair, &agenda)
  }

  /// A unit is back in service, as good as new.
  mutating func unitIsMended(_ pool: Int, _ unit: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let breakdown = tables.pools[pool].breakdown else { return }
    pools[pool].down -= 1
    pools[pool].downArea.change(by: -1, at: agenda.now.ticks)
    pools[pool].units[unit].user = -1
    renewUnit(pool, unit, breakdown, &agenda)
    refreshCapacity(pool, &agenda)
  }
}
