/// What a step uses is on shift at the same time, and for as long as the step must have without a break.
enum ShiftFit: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      product.steps.compactMap { step, path, _ in
        product.facilities.lazy.compactMap { finding(for: step, path, from: $0, view) }.first
      }
    }
  }

  private static func finding(
    for step: Step, _ path: String, from facility: String?, _ view: ScenarioView
  ) -> Finding? {
    let places = step.uses.compactMap { view.resource($0.name, from: facility) }
    guard !places.isEmpty, places.count == step.uses.count else { return nil }
    // Whoever stands in may work at other hours.
    if places.contains(where: { $0.resource.cover != nil }) { return nil }
    let weeks = places.compactMap { view.week(of: $0.resource) }
    guard weeks.count == places.count else { return nil }
    let common = weeks.dropFirst().reduce(weeks[0]) { $0.intersection($1) }
    if common.isEmpty {
      let names = zip(places, weeks).filter { $0.1 != .always }.map(\.0.resource.name)
      return Finding(path, .neverTogether(step: step.name, resources: names))
    }
    guard let policy = step.policyThatMustFit, let longest = common.longest else { return nil }
    guard let law = step.kind == .assay ? step.handsOn ?? step.takes : step.takes else { return nil }
    let unit = law.measure == .seconds ? 1 : view.workingDay(of: step.uses, from: facility) ?? 86_400
    let shortest = law.law.minimum * unit
    if shortest <= Double(longest) { return nil }
    return Finding(
      "\(path)/takes",
      .fitsNoShift(step: step.name, policy: policy, shortest: shortest, longestShift: Double(longest)))
  }
}

extension Step {
  /// The policy of a step in working time that never ends unless it fits into a shift; nil for others.
  fileprivate var policyThatMustFit: ShiftEndPolicy? {
    if [.culture, .delay].contains(kind) || uses.isEmpty { return nil }
    let touchWork = kind == .step || kind == .infuse
    let policy = atShiftEnd ?? (touchWork && interruptible == .restart ? .restart : nil)
    return policy == .restart || policy == .onlyIfItFits ? policy : nil
  }
}
