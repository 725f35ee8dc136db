/// Products are made where they may be made, and go where they may go.
enum Regimes: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      let makers = product.facilities.compactMap { view.facility($0) }
      var findings: [Finding] = []
      if product.product.patients != nil {
        for (index, maker) in makers.enumerated() where !maker.isGMP {
          let path = "\(product.path)/made at/\(index + 1)"
          findings.append(Finding(path, .notGMP(product: product.product.name, facility: maker.name)))
        }
      }
      if product.product.regime == .hospitalExemption {
        findings += makers.lazy.compactMap { crossing(product, madeAt: $0, view) }.prefix(1)
      }
      return findings
    }
  }

  /// Under hospital exemption a product does not leave the member state (Regulation (EC) 1394/2007, article 28).
  private static func crossing(
    _ product: ProductView, madeAt maker: Facility, _ view: ScenarioView
  ) -> Finding? {
    guard let made = country(ofFacility: maker.name, view) else { return nil }
    for part in product.parts {
      let treated: (country: String?, path: String)
      switch part.part {
      case .ship(let shipment):
        let link = view.scenario.transport.first { $0.name == shipment.link }
        let site = view.scenario.sites.first { $0.name == link?.to }?.country
        treated = (link?.to.flatMap { country(ofFacility: $0, view) } ?? site, "\(part.path)/by")
      case .step(let step) where step.isInfusion:
        let abroad = step.uses.compactMap { view.resource($0.name, from: maker.name)?.facility }
          .compactMap { country(ofFacility: $0, view) }.first { $0 != made }
        treated = (abroad, "\(part.path)/uses")
      default: continue
      }
      if let country = treated.country, !country.isEmpty, country != made {
        return Finding(
          treated.path, .crossesBorder(product: product.product.name, made: made, treated: country))
      }
    }
    return nil
  }

  private static func country(ofFacility name: String, _ view: ScenarioView) -> String? {
    guard let facility = view.facility(name), let country = view.site(of: facility)?.country else {
      return nil
    }
    return country.isEmpty ? nil : country
  }
}
