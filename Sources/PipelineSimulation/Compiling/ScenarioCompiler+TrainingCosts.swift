import PipelineModel

extension ScenarioCompiler {
  /// Prices of programmes, where a scenario has any.
  mutating func compileTrainingPrices() throws(CompileFault) {
    guard tables.costs.isThere else { return }
    for (index, programme) in scenario.training.enumerated() {
      let path = "training/\(programme.name)/costs"
      tables.training[index].entrantPrice = try thousandths(programme.costs.entrant, at: "\(path)/entrant")
      tables.training[index].studentYearPrice = try thousandths(
        programme.costs.studentYear, at: "\(path)/student year")
      if tables.training[index].isPriced { tables.costs.trainingCategory = category("training") }
    }
  }

  /// What programmes cost has its places in the records.
  mutating func countTrainingCosts() {
    for index in tables.training.indices where tables.training[index].isPriced {
      let scope: [Scope.Key: Scope.Value] = [.programme: .name(tables.training[index].name)]
      tables.training[index].cost = layout.yearly("cost.training", scope)
      if tables.training[index].entries.isEmpty { continue }
      tables.training[index].perQualified = layout.yearly("cost.per-qualified", scope)
      tables.followsCareers = true
    }
  }
}
