/// Work goes on in clean rooms that are licensed for it, and with no more people than may be inside.
///
/// A room that says what it is licensed for makes that trait one that needs a licence, in every room with a grade. The people
/// in a room are those whom the steps that hold it use.
///
/// - Complexity: O(claims) for each product and facility.
enum RoomLicences: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let licensed = view.resources.flatMap(\.resource.licensedFor)
    let known = view.scenario.products.flatMap(\.traits)
    var findings: [Finding] = []
    for place in view.resources {
      for (index, trait) in place.resource.licensedFor.enumerated() where !known.contains(trait) {
        let path = item("\(place.path)/licensed for", index, of: place.resource.licensedFor.count)
        findings.append(Finding(path, .unknownName(.trait, name: trait, known: Array(Set(known)).sorted())))
      }
    }
    let needing = Set(licensed)
    let isLimited = view.resources.contains { $0.resource.occupancy != nil }
    if needing.isEmpty && !isLimited { return findings }
    var seen: Set<Finding> = []
    for product in view.products {
      let traits = product.product.traits.filter(needing.contains)
      for facility in product.facilities {
        for (claims, path) in product.steps.flatMap({ work(of: $0.step, $0.path) }) {
          let rooms = self.rooms(among: claims, path, facility, view)
          let found =
            unlicensed(rooms, traits, product.product.name) + crowded(claims, rooms, path, facility, view)
          findings += found.filter { seen.insert($0).inserted }
        }
      }
    }
    return findings
  }

  /// A claim of a room.
  private typealias Room = (place: PlacedResource, count: Int, path: String)

  /// The claims of a step and of each of its touches.
  private static func work(of step: Step, _ path: String) -> [(claims: [Claim], path: String)] {
    let kept = step.keeps.filter { keep in !step.uses.contains { $0.name == keep.name } }
    return [(step.uses + kept, "\(path)/uses")]
      + step.repeats.enumerated().map { number, touch in
        (touch.uses, "\(item("\(path)/repeats", number, of: step.repeats.count))/uses")
      }
  }

  private static func rooms(
    among claims: [Claim], _ path: String, _ facility: String?, _ view: ScenarioView
  ) -> [Room] {
    claims.compactMap { claim in
      guard let place = view.resource(claim.name, from: facility), place.isRoom else { return nil }
      return (place, claim.count, "\(path)/\(claim.name)")
    }
  }

  private static func unlicensed(_ rooms: [Room], _ traits: [String], _ product: String) -> [Finding] {
    rooms.filter { !$0.place.grade.isEmpty }.flatMap { room in
      traits.filter { !room.place.resource.licensedFor.contains($0) }.map {
        Finding(room.path, .roomNotLicensed(room: room.place.resource.name, trait: $0, product: product))
      }
    }
  }

  private static func crowded(
    _ claims: [Claim], _ rooms: [Room], _ path: String, _ facility: String?, _ view: ScenarioView
  ) -> [Finding] {
    guard !rooms.isEmpty else { return [] }
    let limits = rooms.map { room in room.place.resource.occupancy.map { $0 * room.count } }
    // Where one of the rooms has no limit, all can be in there.
    guard limits.allSatisfy({ $0 != nil }) else { return [] }
    let most = limits.reduce(0) { $0 + ($1 ?? 0) }
    let people = claims.filter { view.resource($0.name, from: facility)?.isPeople == true }
    let inside = people.reduce(0) { $0 + $1.count }
    guard inside > most else { return [] }
    return [Finding(path, .tooManyInRoom(people: inside, most: most))]
  }
}
