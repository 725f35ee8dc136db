/// A remake has a batch to make again, and a new collection a step to go back to.
enum Remakes: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      let collects =
        product.bookIndex != nil || product.steps.contains { $0.step.marks == "collection" }
      return product.parts.enumerated().flatMap { index, part -> [Finding] in
        var findings = part.consequences.compactMap { site -> Finding? in
          switch site.consequence {
          case .remake where (product.makeIndex ?? .max) > index: Finding(site.path, .remakeWithoutMake)
          case .collectAgain where !collects: Finding(site.path, .collectAgainWithoutCollection)
          default: nil
          }
        }
        if case .makeBatch(let make) = part.part, make.materialLeft < 1, !collects {
          findings.append(Finding("\(part.path)/material left", .collectAgainWithoutCollection))
        }
        return findings
      }
    }
  }
}
