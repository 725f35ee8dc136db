/// Products are made where they may be made; where they may go is the matter of `HospitalExemption`.
enum Regimes: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.filter { $0.product.patients != nil }.flatMap { product in
      product.facilities.enumerated().compactMap { index, name in
        guard let maker = view.facility(name), !maker.isGMP else { return nil }
        return Finding(
          "\(product.path)/made at/\(index + 1)",
          .notGMP(product: product.product.name, facility: maker.name))
      }
    }
  }
}
