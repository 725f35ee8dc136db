import Quantities

/// What is asked for by `also measure:` is there to be measured, and not too much of it.
enum AskedMeasures: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.scenario.alsoMeasures.enumerated().compactMap { place, group in
      problem(of: group, at: place, in: view).map { Finding("also measure/\(place + 1)", $0) }
    }
  }

  private static func problem(
    of group: MeasureGroup, at place: Int, in view: ScenarioView
  ) -> Finding.Problem? {
    let scenario = view.scenario
    if scenario.alsoMeasures.prefix(place).contains(group) { return .measuredTwice(group: group.rawValue) }
    switch group {
    case .peopleByMonth:
      if years(of: scenario) > Double(ScenarioLimits.yearsByMonth) {
        return .tooManyMonths(years: ScenarioLimits.yearsByMonth)
      }
      return view.resources.contains { $0.resource.kind == .people } ? nil : .nobodyToMeasure(what: "people")
    case .careers:
      if scenario.training.contains(where: { $0.name == MeasureGroup.market }) { return .programmeOfMarket }
      return scenario.training.contains { !$0.becomes.isEmpty } ? nil : .nobodyToMeasure(what: "graduates")
    case .wantOfPeople:
      return scenario.products.contains { $0.patients != nil } ? nil : .nobodyToMeasure(what: "patients")
    }
  }

  private static func years(of scenario: Scenario) -> Double {
    let clock = CivilClock(
      start: scenario.start, zone: scenario.sites.first?.zone ?? .utc, tick: scenario.tick)
    let end =
      switch scenario.horizon {
      case .civil(let instant): clock.time(of: instant)
      case .afterStart(let length): clock.time(length)
      }
    return Double(end?.ticks ?? 0) / Double(scenario.tick.ticksPerSecond) / 31_557_600
  }
}

extension MeasureGroup {
  /// What results call those who came from no programme.
  public static let market = "market"
}
