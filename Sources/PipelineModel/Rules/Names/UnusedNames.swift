/// What is declared is used somewhere.
enum UnusedNames: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    var findings: [Finding] = []
    func check(_ names: [String], _ kind: Finding.NameKind, _ used: Set<String>, under list: String) {
      for name in names where !used.contains(name) {
        findings.append(Finding("\(list)/\(name)", .unused(kind, name: name)))
      }
    }
    let resources = view.resources.map(\.resource)
    let ends = scenario.transport.flatMap { [$0.from, $0.to] }.compactMap { $0 }
    let parts = view.products.flatMap(\.parts).map(\.part)
    // The first site gives the clock its zone.
    let sites =
      scenario.facilities.compactMap(\.site) + ends + scenario.sites.prefix(1).map(\.name)
      + scenario.products.compactMap(\.patients?.at)
    check(scenario.sites.map(\.name), .site, Set(sites), under: "sites")
    check(scenario.calendars.map(\.name), .calendar, Set(resources.flatMap(\.calendars)), under: "calendars")
    check(scenario.leave.map(\.name), .leave, Set(resources.flatMap(\.leave)), under: "leave")
    let asked = view.claimSites.flatMap(\.certified)
    check(scenario.certificates.map(\.name), .certificate, Set(asked), under: "certificates")
    let links = parts.flatMap { if case .ship(let shipment) = $0 { shipment.by.links } else { [String]() } }
    check(scenario.transport.map(\.name), .link, Set(links), under: "transport")
    let stored = parts.compactMap { if case .store(let storing) = $0 { storing.stock } else { nil } }
    let taken = view.claimSites.filter { $0.use == .consumes }.map(\.name)
    check(scenario.stocks.map(\.name), .stock, Set(taken + stored), under: "stocks")
    let cited = scenario.provenance.compactMap { if case .source(let words) = $0.kind { words } else { nil } }
    check(scenario.citations.map(\.name), .citation, Set(cited), under: "sources")
    return findings + unusedResources(view)
  }

  private static func unusedResources(_ view: ScenarioView) -> [Finding] {
    var used: Set<String> = []
    for site in view.claimSites where site.use != .consumes {
      for facility in site.facilities {
        if let place = view.resource(site.name, from: facility) { used.insert(place.qualifiedName) }
      }
    }
    for place in view.resources {
      for name in (place.resource.cover?.by ?? []) + [place.resource.onCall?.from].compactMap(\.self) {
        if let cover = view.resource(name, from: place.facility) { used.insert(cover.qualifiedName) }
      }
    }
    for entry in view.scenario.training.flatMap(\.becomes) {
      if let place = view.resource(entry.role, from: nil) { used.insert(place.qualifiedName) }
    }
    // A claim that is itself a finding may have meant any resource of its name.
    let doubtful = Set(
      view.claimSites.filter { site in
        site.facilities.contains { view.resource(site.name, from: $0) == nil }
      }.map(\.name))
    // Without products, failures and turnover are what a scenario is about.
    let isOfInterest = view.products.isEmpty
    return view.resources.filter { place in
      !used.contains(place.qualifiedName) && !doubtful.contains(place.resource.name)
        && !(isOfInterest && place.changesByItself)
    }.map { place in
      // What a file adds under a misspelt name leaves the role that was meant as it was.
      let ofFacility = view.resources.filter {
        $0.facility == place.facility && used.contains($0.qualifiedName)
      }
      let (name, known) =
        ofFacility.isEmpty
        ? (place.qualifiedName, used.filter { $0.hasSuffix("/\(place.resource.name)") }.sorted())
        : (place.resource.name, ofFacility.map(\.resource.name))
      return Finding(place.path, .unused(.resource, name: name, known: known))
    }
  }
}
