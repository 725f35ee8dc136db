extension Scenario {
  /// The sets of certificates that claims ask of each role (`facility/role`) together, each sorted, without the empty one.
  ///
  /// In the order of their names, so that it does not depend on the order of routes. Claims of what is no role are left out.
  public var certificateProfiles: [String: [[String]]] {
    let view = ScenarioView(self)
    var profiles: [String: Set<[String]>] = [:]
    for site in view.claimSites where !site.certified.isEmpty {
      for facility in site.facilities {
        guard let place = view.resource(site.name, from: facility), place.isPeople else { continue }
        profiles[place.qualifiedName, default: []].insert(Set(site.certified).sorted())
      }
    }
    return profiles.mapValues { $0.sorted { $0.lexicographicallyPrecedes($1) } }
  }
}
