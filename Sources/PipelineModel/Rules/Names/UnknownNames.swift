/// Every name that refers to something must be the name of something.
enum UnknownNames: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    var names = NameCheck()
    let scenario = view.scenario
    let facilities = KnownNames(scenario.facilities.map(\.name))
    let sites = KnownNames(scenario.sites.map(\.name))
    let calendars = KnownNames(scenario.calendars.map(\.name))
    let leave = KnownNames(scenario.leave.map(\.name))
    let places = KnownNames(facilities.list + sites.list)
    let products = KnownNames(scenario.products.map(\.name))
    for facility in scenario.facilities {
      let path = "facilities/\(facility.name)"
      names.check(facility.site, .site, sites, "\(path)/site")
      let resources = KnownNames(facility.resources.map(\.name))
      for (index, shutdown) in facility.shutdowns.enumerated() {
        for (number, name) in shutdown.closes.enumerated() {
          names.check(
            name, .resourceOf(facility: facility.name), resources,
            "\(path)/shutdowns/\(index + 1)/closes/\(number + 1)")
        }
      }
    }
    for place in view.resources {
      for (index, name) in place.resource.calendars.enumerated() {
        names.check(name, .calendar, calendars, "\(place.path)/calendars/\(index + 1)")
      }
      for (index, name) in place.resource.leave.enumerated() {
        names.check(name, .leave, leave, "\(place.path)/leave/\(index + 1)")
      }
    }
    for link in scenario.transport {
      names.check(link.from, .facilityOrSite, places, "transport/\(link.name)/from")
      names.check(link.to, .facilityOrSite, places, "transport/\(link.name)/to")
    }
    for stock in scenario.stocks {
      names.check(stock.facility, .facility, facilities, "stocks/\(stock.name)/facility")
      if case .product(let name) = stock.reorder?.supply {
        names.check(name, .product, products, "stocks/\(stock.name)/reorder/made by")
      }
    }
    let links = KnownNames(scenario.transport.map(\.name))
    let stocks = KnownNames(scenario.stocks.map(\.name))
    for product in view.products {
      for (index, name) in product.product.madeAt.enumerated() {
        names.check(name, .facility, facilities, "\(product.path)/made at/\(index + 1)")
      }
      names.check(product.product.patients?.at, .site, sites, "\(product.path)/patients/at")
      names.check(product, links: links, stocks: stocks)
    }
    names.checkCitations(of: scenario)
    return names.findings
  }
}

private struct NameCheck {
  var findings: [Finding] = []

  mutating func check(_ name: String?, _ kind: Finding.NameKind, _ known: KnownNames, _ path: String) {
    guard let name, !known.set.contains(name) else { return }
    findings.append(Finding(path, .unknownName(kind, name: name, known: known.list)))
  }

  /// One link, or one for each facility that makes the product.
  private mutating func check(
    _ choice: LinkChoice, of product: ProductView, _ links: KnownNames, _ path: String
  ) {
    if let link = choice.common { return check(link, .link, links, path) }
    let makers = KnownNames(product.facilities.compactMap(\.self))
    for own in choice.ofMakers {
      check(own.facility, .facility, makers, "\(path)/\(own.facility)")
      check(own.link, .link, links, "\(path)/\(own.facility)")
    }
    for maker in makers.list where !choice.ofMakers.contains(where: { $0.facility == maker }) {
      findings.append(Finding(path, .makerWithoutLink(facility: maker)))
    }
  }

  /// Entries, links and stocks that the route of a product names, and marks of its clocks.
  mutating func check(_ product: ProductView, links: KnownNames, stocks: KnownNames) {
    let steps = KnownNames(product.steps.map(\.step.name))
    let entries = KnownNames(product.parts.map(\.name))
    for part in product.parts {
      for site in part.consequences {
        switch site.consequence {
        case .againFrom(let name): check(name, .part, steps, "\(site.path)/again from")
        case .goTo(let name): check(name, .part, steps, "\(site.path)/go to")
        default: break
        }
      }
      switch part.part {
      case .step(let step):
        for (index, name) in step.requires.enumerated() {
          check(name, .part, entries, item("\(part.path)/requires", index, of: step.requires.count))
        }
      case .hold(let hold): check(hold.until, .part, steps, "\(part.path)/until")
      case .countdown(let countdown) where countdown.event != "infusion":
        check(countdown.event, .part, steps, "\(part.path)/starts")
      case .ship(let shipment):
        check(shipment.by, of: product, links, "\(part.path)/by")
      case .store(let storing): check(storing.stock, .stock, stocks, part.path)
      default: break
      }
    }
    // A clock without `from` starts with the referral where no collection is marked, and without `to` may run on.
    let marks = KnownNames(product.marks.sorted())
    for clock in product.product.patients?.clocks ?? [] {
      let path = "\(product.path)/patients/clocks/\(clock.name)"
      if clock.from != "collection" { check(clock.from, .mark, marks, "\(path)/from") }
      if clock.to != "infusion" { check(clock.to, .mark, marks, "\(path)/to") }
    }
  }

  /// A `source:` of one word is a key of `sources:`; anything longer is a citation in words.
  mutating func checkCitations(of scenario: Scenario) {
    let known = KnownNames(scenario.citations.map(\.name))
    for note in scenario.provenance {
      guard case .source(let words) = note.kind,
        words.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
      else { continue }
      check(words, .citation, known, note.path.isEmpty ? "source" : "\(note.path)/source")
    }
  }
}

/// The names that there are, in order, and fast to look up.
private struct KnownNames {
  let list: [String]
  let set: Set<String>

  init(_ list: [String]) {
    self.list = list
    set = Set(list)
  }
}
