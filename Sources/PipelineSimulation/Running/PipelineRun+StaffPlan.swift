import EventKernel
import Quantities

/// Dated plans of a role: how many are planned from when on.
extension PipelineRun {
  /// The plan at the start, and its changes.
  mutating func startStaffPlan(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard case .roster(let heads, let equivalent, _) = tables.pools[pool].level else { return }
    pools[pool].staff.planned = heads
    pools[pool].staff.equivalent = equivalent
    for (number, place) in tables.pools[pool].staffLevels.indices.enumerated() {
      let time = tables.staffLevels[place].at
      if time <= .zero {
        pools[pool].staff.levelsBegun = number + 1
      } else if time < horizon {
        agenda.schedule(.level(pool: Int32(pool), index: Int32(number)), at: time, rank: .change)
      }
    }
  }

  /// The plan changes: posts that are new are vacant, and whose post is given up leaves, who came last first.
  mutating func staffPlanChanges(_ pool: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let level = tables.staffLevels[Int(tables.pools[pool].staffLevels.start) + index]
    closePay(ofPool: pool, agenda.now)
    pools[pool].staff.levelsBegun = index + 1
    pools[pool].staff.planned = level.heads
    pools[pool].staff.equivalent = level.equivalentPerHead
    // Before the opening nobody is employed but graduates, who count towards the plan then.
    guard pools[pool].isEmployed else { return }
    while pools[pool].employed > level.heads, let last = pools[pool].staff.rows.last {
      personIsGone(pool, Int(last.number), &agenda)
    }
    let missing = level.heads - pools[pool].employed - pools[pool].vacancies
    for _ in 0..<max(0, missing) { openVacancy(pool, &agenda) }
    callRoster(pool, agenda.now)
    refreshCapacity(pool, &agenda)
    checkStaffed(Int(tables.pools[pool].facility), agenda.now)
  }

  /// What was earned so far by the equivalents that now change.
  private mutating func closePay(ofPool pool: Int, _ now: SimulationTime) {
    pools[pool].staff.paid = paidEquivalents(of: pool, now)
    pools[pool].staff.paidUpTo = pools[pool].employedArea.area(until: now.ticks)
  }

  /// Ticks of full-time equivalents employed since the last year's end.
  func paidEquivalents(of pool: Int, _ now: SimulationTime) -> Int128 {
    let equivalent = pools[pool].staff.equivalent
    let employed = pools[pool].employedArea.area(until: now.ticks) - pools[pool].staff.paidUpTo
    return pools[pool].staff.paid
      + (equivalent == 1 ? employed : Int128((Double(employed) * equivalent).rounded()))
  }

  /// How many full-time equivalents of a role can be counted on for a date: those who work there now, and what the plan will
  /// bring or take until then. Before the opening the planned number is counted on.
  func equivalentsExpected(of pool: Int, on day: Int) -> Double {
    if ledger.isByPlan { return equivalentsPlanned(of: pool, on: day) }
    var (planned, equivalent) = (pools[pool].staff.planned, pools[pool].staff.equivalent)
    let isEmployed = pools[pool].isEmployed
    var persons = isEmployed ? pools[pool].independent : planned
    let levels = tables.pools[pool].staffLevels
    if levels.isEmpty { return Double(persons) * equivalent }
    let isAtOnce = tables.pools[pool].turnover.map { $0.hires && $0.hireAfter == nil } ?? false
    for place in levels.indices.dropFirst(pools[pool].staff.levelsBegun) {
      let level = tables.staffLevels[place]
      if level.at > tables.dayStarts[day] { break }
      if level.heads < persons || !isEmployed {
        persons = level.heads
      } else if isAtOnce, level.heads > planned {
        persons += level.heads - planned
      }
      (planned, equivalent) = (level.heads, level.equivalentPerHead)
    }
    return Double(persons) * equivalent
  }

  /// The full-time equivalents that a role is planned to have on a date.
  func equivalentsPlanned(of pool: Int, on day: Int) -> Double {
    guard case .roster(let heads, let equivalent, _) = tables.pools[pool].level else { return 0 }
    let levels = tables.pools[pool].staffLevels
    if levels.isEmpty { return Double(heads) * equivalent }
    let level = tables.staffLevels[levels.indices].last { $0.at <= tables.dayStarts[day] }
    return level.map { Double($0.heads) * $0.equivalentPerHead } ?? 0
  }
}
