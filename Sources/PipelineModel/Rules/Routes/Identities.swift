/// Identities are mixed up and checked where there are patients and people, and before it is too late.
enum Identities: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      product.steps.flatMap { step, path, _ -> [Finding] in
        guard step.mixesUp > 0 || step.checksIdentity != nil else { return [] }
        let key = step.checksIdentity == nil ? "mixes up" : "checks identity"
        if product.product.patients == nil && product.product.runs == nil {
          return [Finding("\(path)/\(key)", .identityOfALot(product: product.product.name))]
        }
        if step.isInfusion {
          return [Finding("\(path)/\(key)", .identityAtInfusion(step: step.name))]
        }
        return product.facilities.compactMap { check(step, path, from: $0, view) }.prefix(1).map { $0 }
      }
    }
  }

  /// Those who check have to be there.
  private static func check(
    _ step: Step, _ path: String, from facility: String?, _ view: ScenarioView
  ) -> Finding? {
    guard let persons = step.checksIdentity?.persons else { return nil }
    if !(1...100).contains(persons) {
      return Finding("\(path)/checks identity/persons", .countOutOfRange(persons, 1...100))
    }
    let people = (step.uses + step.keeps.filter { keep in !step.uses.contains { $0.name == keep.name } })
      .filter { view.resource($0.name, from: facility)?.isPeople == true }.reduce(0) { $0 + $1.count }
    if people >= persons { return nil }
    return Finding(
      "\(path)/checks identity", .identityCheckedByNobody(step: step.name, persons: persons, people: people))
  }
}
