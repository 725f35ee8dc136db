import EventKernel
import Quantities
import Randomness

/// Spells of absence, person by person. In a run without chance nobody falls ill: it would be everybody on one day.
extension PipelineRun {
  /// When a person who is there will be away, after so many spells.
  mutating func scheduleAbsence(
    _ pool: Int, _ person: Int, after spells: Int32, _ agenda: inout Agenda<PipelineEvent>
  ) {
    guard let absence = tables.pools[pool].absence, !isFixedAtMedian else { return }
    let uniform = uniform(absence.fallingIllPurpose, lineage(ofPerson: person, pool), Int(spells) + 1)
    let end = Double(agenda.now.ticks) + exponentialVariate(uniform) * absence.meanPresence
    guard end < Double(horizon.ticks) else { return }
    agenda.schedule(
      .fallsIll(pool: Int32(pool), person: Int32(person)), at: SimulationTime(ticks: Int64(end.rounded())),
      rank: .change)
  }

  /// A person goes; the work at hand ends as it does at the end of a shift.
  mutating func personFallsIll(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let absence = tables.pools[pool].absence, let row = pools[pool].staff.row(of: Int32(person))
    else { return }
    pools[pool].staff.rows[row].isAway = true
    pools[pool].staff.rows[row].spells += 1
    let spells = Int(pools[pool].staff.rows[row].spells)
    let back = agenda.now + span(absence.spell, lineage(ofPerson: person, pool), spells)
    if back < horizon {
      agenda.schedule(.comesBack(pool: Int32(pool), person: Int32(person)), at: back, rank: .change)
    }
    putOffRenewals(pool, person, &agenda)
    if worksAlone(pool, Int32(person)) { changeRoster(pool, away: 1, &agenda) }
  }

  mutating func personComesBack(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let row = pools[pool].staff.row(of: Int32(person)) else { return }
    pools[pool].staff.rows[row].isAway = false
    scheduleAbsence(pool, person, after: pools[pool].staff.rows[row].spells, &agenda)
    beginWhatWasPutOff(pool, person, &agenda)
    if worksAlone(pool, Int32(person)) { changeRoster(pool, away: -1, &agenda) }
  }

  private mutating func changeRoster(_ pool: Int, away: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    changeAway(pool, by: away, agenda.now)
    callRoster(pool, agenda.now)
    refreshCapacity(pool, &agenda)
  }

  mutating func changeAway(_ pool: Int, by change: Int32, _ now: SimulationTime) {
    pools[pool].staff.away += change
    pools[pool].staff.awayArea.change(by: Int64(change), at: now.ticks)
  }

  func isAway(_ pool: Int, _ person: Int32) -> Bool {
    guard tables.pools[pool].absence != nil, let row = pools[pool].staff.row(of: person) else { return false }
    return pools[pool].staff.rows[row].isAway
  }

  func worksAlone(_ pool: Int, _ person: Int32) -> Bool { !pools[pool].learning.contains(person) }

  /// A person leaves for good; before the others are told who learns and who does not.
  mutating func forgetRow(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let row = pools[pool].staff.row(of: Int32(person)) else { return }
    if pools[pool].staff.rows[row].isAway, worksAlone(pool, Int32(person)) {
      changeAway(pool, by: -1, agenda.now)
    }
    forgetCertificates(from: pools[pool].staff.rows[row].certificates, &agenda)
    pools[pool].staff.rows.remove(at: row)
  }
}
