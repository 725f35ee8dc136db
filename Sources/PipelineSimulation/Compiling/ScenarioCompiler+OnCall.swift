import PipelineModel

extension ScenarioCompiler {
  /// Which roles are on call from which, and who rests.
  mutating func compileOnCall() throws(CompileFault) {
    for facility in scenario.facilities {
      for resource in facility.resources {
        guard let onCall = resource.onCall, let pool = poolOf["\(facility.name)/\(resource.name)"] else {
          continue
        }
        let path = "facilities/\(facility.name)/\(resource.name)"
        if let rest = onCall.rest { tables.pools[Int(pool)].rest = try span(rest, at: "\(path)/rest") }
        guard let name = onCall.from else { continue }
        let home = try self.pool(name, from: facility.name, path: "\(path)/on call from")
        tables.pools[Int(pool)].callsFrom = home
        tables.pools[Int(home)].hasTeams = true
      }
    }
  }

  /// Whether hours outside the ordinary ones are counted for a role: where somebody set a price or a rest on them.
  func countsHours(_ pool: Int) -> Bool {
    let plan = tables.pools[pool]
    return plan.isPeople && (plan.watchesHours || tables.costs.isThere && tables.costs.pools[pool].hasPremium)
  }

  mutating func countHours(of pool: Int, _ scope: [Scope.Key: Scope.Value], _ counters: inout PoolCounters) {
    guard countsHours(pool) else { return }
    let plan = tables.pools[pool]
    if plan.plan >= 0 { counters.overtime = layout.yearly("staff.overtime", scope) }
    counters.nightHours = layout.yearly("staff.night-hours", scope)
    counters.weekendHours = layout.yearly("staff.weekend-hours", scope)
    if plan.callsFrom >= 0 { counters.calls = layout.yearly("staff.calls", scope) }
    if plan.rest > .zero { counters.resting = layout.yearly("staff.resting", scope) }
  }
}
