/// Names are unique: within their list, within a facility, and within the route of a product.
enum DuplicateNames: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    var findings: [Finding] = []
    func check(_ names: [String], _ kind: Finding.NameKind, _ path: (Int) -> String) {
      var seen: Set<String> = []
      for (index, name) in names.enumerated() where !seen.insert(name).inserted {
        findings.append(Finding(path(index), .duplicateName(kind, name: name)))
      }
    }
    func check(_ names: [String], _ kind: Finding.NameKind, under list: String) {
      check(names, kind) { "\(list)/\(names[$0])" }
    }
    check(scenario.sites.map(\.name), .site, under: "sites")
    check(scenario.calendars.map(\.name), .calendar, under: "calendars")
    check(scenario.leave.map(\.name), .leave, under: "leave")
    check(scenario.certificates.map(\.name), .certificate, under: "certificates")
    check(scenario.facilities.map(\.name), .facility, under: "facilities")
    check(scenario.transport.map(\.name), .link, under: "transport")
    check(scenario.stocks.map(\.name), .stock, under: "stocks")
    check(scenario.products.map(\.name), .product, under: "products")
    check(scenario.training.map(\.name), .programme, under: "training")
    check(scenario.citations.map(\.name), .citation, under: "sources")
    for facility in scenario.facilities {
      let places = facility.resources.map { PlacedResource(facility: facility.name, resource: $0) }
      check(places.map(\.resource.name), .resource) { places[$0].path }
      // Results list processes among the resources of their facility.
      var taken = Set(facility.resources.map(\.name))
      for process in facility.processes where !taken.insert(process.name).inserted {
        let path = "facilities/\(facility.name)/processes/\(process.name)"
        findings.append(
          Finding(path, .duplicateName(.processOf(facility: facility.name), name: process.name)))
      }
    }
    for product in view.products {
      var seen: Set<String> = []
      for part in product.parts {
        guard let kind = part.part.kindOfName, !seen.insert("\(kind): \(part.name)").inserted else {
          continue
        }
        findings.append(Finding(part.path, .duplicateName(.part, name: part.name)))
      }
      for (step, path, _) in product.steps { findings += failures(of: step, path) }
    }
    return findings
  }

  /// Failures are drawn by name: two of one name would be one.
  private static func failures(of step: Step, _ path: String) -> [Finding] {
    var seen: Set<String> = []
    return step.fails.enumerated().compactMap { index, rule in
      let what = rule.what ?? (index == 0 ? step.name : "\(step.name) \(index + 1)")
      if seen.insert(what).inserted { return nil }
      return Finding("\(path)/fails/\(index + 1)", .duplicateFailure(what: what))
    }
  }
}

extension RoutePart {
  /// Entries of one kind need different names, because draws, lines and jumps go by them; nil for others.
  fileprivate var kindOfName: String? {
    switch self {
    case .step, .countdown, .gather: "step"
    case .makeBatch: "make"
    case .choose: "choose"
    case .parallel: "parallel"
    case .split: "split"
    case .ship: "ship"
    case .release: "release"
    case .hold, .book, .separate, .store, .leave: nil
    }
  }
}
