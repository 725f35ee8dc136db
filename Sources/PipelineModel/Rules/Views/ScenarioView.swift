/// A scenario as the rules look at it: routes written out, names looked up.
struct ScenarioView {
  let scenario: Scenario
  let products: [ProductView]
  let resources: [PlacedResource]
  private let byQualifiedName: [String: Int]
  private let byName: [String: [Int]]
  private let facilityIndex: [String: Int]
  let stockNames: Set<String>
  /// The roles that trainees can become, facility in front.
  private(set) var joinedRoles: Set<String> = []

  init(_ scenario: Scenario, withRoutes: Bool = true) {
    self.scenario = scenario
    resources = scenario.facilities.flatMap { facility in
      facility.resources.map { PlacedResource(facility: facility.name, resource: $0) }
    }
    var byQualifiedName: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    for (index, place) in resources.enumerated() where byQualifiedName[place.qualifiedName] == nil {
      byQualifiedName[place.qualifiedName] = index
      byName[place.resource.name, default: []].append(index)
    }
    self.byQualifiedName = byQualifiedName
    self.byName = byName
    facilityIndex = Dictionary(scenario.facilities.enumerated().map { ($1.name, $0) }) { first, _ in first }
    stockNames = Set(scenario.stocks.map(\.name))
    let only = scenario.facilities.count == 1 ? scenario.facilities[0].name : nil
    products = withRoutes ? scenario.products.map { ProductView($0, onlyFacility: only) } : []
    joinedRoles = Set(
      scenario.training.flatMap(\.becomes).compactMap { resource($0.role, from: nil)?.qualifiedName })
  }

  func facility(_ name: String?) -> Facility? {
    name.flatMap { facilityIndex[$0] }.map { scenario.facilities[$0] }
  }

  /// The site at which a facility stands: its own, or the only one that a scenario has.
  func site(of facility: Facility) -> Site? {
    scenario.sites.first { $0.name == facility.site }
  }

  /// What a name in the route of a product made at `facility` stands for.
  func resolve(_ name: String, from facility: String?) -> Resolution {
    if let index = byQualifiedName[name] { return .found(resources[index]) }
    if let facility, let index = byQualifiedName["\(facility)/\(name)"] { return .found(resources[index]) }
    let candidates = (byName[name] ?? []).map { resources[$0] }
    if candidates.isEmpty { return .unknown }
    // An unknown facility is a finding of its own; what it has cannot be said.
    if let facility, facilityIndex[facility] != nil { return .elsewhere(candidates) }
    return candidates.count == 1 ? .found(candidates[0]) : .ambiguous(candidates)
  }

  /// The resource that a name stands for, if that is clear.
  func resource(_ name: String, from facility: String?) -> PlacedResource? {
    if case .found(let place) = resolve(name, from: facility) { place } else { nil }
  }
}

/// What a name stands for.
enum Resolution {
  case found(PlacedResource)
  /// The making facility has none of the name, but these have.
  case elsewhere([PlacedResource])
  /// One of these, but no facility says which.
  case ambiguous([PlacedResource])
  case unknown
}

/// A resource and the facility that it belongs to.
struct PlacedResource {
  let facility: String
  let resource: Resource

  var qualifiedName: String { "\(facility)/\(resource.name)" }

  var path: String {
    switch resource.kind {
    case .room: "facilities/\(facility)/rooms/\(resource.name)"
    case .device: "facilities/\(facility)/devices/\(resource.name)"
    case .people: "facilities/\(facility)/people/\(resource.name)"
    }
  }

  var isPeople: Bool { resource.kind == .people }

  /// Whether something happens to it, whoever uses it.
  var changesByItself: Bool {
    if case .fullTimeEquivalentPlan = resource.capacity { return true }
    return resource.breakdown != nil || resource.turnover != nil || resource.absence != nil
  }
}
