/// Plain lengths run in calendar time and fit the clock; working days belong to what has a plan.
enum CalendarLengths: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let tick = view.scenario.tick
    let lengths = view.lengthSites.compactMap { site -> Finding? in
      if site.length.unit == .wd { return Finding(site.path, .workingDays(site.length)) }
      guard let span = tick.span(of: site.length) else {
        return Finding(site.path, .lengthOutOfRange(site.length))
      }
      return span > .zero || site.mayBeZero ? nil : Finding(site.path, .noTime)
    }
    return lengths + stepsWithoutCalendar(view)
  }

  /// `2 wd` and `booked day + 1 wd` count the days of somebody's plan.
  private static func stepsWithoutCalendar(_ view: ScenarioView) -> [Finding] {
    view.products.flatMap { product in
      product.steps.compactMap { step, path, _ -> Finding? in
        let facility = product.facilities.first ?? nil
        let places = step.uses.map { view.resource($0.name, from: facility) }
        // A claim that stands for nothing is a finding of its own.
        if places.contains(where: { $0.map { !$0.resource.calendars.isEmpty } ?? true }) { return nil }
        for (law, key) in [(step.takes, "takes"), (step.handsOn, "hands on")]
        where law?.measure == .workingDays {
          return Finding("\(path)/\(key)", .workingDaysWithoutCalendar)
        }
        return step.on?.offset.unit == .wd ? Finding("\(path)/on", .workingDaysWithoutCalendar) : nil
      }
    }
  }
}
