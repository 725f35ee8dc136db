/// Under hospital exemption a product does not leave the member state (Regulation (EC) 1394/2007, article 28).
///
/// It would leave it with a shipment, with a patient of another country, with a room, a device or people of another
/// country that touch work claims, and with a stock that is kept abroad or from which a product made or used abroad
/// consumes, however many stocks lie between. Desk work and assays may be done abroad: the product stays.
///
/// - Complexity: O(products² + entries) once, and for each product that can be under exemption O(its entries).
enum HospitalExemption: ScenarioRule {
  /// A batch under exemption: of which product, and in which country it was made.
  private struct Origin: Hashable {
    let product: String
    let made: String
  }

  static func findings(in view: ScenarioView) -> [Finding] {
    let origins = view.products.map { product in
      product.product.regime == .hospitalExemption
        ? product.facilities.compactMap { name in
          view.country(ofFacility: name).map { Origin(product: product.product.name, made: $0) }
        } : []
    }
    guard origins.contains(where: { !$0.isEmpty }) else { return [] }
    let contents = contents(of: view, origins)
    return view.products.enumerated().flatMap { index, product -> [Finding] in
      let own = product.facilities.lazy.compactMap { maker in
        product.product.regime == .hospitalExemption
          ? view.country(ofFacility: maker).flatMap { made in
            places(of: product, madeAt: maker, view).first { $0.country != made }
              .map { finding($0, Origin(product: product.product.name, made: made)) }
          } : nil
      }.prefix(1)
      return own + stocksAbroad(product, origins[index], view) + consumed(by: product, contents, view)
    }
  }

  // What lies in each stock

  /// The batches under exemption that come into each stock, straight or through other stocks.
  private static func contents(of view: ScenarioView, _ origins: [[Origin]]) -> [String: Set<Origin>] {
    var contents: [String: Set<Origin>] = [:]
    let flows = view.products.enumerated().map { index, product in
      (
        from: product.steps.flatMap { $0.step.consumes.map(\.name) },
        into: product.parts.compactMap {
          if case .store(let storing) = $0.part { storing.stock } else { nil }
        },
        own: Set(origins[index])
      )
    }
    // Each turn carries what is known one stock further; there are no more turns than products.
    for _ in 0...flows.count {
      let before = contents
      for flow in flows {
        let all = flow.from.reduce(flow.own) { $0.union(before[$1] ?? []) }
        for stock in flow.into where !all.isEmpty { contents[stock, default: []].formUnion(all) }
      }
      if contents == before { break }
    }
    return contents
  }

  /// Stocks of another country into which a batch is put.
  private static func stocksAbroad(
    _ product: ProductView, _ origins: [Origin], _ view: ScenarioView
  ) -> [Finding] {
    guard let origin = origins.first else { return [] }
    return product.parts.compactMap { part in
      guard case .store(let storing) = part.part,
        let stock = view.scenario.stocks.first(where: { $0.name == storing.stock }),
        let country = view.country(ofFacility: stock.facility), country != origin.made
      else { return nil }
      return finding((country, part.path), origin)
    }
  }

  /// What a product does abroad with what it took from a stock.
  private static func consumed(
    by product: ProductView, _ contents: [String: Set<Origin>], _ view: ScenarioView
  ) -> [Finding] {
    var findings: [Finding] = []
    for (step, path, _) in product.steps {
      for claim in step.consumes {
        let batches = (contents[claim.name] ?? []).filter { $0.product != product.product.name }
        for origin in batches.sorted(by: { ($0.product, $0.made) < ($1.product, $1.made) }) {
          let abroad = product.facilities.lazy.compactMap { maker -> (country: String, path: String)? in
            if let made = view.country(ofFacility: maker), made != origin.made {
              return (made, "\(path)/consumes/\(claim.name)")
            }
            return places(of: product, madeAt: maker, view).first { $0.country != origin.made }
          }.first
          if let abroad { findings.append(finding(abroad, origin)) }
        }
      }
    }
    return findings
  }

  // Where a product goes

  /// The countries to which a batch of a product comes after it was made, in the order of the file.
  private static func places(
    of product: ProductView, madeAt maker: String?, _ view: ScenarioView
  ) -> [(country: String, path: String)] {
    var places: [(country: String, path: String)] = []
    func add(_ country: String?, _ path: String) {
      if let country { places.append((country, path)) }
    }
    func add(_ claims: [Claim], _ path: String) {
      for claim in claims {
        add(view.country(ofFacility: view.resource(claim.name, from: maker)?.facility), path)
      }
    }
    add(view.country(ofSite: product.product.patients?.at), "\(product.path)/patients/at")
    for part in product.parts {
      switch part.part {
      case .ship(let shipment):
        let link = shipment.by.link(from: maker)
        let end = view.scenario.transport.first { $0.name == link }?.to
        add(view.country(ofFacility: end) ?? view.country(ofSite: end), "\(part.path)/by")
      case .step(let step) where ![.assay, .review, .certify].contains(step.kind):
        add(step.uses, "\(part.path)/uses")
        add(step.keeps, "\(part.path)/keeps")
        for (index, touch) in step.repeats.enumerated() {
          add(touch.uses, "\(item("\(part.path)/repeats", index, of: step.repeats.count))/uses")
        }
      case .countdown(let countdown): add(countdown.uses, "\(part.path)/uses")
      default: break
      }
    }
    return places
  }

  private static func finding(_ place: (country: String, path: String), _ origin: Origin) -> Finding {
    Finding(
      place.path, .crossesBorder(product: origin.product, made: origin.made, treated: place.country))
  }
}

extension ScenarioView {
  /// The country of a facility's site; nil where the scenario does not say.
  fileprivate func country(ofFacility name: String?) -> String? {
    facility(name).flatMap { country(ofSite: $0.site) }
  }

  /// The country of a site; nil where the scenario does not say.
  fileprivate func country(ofSite name: String?) -> String? {
    let country = scenario.sites.first { $0.name == name }?.country ?? ""
    return country.isEmpty ? nil : country
  }
}
