import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  /// The places of all trials: pools behind the stocks, before anything is worked out pool by pool.
  mutating func compileTrials() {
    for product in scenario.products { compileTrial(of: product) }
  }

  private mutating func compileTrial(of product: Product) {
    guard let trial = product.trial else { return }
    let pool = Int32(tables.pools.count)
    var places = PoolPlan(
      name: "places in the trial of \(product.name)", facility: -1, level: .stock(initial: 0),
      origin: Lineage.origin("trial/\(product.name)"))
    places.trial = Int32(tables.trials.count)
    tables.pools.append(places)
    trialOf[product.name] = Int32(tables.trials.count)
    tables.trials.append(
      TrialPlan(
        pool: pool, cohort: trial.cohort, atMost: trial.atMost ?? .max, followUp: trial.followUp,
        replacesLost: trial.lost == .replaced, full: reason("trial is full")))
  }

  mutating func countTrials() {
    for (index, product) in scenario.products.enumerated() {
      guard let trial = trialOf[product.name] else { continue }
      let scope: [Scope.Key: Scope.Value] = [.product: .name(tables.products[index])]
      tables.trials[Int(trial)].enrolled = layout.yearly("trial.enrolled", scope)
      tables.trials[Int(trial)].replaced = layout.yearly("trial.replaced", scope)
      tables.trials[Int(trial)].cohorts = layout.yearly("trial.cohorts", scope)
      if product.trial?.atMost != nil {
        tables.trials[Int(trial)].lastPatient = layout.once("milestone.last-patient", scope)
        tables.trials[Int(trial)].lastVisit = layout.once("milestone.last-visit", scope)
      }
    }
  }
}

extension RouteCompiler {
  /// The place that an enrolment takes for good; nil for every other step.
  func place(at step: Step, _ compiler: ScenarioCompiler) -> ClaimPlan? {
    guard product.enrolment == step.name, let trial = compiler.trialOf[product.name] else { return nil }
    return ClaimPlan(
      pool: compiler.tables.trials[Int(trial)].pool, count: 1, isKept: false, isConsumed: true)
  }

  /// Whoever comes to the enrolment of a trial that is full leaves there.
  mutating func emitEnrolment(at step: Step, _ compiler: inout ScenarioCompiler) {
    guard product.enrolment == step.name, let trial = compiler.trialOf[product.name] else { return }
    _ = reason("trial is full", &compiler)
    compiler.tables.instructions.append(.enrol(trial))
  }
}
