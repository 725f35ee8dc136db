import Quantities

/// How much of a pool can be promised on a date.
extension PipelineRun {
  /// Dates by which desk work may be late, because others were promised the hours, before a start does not fit.
  static let patienceOfDeskWork = 7

  /// The ticks for which all that is claimed is left on a date, beside what is promised and wanted.
  func hoursLeft(for claims: some Sequence<ClaimPlan>, on day: Int) -> Int64 {
    var least = Int64.max
    for claim in claims where !claim.isConsumed {
      let pool = Int(claim.pool)
      let units = units(of: pool, on: day)
      if units == .infinity { continue }
      if Double(claim.count) > units.rounded(.up) { return 0 }
      let left = units * length(of: pool, on: day) - ledger.demanded(pool: pool, day: day)
      least = min(least, Int64(max(0, left / Double(claim.count))))
    }
    return least
  }

  /// All of some units for a whole date.
  func whole(_ pool: Int, _ count: Int32, on day: Int) -> BookingProposal.Reservation {
    BookingProposal.Reservation(pool: pool, day: day, amount: Double(count) * length(of: pool, on: day))
  }

  /// How long a pool works on a date, in ticks.
  func length(of pool: Int, on day: Int) -> Double {
    let plan = tables.pools[pool].plan
    if plan >= 0 {
      let working = tables.timetables[Int(plan)].workingTicks
      return day < working.count ? Double(working[day]) : 0
    }
    return Double((tables.dayStarts[min(day + 1, tables.dayStarts.count - 1)] - tables.dayStarts[day]).ticks)
  }

  /// How many units of a pool can be counted on for a date: closures are known ahead, people by their expected number.
  func units(of pool: Int, on day: Int) -> Double {
    for closure in tables.pools[pool].closures
    where closure.from < tables.dayStarts[day + 1] && closure.to > tables.dayStarts[day] {
      return 0
    }
    switch tables.pools[pool].level {
    case .constant(let count): return Double(count)
    case .timetable(let levels):
      return Double(levels.last { $0.at <= tables.dayStarts[day] }?.count ?? 0)
    case .roster(_, _, let present):
      var expected = equivalentsExpected(of: pool, on: day) * present
      if let absence = tables.pools[pool].absence { expected *= 1 - absence.share }
      let leave = tables.pools[pool].leave
      if leave >= 0 { expected *= tables.leaves[Int(leave)].present[day] }
      return expected
    case .stock: return .infinity
    case .certified: return certifiedUnits(of: pool, on: day)
    }
  }

  /// A pool that has not enough left of what the start would reserve, beside what is promised; nil where all fits.
  var poolOfUnfitWish: Int32? {
    for item in ledger.wishes {
      // Half a tick is nothing: sums of hours are rounded.
      let most = units(of: item.pool, on: item.day) * length(of: item.pool, on: item.day) + 0.5
      if ledger.demanded(pool: item.pool, day: item.day) > most { return Int32(item.pool) }
    }
    return nil
  }

  /// Units that a pool is planned to have on a date, whoever has left meanwhile.
  func plannedUnits(of pool: Int, on day: Int) -> Double {
    if tables.pools[pool].isCertified {
      return plannedUnits(of: Int(tables.pools[pool].role), on: day) * tables.pools[pool].plannedShare
    }
    guard case .roster(_, _, let present) = tables.pools[pool].level else { return units(of: pool, on: day) }
    let leave = tables.pools[pool].leave
    let there = leave >= 0 ? tables.leaves[Int(leave)].present[day] : 1
    let away = tables.pools[pool].absence?.share ?? 0
    return equivalentsPlanned(of: pool, on: day) * present * there * (1 - away)
  }
}
