/// A trial has patients, a step that everybody passes at which they are enrolled, and an infusion behind it.
enum Trials: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product -> [Finding] in
      guard let trial = product.product.trial else { return [] }
      let path = "\(product.path)/trial"
      let name = product.product.name
      if product.product.patients == nil { return [Finding(path, .trialWithoutPatients(product: name))] }
      var findings = view.scenario.initialState.patients.enumerated().filter { $1.product == name }.map {
        Finding("initial state/patients/\($0.offset + 1)/product", .trialUnderWay(product: name))
      }
      guard let step = product.product.enrolment, let index = product.index(ofStep: step) else {
        if let named = trial.enrolledAt {
          let known = product.steps.map(\.step.name)
          findings.append(Finding("\(path)/enrolled at", .unknownName(.part, name: named, known: known)))
        }
        return findings
      }
      if !product.parts[index].isOnMainLine || product.bookIndex.map({ $0 < index }) ?? false {
        findings.append(Finding("\(path)/enrolled at", .enrolledTooLate(step: step)))
      }
      if !product.steps.contains(where: { $0.step.isInfusion && $0.index > index }) {
        findings.append(Finding(path, .trialWithoutInfusion(step: step)))
      }
      return findings
    }
  }
}
