import Quantities

/// How much of a pool can be promised on a date.
extension PipelineRun {
  /// Dates by which desk work may be late, because others were promised the hours, before a start does not fit.
  static let patienceOfDeskWork = 7

  /// The ticks for which all that is claimed is left on a date, beside what is promised and wanted.
  func hoursLeft(
    for claims: some Sequence<ClaimPlan>, on day: Int, _ wanted: WantedHours,
    _ parts: [(day: Int, ticks: Int64)]
  ) -> Int64 {
    var least = Int64.max
    for claim in claims where !claim.isConsumed {
      let pool = Int(claim.pool)
      let units = units(of: pool, on: day)
      if units == .infinity { continue }
      if Double(claim.count) > units.rounded(.up) { return 0 }
      var left = units * length(of: pool, on: day) - ledger.reserved(pool: pool, day: day)
      left -= wanted.amount(pool: pool, day: day)
      let ticks = Int64(max(0, left / Double(claim.count)))
      // Shifts come in order, so that those of one date stand together at the end.
      let own = parts.reversed().prefix { $0.day == day }.reduce(0) { $0 + $1.ticks }
      least = min(least, max(0, ticks - own))
    }
    return least
  }

  /// All of some units for a whole date.
  func whole(_ pool: Int, _ count: Int32, on day: Int) -> BookingProposal.Reservation {
    BookingProposal.Reservation(pool: pool, day: day, amount: Double(count) * length(of: pool, on: day))
  }

  /// How long a pool works on a date, in ticks.
  private func length(of pool: Int, on day: Int) -> Double {
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
    case .roster(let heads, let equivalent, let present):
      // Before the opening the planned number is counted on.
      let persons = pools[pool].isEmployed ? pools[pool].independent : heads
      var expected = Double(persons) * equivalent * present
      let leave = tables.pools[pool].leave
      if leave >= 0 { expected *= tables.leaves[Int(leave)].present[day] }
      return expected
    case .stock: return .infinity
    }
  }

  func fits(_ wanted: [BookingProposal.Reservation]) -> Bool {
    // Most dates that do not fit are found by one of their reservations alone.
    for item in wanted where exceeds(item.pool, item.day, item.amount) { return false }
    var sum = 0.0
    let sorted = wanted.sorted { ($0.pool, $0.day) < ($1.pool, $1.day) }
    for (index, item) in sorted.enumerated() {
      sum += item.amount
      let isLast =
        index + 1 == sorted.count || sorted[index + 1].pool != item.pool || sorted[index + 1].day != item.day
      if isLast {
        if exceeds(item.pool, item.day, sum) { return false }
        sum = 0
      }
    }
    return true
  }

  /// Whether so many unit-ticks are more than a pool has left on a date.
  private func exceeds(_ pool: Int, _ day: Int, _ amount: Double) -> Bool {
    ledger.reserved(pool: pool, day: day) + amount > units(of: pool, on: day) * length(of: pool, on: day)
      + 0.5
  }

  /// Units that a pool is planned to have on a date, whoever has left meanwhile.
  func plannedUnits(of pool: Int, on day: Int) -> Double {
    guard case .roster(let heads, let equivalent, let present) = tables.pools[pool].level else {
      return units(of: pool, on: day)
    }
    let leave = tables.pools[pool].leave
    let there = leave >= 0 ? tables.leaves[Int(leave)].present[day] : 1
    return Double(heads) * equivalent * present * there
  }
}
