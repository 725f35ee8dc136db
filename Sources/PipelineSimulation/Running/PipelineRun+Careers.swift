import EventKernel
import Quantities

/// What becomes of graduates, where a scenario asks for it.
extension PipelineRun {
  /// A graduate of a programme has taken up a role, as the last who came.
  @inline(__always)
  mutating func beginCareer(_ programme: Int, _ pool: Int, _ now: SimulationTime) {
    if tables.followsCareers { noteCareer(programme, pool, now) }
  }

  private mutating func noteCareer(_ programme: Int, _ pool: Int, _ now: SimulationTime) {
    let person = pools[pool].persons
    let isIndependent = !pools[pool].learning.contains(person)
    careers.append(
      CareerRow(
        pool: Int32(pool), person: person, programme: Int32(programme), entered: now, period: period,
        isIndependent: isIndependent))
    if isIndependent { countQualified(programme) }
    guard period >= 0 else { return }
    for (place, length) in zip(tables.training[programme].inRoleAfter, lengthsInRole)
    where now + length <= horizon {
      values[Int(place + 2 * period) + 1] += 1
    }
  }

  /// The years after which graduates are looked for, as spans.
  private var lengthsInRole: [SimulationSpan] {
    OriginPlan.years.map { SimulationSpan(ticks: Int64(Double($0) * 365.25 * tables.ticksPerDay)) }
  }

  /// A person works independently from now on.
  @inline(__always)
  mutating func careerQualifies(_ pool: Int, _ person: Int) {
    guard !careers.isEmpty, let row = career(of: pool, person) else { return }
    careers[row].isIndependent = true
    countQualified(Int(careers[row].programme))
  }

  /// A person has left a role.
  @inline(__always)
  mutating func endCareer(_ pool: Int, _ person: Int, _ now: SimulationTime) {
    guard !careers.isEmpty, let row = career(of: pool, person) else { return }
    countStay(of: careers.remove(at: row), until: now)
  }

  private func career(of pool: Int, _ person: Int) -> Int? {
    careers.firstIndex { $0.pool == Int32(pool) && $0.person == Int32(person) }
  }

  private mutating func countStay(of career: CareerRow, until end: SimulationTime) {
    guard career.period >= 0 else { return }
    for (place, length) in zip(tables.training[Int(career.programme)].inRoleAfter, lengthsInRole)
    where career.entered + length <= end {
      values[Int(place + 2 * career.period)] += 1
    }
  }

  /// The run is over for those who are still in their roles.
  mutating func finishCareers(at end: SimulationTime) {
    for career in careers { countStay(of: career, until: end) }
  }

  /// Where those come from who work independently at the end of a year.
  mutating func countOrigins() {
    for plan in tables.origins {
      var others = Int(pools[Int(plan.pool)].independent)
      for (programme, place) in plan.programmes {
        let own = careers.count { $0.pool == plan.pool && $0.programme == programme && $0.isIndependent }
        count(place, by: Double(own))
        others -= own
      }
      count(plan.market, by: Double(others))
    }
  }
}
