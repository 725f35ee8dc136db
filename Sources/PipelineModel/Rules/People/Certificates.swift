import Quantities

/// Certificates can be held, kept and earned.
enum Certificates: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.scenario.certificates.flatMap { findings(of: $0, view) }
      + view.resources.flatMap { holders(at: $0, view) } + initialHolders(view)
  }

  private static func findings(of certificate: Certificate, _ view: ScenarioView) -> [Finding] {
    let path = "certificates/\(certificate.name)"
    var findings: [Finding] = []
    if let renewal = certificate.renewal {
      if let lasts = certificate.lasts {
        if let length = seconds(lasts, view), let ahead = seconds(renewal.ahead, view), ahead >= length {
          findings.append(
            Finding("\(path)/renewal/ahead", .aheadOfItself(ahead: renewal.ahead, lasts: lasts)))
        }
      } else {
        findings.append(Finding("\(path)/renewal", .renewedForGood))
      }
      if renewal.passes == 0 { findings.append(Finding("\(path)/renewal/passes", .nobodyPasses)) }
    } else if certificate.lasts != nil, certificate.byTakingPartIn == nil {
      findings.append(Finding(path, .neverRenewed(certificate: certificate.name)))
    }
    if let name = certificate.byTakingPartIn {
      findings += earned(certificate, in: name, view, "\(path)/by taking part in")
    }
    return findings
  }

  private static func seconds(_ length: TimeLength, _ view: ScenarioView) -> Int64? {
    view.scenario.tick.span(of: length)?.ticks
  }

  /// Runs that give a certificate are there, somebody takes part, and nobody needs it for that.
  private static func earned(
    _ certificate: Certificate, in name: String, _ view: ScenarioView, _ path: String
  ) -> [Finding] {
    guard let product = view.products.first(where: { $0.product.name == name }) else {
      let known = view.products.map(\.product.name)
      return [Finding(path, .unknownName(.product, name: name, known: known))]
    }
    if product.product.runs == nil { return [Finding(path, .earnedWithoutRuns(product: name))] }
    var findings: [Finding] = []
    for (step, stepPath, _) in product.steps {
      for use in step.uses where use.certified.contains(certificate.name) {
        findings.append(
          Finding(
            "\(stepPath)/uses/\(use.name)/certified",
            .earnsItself(certificate: certificate.name, product: name)))
      }
    }
    let sessions = product.steps.map(\.step).filter { $0.kind == .step && $0.work != .closed }
    for place in view.resources
    where place.resource.certificates.contains(where: { $0.name == certificate.name }) {
      let takesPart = sessions.flatMap(\.uses).contains { use in
        product.facilities.contains {
          view.resource(use.name, from: $0)?.qualifiedName == place.qualifiedName
        }
      }
      if !takesPart {
        findings.append(Finding(path, .nobodyTakesPart(role: place.qualifiedName, product: name)))
      }
    }
    return findings
  }

  private static func holders(at place: PlacedResource, _ view: ScenarioView) -> [Finding] {
    let resource = place.resource
    let known = view.scenario.certificates.map(\.name)
    var seen: Set<String> = []
    var findings = resource.certificates.flatMap { held -> [Finding] in
      let path = "\(place.path)/certificates/\(held.name)"
      if !known.contains(held.name) {
        return [Finding(path, .unknownName(.certificate, name: held.name, known: known))]
      }
      if !seen.insert(held.name).inserted {
        return [Finding(path, .duplicateName(.certificate, name: held.name))]
      }
      return held.share == 0 ? [Finding(path, .shareOfNobody)] : []
    }
    if !resource.certificates.isEmpty, resource.calendars.isEmpty, resource.spelledInEquivalents {
      findings.append(Finding("\(place.path)/certificates", .calledOnce(role: resource.name)))
    }
    return findings
  }

  /// Who is named at the start is of a role, and holds what the role holds.
  private static func initialHolders(_ view: ScenarioView) -> [Finding] {
    let known = view.scenario.certificates.map(\.name)
    var roles: Set<String> = []
    return view.scenario.initialState.people.enumerated().flatMap { index, state -> [Finding] in
      let path = "initial state/people/\(index + 1)"
      guard let place = view.resource(state.role, from: nil) else {
        let names = view.resources.filter(\.isPeople).map(\.qualifiedName)
        return [Finding("\(path)/role", .unknownName(.resource, name: state.role, known: names))]
      }
      if !place.isPeople { return [Finding("\(path)/role", .notARole(name: state.role))] }
      var findings: [Finding] = []
      if !roles.insert(place.qualifiedName).inserted {
        findings.append(Finding("\(path)/role", .secondOfName(state.role)))
      }
      if let opening = view.facility(place.facility)?.opens, opening.planned > view.scenario.start {
        findings.append(Finding("\(path)/role", .nobodyYet(facility: place.facility)))
      }
      var names: Set<String> = []
      for person in state.persons {
        let here = "\(path)/persons/\(person.name)"
        if !names.insert(person.name).inserted { findings.append(Finding(here, .secondOfName(person.name))) }
        for held in person.certificates {
          if !known.contains(held.name) {
            findings.append(
              Finding("\(here)/\(held.name)", .unknownName(.certificate, name: held.name, known: known)))
          } else if !place.resource.certificates.contains(where: { $0.name == held.name }) {
            findings.append(
              Finding("\(here)/\(held.name)", .notHeld(certificate: held.name, role: state.role)))
          }
        }
      }
      return findings
    }
  }
}

extension Resource {
  /// Whether its people are planned in full-time equivalents, so that not all of them are there at once.
  fileprivate var spelledInEquivalents: Bool {
    switch capacity {
    case .fullTimeEquivalents, .fullTimeEquivalentPlan: true
    case .count, .timetable: false
    }
  }
}
