import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// Roles whose people are counted by month, and the months; where a scenario asks for it.
  mutating func countMonths() {
    guard scenario.alsoMeasures.contains(.peopleByMonth) else { return }
    let months = layOutMonths()
    for index in tables.pools.indices {
      let pool = tables.pools[index]
      guard pool.isPeople, case .roster = pool.level, pool.facility >= 0 else { continue }
      let scope: [Scope.Key: Scope.Value] = [
        .facility: .name(tables.facilities[Int(pool.facility)].name), .role: .name(pool.name),
      ]
      tables.pools[index].monthly = Int32(tables.months.roles.count)
      tables.months.roles.append(
        MonthlyRolePlan(
          pool: Int32(index), qualified: layout.monthly("staff.qualified-by-month", scope, months),
          planned: layout.monthly("staff.planned-by-month", scope, months),
          needed: layout.monthly("staff.needed-by-month", scope, months),
          gap: layout.monthly("staff.gap-by-month", scope, months),
          closed: layout.monthly("staff.gap-closed", scope, months),
          startClaims: Int32(tables.months.startClaims.count)))
      tables.months.startClaims += tables.variants.map { mostClaimed(of: Int32(index), byStartOf: $0) }
    }
  }

  /// The months from the end of the warm-up to the horizon: their ends, and their names, such as `2026-03`.
  private mutating func layOutMonths() -> [String] {
    let first = clock.date(at: warmUp)
    var (year, month) = (first.year, first.month)
    var names: [String] = []
    while true {
      names.append("\(year)-\(month < 10 ? "0" : "")\(month)")
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      guard let next = CivilDate(year: year, month: month, day: 1) else { break }
      let end = clock.startOfDay(next)
      if end >= horizon { break }
      tables.months.ends.append(end)
    }
    tables.months.ends.append(horizon)
    return names
  }

  private func mostClaimed(of pool: Int32, byStartOf variant: VariantPlan) -> Int32 {
    guard variant.booking >= 0 else { return 0 }
    return tables.bookings[Int(variant.booking)].touches.map { touch in
      let claims =
        Array(tables.claims[touch.claims.indices])
        + (touch.handsOn.map { Array(tables.claims[$0.claims.indices]) } ?? [])
      return claims.filter { $0.pool == pool }.reduce(0) { $0 + $1.count }
    }.max() ?? 0
  }
}
