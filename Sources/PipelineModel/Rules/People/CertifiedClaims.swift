/// Certificates are asked of people who hold them, and of no more than there can be.
enum CertifiedClaims: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.claimSites.flatMap { site -> [Finding] in
      if site.certified.isEmpty { return [] }
      if site.use != .uses { return [Finding("\(site.path)/certified", .certifiedOutsideUses)] }
      // The same claim is looked at from every facility that makes the product; one finding is enough.
      return site.facilities.lazy.map { findings(of: site, from: $0, view) }.first { !$0.isEmpty } ?? []
    } + tooManyProfiles(view)
  }

  private static func findings(
    of site: ClaimSite, from facility: String?, _ view: ScenarioView
  ) -> [Finding] {
    let path = "\(site.path)/certified"
    let known = view.scenario.certificates.map(\.name)
    for name in site.certified where !known.contains(name) {
      return [Finding(path, .unknownName(.certificate, name: name, known: known))]
    }
    guard let place = view.resource(site.name, from: facility) else { return [] }
    if !place.isPeople { return [Finding(path, .certifiedThings(name: site.name))] }
    let held = place.resource.certificates
    for name in site.certified where !held.contains(where: { $0.name == name }) {
      return [Finding(path, .notHeld(certificate: name, role: place.resource.name))]
    }
    // Those who come later get theirs by their number: of the n-th it is known who holds what.
    guard let heads = view.heads(of: place) else { return [] }
    let most =
      heads == 0
      ? 0
      : (1...heads).count { person in
        site.certified.allSatisfy { name in
          held.contains { $0.name == name && $0.isHeld(byPerson: person) }
        }
      }
    if heads < site.count || most >= site.count { return [] }
    return [
      Finding(
        path,
        .tooFewCertified(
          role: place.resource.name, certificates: site.certified, claimed: site.count, most: most))
    ]
  }

  private static func tooManyProfiles(_ view: ScenarioView) -> [Finding] {
    if view.scenario.certificates.isEmpty { return [] }
    let limit = ScenarioLimits.certificateProfiles
    return view.scenario.certificateProfiles.filter { $0.value.count > limit }.sorted { $0.key < $1.key }
      .compactMap { role, profiles in
        guard let place = view.resource(role, from: nil) else { return nil }
        return Finding(place.path, .tooManyProfiles(role: role, count: profiles.count, limit: limit))
      }
  }
}

extension ScenarioView {
  /// How many persons a role has, where they stay the same for good.
  fileprivate func heads(of place: PlacedResource) -> Int? {
    if joinedRoles.contains(place.qualifiedName) || place.resource.turnover != nil { return nil }
    switch place.resource.capacity {
    case .count(let count): return min(count, 10_000)
    case .fullTimeEquivalents(let equivalents, _): return Int(min(1e4, max(0, equivalents)).rounded(.up))
    case .timetable, .fullTimeEquivalentPlan: return nil
    }
  }
}
