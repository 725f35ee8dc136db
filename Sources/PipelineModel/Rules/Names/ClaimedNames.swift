/// What a step claims must be a resource that its facility has, or one whose facility is named; what it consumes, a stock.
enum ClaimedNames: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.claimSites.flatMap { site -> [Finding] in
      if site.use == .consumes { return consumed(site, view) }
      // The same claim is looked at from every facility that makes the product; one finding is enough.
      return site.facilities.lazy.compactMap { used(site, from: $0, view) }.prefix(1).map { $0 }
    } + roles(view) + covers(view) + calls(view)
  }

  /// Who is on call is somewhere; whether it is a role is looked at elsewhere.
  private static func calls(_ view: ScenarioView) -> [Finding] {
    view.resources.compactMap { place in
      guard let name = place.resource.onCall?.from else { return nil }
      let site = ClaimSite(
        name: name, count: 1, use: .uses, path: "\(place.path)/on call from", facilities: [place.facility])
      return used(site, from: place.facility, view)
    }
  }

  /// Who covers is a role, and another one.
  private static func covers(_ view: ScenarioView) -> [Finding] {
    view.resources.flatMap { place -> [Finding] in
      guard let cover = place.resource.cover else { return [] }
      if cover.by.isEmpty { return [Finding("\(place.path)/cover after", .coverByNobody)] }
      return cover.by.enumerated().compactMap { index, name in
        let path = item("\(place.path)/covered by", index, of: cover.by.count)
        let site = ClaimSite(name: name, count: 1, use: .uses, path: path, facilities: [place.facility])
        guard let found = view.resource(name, from: place.facility) else {
          return used(site, from: place.facility, view)
        }
        if found.qualifiedName == place.qualifiedName {
          return Finding(path, .coversItself(role: place.resource.name))
        }
        return found.isPeople ? nil : Finding(path, .notARole(name: name))
      }
    }
  }

  private static func consumed(_ site: ClaimSite, _ view: ScenarioView) -> [Finding] {
    if view.stockNames.contains(site.name) { return [] }
    if case .unknown = view.resolve(site.name, from: site.facilities.first ?? nil) {
      let known = view.scenario.stocks.map(\.name)
      return [Finding(site.path, .unknownName(.stock, name: site.name, known: known))]
    }
    return [Finding(site.path, .resourceConsumed(name: site.name))]
  }

  private static func used(_ site: ClaimSite, from facility: String?, _ view: ScenarioView) -> Finding? {
    switch view.resolve(site.name, from: facility) {
    case .found: return nil
    case .ambiguous(let places):
      return Finding(site.path, .ambiguousResource(name: site.name, facilities: places.map(\.facility)))
    case .elsewhere(let places):
      let home = facility ?? ""
      return Finding(
        site.path, .lacksResource(facility: home, name: site.name, others: places.map(\.facility)))
    case .unknown:
      if view.stockNames.contains(site.name) { return Finding(site.path, .stockUsed(name: site.name)) }
      let home = view.facility(facility)
      if let home, let finding = otherName(site, home) { return finding }
      return Finding(site.path, unknown(site.name, home, view))
    }
  }

  /// `grade-b` where the rooms of grade B have another name.
  private static func otherName(_ site: ClaimSite, _ home: Facility) -> Finding? {
    let words = site.name.lowercased()
    guard words.hasPrefix("grade"), let grade = words.last.map({ String($0).uppercased() }),
      words.count <= "grade-b".count
    else { return nil }
    let rooms = home.resources.filter { $0.kind == .room(grade: grade) }.map(\.name)
    if rooms.isEmpty { return nil }
    return Finding(
      site.path, .gradeUnderOtherName(facility: home.name, name: site.name, grade: grade, rooms: rooms))
  }

  /// Names with the facility in front are looked for among such names, others among those of the facility.
  private static func unknown(_ name: String, _ home: Facility?, _ view: ScenarioView) -> Finding.Problem {
    if let home, !name.contains("/") {
      return .unknownName(
        .resourceOf(facility: home.name), name: name,
        known: home.resources.map(\.name) + view.resources.map(\.qualifiedName))
    }
    let known = name.contains("/") ? view.resources.map(\.qualifiedName) : view.resources.map(\.resource.name)
    return .unknownName(.resource, name: name, known: known)
  }

  private static func roles(_ view: ScenarioView) -> [Finding] {
    view.scenario.training.flatMap { programme in
      programme.becomes.compactMap { entry -> Finding? in
        let path = "training/\(programme.name)/becomes/\(entry.role)"
        switch view.resolve(entry.role, from: nil) {
        case .found(let place): return place.isPeople ? nil : Finding(path, .notARole(name: entry.role))
        case .ambiguous(let places), .elsewhere(let places):
          return Finding(path, .ambiguousResource(name: entry.role, facilities: places.map(\.facility)))
        case .unknown: return Finding(path, unknown(entry.role, nil, view))
        }
      }
    }
  }
}
