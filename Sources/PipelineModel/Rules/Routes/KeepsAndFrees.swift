/// What is kept is freed later on, and what is freed was kept.
enum KeepsAndFrees: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      let facility = product.facilities.first ?? nil
      func key(_ name: String) -> String { view.resource(name, from: facility)?.qualifiedName ?? name }
      let steps = product.steps
      var findings: [Finding] = []
      for (step, path, index) in steps {
        for keep in step.keeps {
          let isFreed = steps.contains { other in
            other.index > index && other.step.frees.contains { key($0) == key(keep.name) }
          }
          if !isFreed { findings.append(Finding("\(path)/keeps/\(keep.name)", .notFreed(name: keep.name))) }
        }
        for (number, name) in step.frees.enumerated() {
          let isKept = steps.contains { other in
            other.index != index && other.step.keeps.contains { key($0.name) == key(name) }
          }
          if !isKept { findings.append(Finding("\(path)/frees/\(number + 1)", .notKept(name: name))) }
        }
      }
      return findings
    }
  }
}
