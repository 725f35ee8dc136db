/// Newcomers of a role can be qualified: by runs made where they work, with the help of people who are there before them.
enum Qualifications: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    var findings: [Finding] = []
    for place in view.resources {
      guard let turnover = place.resource.turnover, let product = turnover.qualifiedBy else { continue }
      let path = "\(place.path)/qualified by"
      if !place.isPeople { findings.append(Finding(path, .notARole(name: place.resource.name))) }
      if turnover.independentAfter != nil { findings.append(Finding(path, .twoWaysOfLearning)) }
      findings += view.findings(ofTraining: product, at: place.facility, path)
    }
    return findings + circles(view)
  }

  /// Roles of which nobody is there at the opening, and nobody can become: each needs another of them, or itself.
  private static func circles(_ view: ScenarioView) -> [Finding] {
    var missing = Set(view.resources.filter { isEmpty($0, view) }.map(\.qualifiedName))
    var blockers: [String: String] = [:]
    while true {
      blockers = [:]
      for place in view.resources where missing.contains(place.qualifiedName) {
        blockers[place.qualifiedName] = blocker(of: place, missing, view)
      }
      let left = missing.filter { blockers[$0] != nil }
      if left.count == missing.count { break }
      missing = left
    }
    return view.resources.compactMap { place in
      guard let blocker = blockers[place.qualifiedName], let product = place.resource.turnover?.qualifiedBy
      else { return nil }
      return Finding(
        "\(place.path)/qualified by",
        .qualifiedByNobody(role: place.resource.name, product: product, missing: blocker))
    }
  }

  /// Nobody works in the role at the opening, and whoever enters has to be qualified by runs.
  private static func isEmpty(_ place: PlacedResource, _ view: ScenarioView) -> Bool {
    guard place.isPeople, let turnover = place.resource.turnover, turnover.qualifiedBy != nil else {
      return false
    }
    let joinsOtherwise = view.scenario.training.flatMap(\.becomes).contains { entry in
      view.resource(entry.role, from: nil)?.qualifiedName == place.qualifiedName
        && (entry.independentAfter != nil || entry.qualifiedBy != nil)
    }
    if joinsOtherwise { return false }
    if let present = turnover.startsWith { return present == 0 }
    switch place.resource.capacity {
    case .count(let count): return count == 0
    case .fullTimeEquivalents(let number, _): return number == 0
    // What a dated plan says of the day of the opening is left to the run.
    case .timetable, .fullTimeEquivalentPlan: return false
    }
  }

  /// A role that is missing and that everybody on the route needs.
  private static func blocker(
    of place: PlacedResource, _ missing: Set<String>, _ view: ScenarioView
  ) -> String? {
    guard let name = place.resource.turnover?.qualifiedBy,
      let product = view.products.first(where: { $0.product.name == name })
    else { return nil }
    for part in product.parts where part.isOnMainLine {
      guard case .step(let step) = part.part else { continue }
      for claim in step.uses + step.keeps {
        guard let needed = view.resource(claim.name, from: place.facility),
          missing.contains(needed.qualifiedName)
        else { continue }
        let others = (needed.resource.cover?.by ?? []).compactMap { view.resource($0, from: needed.facility) }
        if others.allSatisfy({ missing.contains($0.qualifiedName) }) { return claim.name }
      }
    }
    return nil
  }
}
