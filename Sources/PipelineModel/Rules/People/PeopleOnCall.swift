/// Who is on call is somebody else's people, and who rests has hours outside of which to work.
enum PeopleOnCall: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.resources.flatMap { place in home(of: place, view) + rest(of: place) + price(of: place) }
  }

  private static func home(of place: PlacedResource, _ view: ScenarioView) -> [Finding] {
    guard let name = place.resource.onCall?.from else { return [] }
    let path = "\(place.path)/on call from"
    // A name that means nothing is told by another rule.
    guard let home = view.resource(name, from: place.facility) else { return [] }
    if home.qualifiedName == place.qualifiedName {
      return [Finding(path, .onCallFromItself(role: place.resource.name))]
    }
    if !home.isPeople { return [Finding(path, .notARole(name: name))] }
    if home.resource.onCall?.from != nil { return [Finding(path, .onCallFromOnCall(role: name))] }
    guard let called = number(place.resource.capacity), place.resource.turnover == nil,
      place.resource.absence == nil, place.resource.leave.isEmpty, place.resource.certificates.isEmpty
    else { return [Finding(place.path, .onCallWithoutCount(role: name))] }
    guard let most = view.mostEver(of: home), called > most else { return [] }
    return [Finding("\(place.path)/count", .moreOnCallThanThere(count: called, role: name, most: most))]
  }

  private static func number(_ capacity: Capacity) -> Int? {
    switch capacity {
    case .count(let count): count
    case .timetable(let changes): changes.map(\.count).max() ?? 0
    case .fullTimeEquivalents, .fullTimeEquivalentPlan: nil
    }
  }

  private static func rest(of place: PlacedResource) -> [Finding] {
    guard let onCall = place.resource.onCall, onCall.rest != nil, onCall.from == nil,
      place.resource.calendars.isEmpty
    else { return [] }
    return [Finding("\(place.path)/rest", .restWithoutHours)]
  }

  private static func price(of place: PlacedResource) -> [Finding] {
    guard place.resource.costs.call != nil, place.resource.onCall?.from == nil else { return [] }
    return [Finding("\(place.path)/costs/call", .neverCalled(role: place.resource.name))]
  }
}
