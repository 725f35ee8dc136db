/// Training programmes take a time, or lead through the route of a product.
enum Programmes: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.scenario.training.flatMap { programme -> [Finding] in
      let path = "training/\(programme.name)"
      var findings: [Finding] = []
      if (programme.takes == nil) == (programme.through == nil) {
        findings.append(Finding(path, .notOneWayOfTraining(programme: programme.name)))
      }
      if let product = programme.through {
        findings += view.findings(ofTraining: product, at: nil, "\(path)/through")
      }
      if programme.whenFull != nil, programme.seats == nil {
        findings.append(Finding("\(path)/when full", .neverFull))
      }
      for entry in programme.becomes {
        let here = "\(path)/becomes/\(entry.role)"
        guard let product = entry.qualifiedBy else { continue }
        if entry.independentAfter != nil { findings.append(Finding(here, .twoWaysOfLearning)) }
        let facility = view.resource(entry.role, from: nil)?.facility
        findings += view.findings(ofTraining: product, at: facility, "\(here)/qualified by")
      }
      return findings
    }
  }
}

extension ScenarioView {
  /// Whether persons can go through the route of a product, made at the facility of their role where they have one.
  func findings(ofTraining name: String, at facility: String?, _ path: String) -> [Finding] {
    guard let product = products.first(where: { $0.product.name == name }) else {
      return [Finding(path, .unknownName(.product, name: name, known: products.map(\.product.name)))]
    }
    if product.product.purpose != .trainingRun || product.product.patients != nil {
      return [Finding(path, .notATrainingRun(product: name))]
    }
    let makers = product.product.madeAt
    guard let facility, !makers.isEmpty else { return [] }
    if !makers.contains(facility) { return [Finding(path, .notMadeAt(product: name, facility: facility))] }
    if product.product.slots == nil || makers.count == 1 { return [] }
    return [Finding(path, .qualifiedWhereThereIsADate(product: name, facility: facility))]
  }
}
