import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// Which pools stand in for which, and after how long.
  mutating func compileCovers() throws(CompileFault) {
    for facility in scenario.facilities {
      for resource in facility.resources {
        guard let cover = resource.cover, let pool = poolOf["\(facility.name)/\(resource.name)"] else {
          continue
        }
        let path = "facilities/\(facility.name)/\(resource.name)"
        var others: [Int32] = []
        for name in cover.by {
          let other = try self.pool(name, from: facility.name, path: "\(path)/covered by")
          if other != pool, !others.contains(other) { others.append(other) }
        }
        coversOf[pool] = others
        tables.pools[Int(pool)].coverAfter = try span(cover.after, at: "\(path)/cover after")
      }
    }
  }

  /// The claims of a step, and behind them a claim for each role that may stand in for one of them.
  ///
  /// So a token's bits say who serves it, and whatever gives units back needs to know nothing of covers. What is kept beyond
  /// its step is freed by its own name, and has none.
  func withCovers(_ claims: [ClaimPlan]) -> [ClaimPlan] {
    var result = claims
    for (place, claim) in claims.enumerated()
    where !claim.isKept && !claim.isConsumed && claim.profile == -1 {
      for other in coversOf[claim.pool] ?? [] {
        result.append(
          ClaimPlan(
            pool: other, count: claim.count, isKept: false, isConsumed: false, standsIn: Int32(place)))
      }
    }
    return result
  }

  /// Each claim knows the bits of those that stand in for it.
  mutating func linkCovers(of step: StepPlan) {
    for index in step.claims.indices where tables.claims[index].standsIn >= 0 {
      let own = Int(step.claims.start + tables.claims[index].standsIn)
      tables.claims[own].alternatives |= tables.claims[index].bit
    }
  }

  // MARK: Bookings

  /// The claims of a step without its process, which nobody can book, and without those that stand in: a booking lays out one
  /// after the other.
  mutating func ownClaims(of step: StepPlan) -> TableRange {
    let all = Array(tables.claims[step.claims.indices])
    let own = all.filter { $0.standsIn < 0 && !tables.pools[Int($0.pool)].isProcess }
    return own.count == all.count ? step.claims : addClaims(own)
  }

  /// Who else could do the work of a step: one of its roles replaced, then all that can be.
  mutating func coverWork(of step: StepPlan) -> TableRange {
    let all = Array(tables.claims[step.claims.indices])
    let own = all.filter { $0.standsIn < 0 }
    var ways: [[ClaimPlan]] = []
    for claim in all where claim.standsIn >= 0 { ways.append([claim]) }
    let first = own.indices.compactMap { place in all.first { $0.standsIn == Int32(place) } }
    if first.count > 1 { ways.append(first) }
    var works: [CoverWorkPlan] = []
    for way in ways {
      var claims = own
      var delay = SimulationSpan.zero
      for claim in way {
        delay = max(delay, tables.pools[Int(claims[Int(claim.standsIn)].pool)].coverAfter)
        claims[Int(claim.standsIn)].pool = claim.pool
      }
      claims.removeAll { tables.pools[Int($0.pool)].isProcess }
      let pools = claims.map { tables.pools[Int($0.pool)] }
      let working =
        pools.first { $0.isPeople && $0.plan >= 0 }?.plan ?? pools.first { $0.plan >= 0 }?.plan ?? -1
      works.append(CoverWorkPlan(claims: addClaims(claims), plan: working, delay: delay))
    }
    defer { tables.coverWorks += works }
    return TableRange(start: Int32(tables.coverWorks.count), count: Int32(works.count))
  }

  private mutating func addClaims(_ claims: [ClaimPlan]) -> TableRange {
    defer { tables.claims += claims }
    return TableRange(start: Int32(tables.claims.count), count: Int32(claims.count))
  }
}
