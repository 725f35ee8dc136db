/// Open work stands in a room clean enough with two people at it, closed work in a device, and open vessels somewhere.
///
/// What a step has is what it uses and keeps, and what an earlier step of the file keeps and none between frees. A culture
/// is in open vessels when it says `work: open`, or says nothing and the nearest entries before and behind it that say
/// what they are are both open. A touch of such a culture is open work where it uses a room; who only watches, or takes a
/// sample elsewhere, uses none. Source of the grades: EudraLex volume 4 part IV, sections 4 and 9.
///
/// - Complexity: O(steps²) for each product and facility.
enum OpenWork: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product -> [Finding] in
      guard product.steps.contains(where: { $0.step.work != nil || $0.step.exceptional != nil }) else {
        return []
      }
      var seen: Set<Finding> = []
      return product.facilities.flatMap { facility in
        product.steps.indices.flatMap { findings(of: $0, in: product, at: facility, view) }
      }.filter { seen.insert($0).inserted }
    }
  }

  /// Units of one resource that a step has.
  private typealias Had = (place: PlacedResource, count: Int)

  private static func findings(
    of index: Int, in product: ProductView, at facility: String?, _ view: ScenarioView
  ) -> [Finding] {
    let (step, path, _) = product.steps[index]
    let had = had(at: index, in: product, from: facility, view)
    var findings: [Finding] = []
    if step.exceptional != nil && step.work != .open {
      findings.append(Finding("\(path)/exceptional", .exceptionalWithoutOpenWork))
    }
    switch (step.work, step.kind) {
    case (.closed, _):
      if !had.contains(where: { $0.place.resource.kind == .device }) {
        findings.append(Finding("\(path)/work", .closedWorkWithoutDevice(step: step.name)))
      }
    case (.open, .culture):
      findings += vessels(of: step, had, "\(path)/work")
      for (number, touch) in step.repeats.enumerated() {
        let used = touch.uses.compactMap { claim -> Had? in
          view.resource(claim.name, from: facility).map { ($0, claim.count) }
        }
        guard used.contains(where: \.place.isRoom) else { continue }
        findings += openWork(step, used, item("\(path)/repeats", number, of: step.repeats.count))
      }
    case (.open, _): findings += openWork(step, had, "\(path)/work")
    case (nil, .culture):
      if isBetweenOpenSteps(index, in: product) { findings += vessels(of: step, had, path) }
    case (nil, _): break
    }
    return findings
  }

  /// A room of grade A or B, or C with a reason, and two people.
  private static func openWork(_ step: Step, _ had: [Had], _ path: String) -> [Finding] {
    var findings: [Finding] = []
    let rooms = had.filter { $0.place.isRoom }
    let enough: Set = step.exceptional == nil ? ["A", "B"] : ["A", "B", "C"]
    if !rooms.contains(where: { enough.contains($0.place.grade) }) {
      let names = rooms.map(\.place.resource.name)
      findings.append(
        Finding(
          path,
          .openWorkInWrongGrade(
            step: step.name, rooms: names, isGradeC: rooms.contains { $0.place.grade == "C" })))
    }
    let people = had.filter(\.place.isPeople).reduce(0) { $0 + $1.count }
    if people < 2 { findings.append(Finding(path, .openWorkAlone(step: step.name, people: people))) }
    return findings
  }

  /// Open vessels hold a room or a device.
  private static func vessels(of step: Step, _ had: [Had], _ path: String) -> [Finding] {
    had.contains { !$0.place.isPeople } ? [] : [Finding(path, .openVesselsNowhere(culture: step.name))]
  }

  private static func isBetweenOpenSteps(_ index: Int, in product: ProductView) -> Bool {
    product.steps[..<index].last { $0.step.work != nil }?.step.work == .open
      && product.steps[(index + 1)...].first { $0.step.work != nil }?.step.work == .open
  }

  private static func had(
    at index: Int, in product: ProductView, from facility: String?, _ view: ScenarioView
  ) -> [Had] {
    func place(_ name: String) -> PlacedResource? { view.resource(name, from: facility) }
    var kept: [(key: String, claim: Claim)] = []
    for (step, _, _) in product.steps[..<index] {
      kept += step.keeps.map { (place($0.name)?.qualifiedName ?? $0.name, $0) }
      let freed = Set(step.frees.map { place($0)?.qualifiedName ?? $0 })
      kept.removeAll { freed.contains($0.key) }
    }
    let step = product.steps[index].step
    let keeps = step.keeps.filter { keep in !step.uses.contains { $0.name == keep.name } }
    return (step.uses + keeps + kept.map(\.claim)).compactMap { claim in
      claim.count > 0 ? place(claim.name).map { ($0, claim.count) } : nil
    }
  }
}

extension PlacedResource {
  /// Whether it is a room.
  var isRoom: Bool { if case .room = resource.kind { true } else { false } }
  /// The grade of a room; empty for everything else, and where none is stated.
  var grade: String { if case .room(let grade) = resource.kind { grade } else { "" } }
}
