/// Where people leave, the scenario says how long a vacancy lasts.
enum Vacancies: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.resources.compactMap { place in
      guard let turnover = place.resource.turnover, let attrition = turnover.attrition,
        attrition.perSecond > 0,
        turnover.hires, turnover.hireAfter == nil
      else { return nil }
      return Finding("\(place.path)/attrition", .attritionWithoutHiring)
    }
  }
}
