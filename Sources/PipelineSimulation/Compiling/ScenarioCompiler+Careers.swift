import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// What becomes of the graduates of each programme, where a scenario asks for it.
  mutating func countCareers() {
    guard scenario.alsoMeasures.contains(.careers) else { return }
    tables.followsCareers = true
    for index in tables.training.indices where !tables.training[index].entries.isEmpty {
      let scope: [Scope.Key: Scope.Value] = [.programme: .name(tables.training[index].name)]
      tables.training[index].qualified = layout.yearly("training.qualified", scope)
      tables.training[index].inRoleAfter = OriginPlan.years.map { years in
        layout.yearly("training.in-role-after", scope.merging([.number: .number(years)]) { $1 })
      }
      for entry in tables.training[index].entries { note(entry.pool, from: Int32(index)) }
    }
    for index in tables.origins.indices {
      tables.origins[index].market = layout.yearly(
        "staff.qualified-from", originScope(of: tables.origins[index].pool, MeasureGroup.market))
    }
  }

  private mutating func note(_ pool: Int32, from programme: Int32) {
    let known = tables.origins.firstIndex { $0.pool == pool }
    let index = known ?? tables.origins.count
    if known == nil { tables.origins.append(OriginPlan(pool: pool, market: -1)) }
    if tables.origins[index].programmes.contains(where: { $0.programme == programme }) { return }
    let place = layout.yearly(
      "staff.qualified-from", originScope(of: pool, tables.training[Int(programme)].name))
    tables.origins[index].programmes.append((programme, place))
  }

  private func originScope(of pool: Int32, _ origin: String) -> [Scope.Key: Scope.Value] {
    let role = tables.pools[Int(pool)]
    return [
      .facility: .name(tables.facilities[Int(role.facility)].name), .role: .name(role.name),
      .programme: .name(origin),
    ]
  }
}
