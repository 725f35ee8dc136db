import EventKernel
import Quantities

/// Which persons of a role are present, where that matters: who is called, and how many of them satisfy what claims ask for.
///
/// The roster says how many are called (`callRoster`); they are called in turn, so that in the long run everybody is there
/// equally often. Within a shift the same persons are called again, and others in place of those who have gone.
extension PipelineRun {
  /// Works out anew who is called, and how many of them, and of all persons, hold what is asked for. A shift that begins calls
  /// those behind who was called last.
  private mutating func callCertified(_ pool: Int, _ now: SimulationTime) {
    pools[pool].isCalling = true
    let begins = pools[pool].isOnShift && !pools[pool].staff.wasOnShift
    if begins { pools[pool].staff.turn = pools[pool].staff.lastCalled + 1 }
    pools[pool].staff.wasOnShift = pools[pool].isOnShift
    let called = personsCalled(pool)
    if let last = called.last { pools[pool].staff.lastCalled = pools[pool].staff.rows[last].number }
    let independent = pools[pool].staff.rows.filter { worksAlone(pool, $0.number) }
    let plan = tables.pools[pool]
    for certified in plan.certifiedPools.indices {
      let set = tables.pools[certified].profileSet
      func counts(_ row: PersonRow) -> Bool { tables.profiles(of: pool, satisfiedBy: row.valid) & set != 0 }
      pools[certified].base = Int32(called.count { counts(pools[pool].staff.rows[$0]) })
      pools[certified].holding = Int32(independent.count(where: counts))
    }
    for place in plan.certificates.indices {
      let holders = independent.count { $0.valid & tables.certificates[place].bit != 0 }
      certifiedAreas[place].change(by: Int64(holders) - certifiedAreas[place].level, at: now.ticks)
    }
  }

  /// The rows of the persons who are called on the shift at hand: from whose turn it is on, in the order of their numbers.
  /// Where more are called than there are, the first are called twice.
  func personsCalled(_ pool: Int) -> [Int] {
    let rows = pools[pool].staff.rows
    let there = rows.indices.filter { !rows[$0].isAway && worksAlone(pool, rows[$0].number) }
    if there.isEmpty { return [] }
    let first = there.firstIndex { rows[$0].number >= pools[pool].staff.turn } ?? 0
    return (0..<Int(max(0, pools[pool].base))).map { there[(first + $0) % there.count] }
  }

  /// The roster of a role, its shift or what somebody holds may have changed: who is called is worked out anew, and the pools of
  /// those who hold certificates have as many units as are called of them.
  @inline(never)
  mutating func refreshCertified(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    callCertified(pool, agenda.now)
    for certified in tables.pools[pool].certifiedPools.indices { refreshCapacity(certified, &agenda) }
  }

  /// How many of those who hold certificates can be counted on for a date.
  @inline(never)
  func certifiedUnits(of pool: Int, on day: Int) -> Double {
    units(of: Int(tables.pools[pool].role), on: day) * shareExpected(of: pool)
  }

  /// The share of the persons of a role who can be counted on for a claim that asks for certificates: of those who work there
  /// now, or of the plan where nobody does yet.
  func shareExpected(of pool: Int) -> Double {
    let role = Int(tables.pools[pool].role)
    if ledger.isByPlan || !pools[role].isEmployed { return tables.pools[pool].plannedShare }
    let independent = pools[role].independent
    return independent > 0 ? Double(pools[pool].holding) / Double(independent) : 0
  }
}
