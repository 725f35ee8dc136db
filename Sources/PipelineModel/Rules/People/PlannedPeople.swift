import Quantities

/// Periods of attrition have a length, and absence leaves somebody there.
enum PlannedPeople: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    let clock = CivilClock(
      start: scenario.start, zone: scenario.sites.first?.zone ?? .utc, tick: scenario.tick)
    return view.resources.flatMap { place in
      absence(of: place) + periods(of: place, clock)
    } + tooManyClaims(view)
  }

  /// Each role that may stand in is a claim of its own.
  private static func tooManyClaims(_ view: ScenarioView) -> [Finding] {
    guard view.resources.contains(where: { $0.resource.cover != nil }) else { return [] }
    return view.products.flatMap { product in
      product.steps.compactMap { step, path, _ -> Finding? in
        let most = product.facilities.map { facility in
          step.uses.reduce(step.uses.count + step.keeps.count + step.consumes.count) { sum, use in
            sum + (view.resource(use.name, from: facility)?.resource.cover?.by.count ?? 0)
          }
        }.max()
        guard let most, most > ScenarioLimits.claims else { return nil }
        return Finding("\(path)/uses", .tooManyClaims(limit: ScenarioLimits.claims))
      }
    }
  }

  private static func absence(of place: PlacedResource) -> [Finding] {
    guard let absence = place.resource.absence else { return [] }
    if absence.share == 1 { return [Finding("\(place.path)/absence/share", .alwaysAbsent)] }
    let law = absence.spells.law
    if law.minimum >= 0, !(law.mean < .infinity) {
      return [Finding("\(place.path)/absence/spells", .noMean(law: "\(law)"))]
    }
    return []
  }

  private static func periods(of place: PlacedResource, _ clock: CivilClock) -> [Finding] {
    (place.resource.turnover?.attritionPeriods ?? []).enumerated().compactMap { index, period in
      guard let until = period.until, let from = time(period.from, clock), let end = time(until, clock),
        end <= from
      else { return nil }
      return Finding("\(place.path)/attrition/periods/\(index + 1)/until", .periodWithoutTime)
    }
  }

  private static func time(_ moment: Moment, _ clock: CivilClock) -> SimulationTime? {
    switch moment {
    case .civil(let instant): clock.time(of: instant)
    case .afterStart(let length): clock.time(length)
    }
  }
}
