import Quantities

/// The run has a length, the warm-up leaves some of it, and what is dated lies within it.
enum Horizon: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    let scenario = view.scenario
    let clock = CivilClock(
      start: scenario.start, zone: scenario.sites.first?.zone ?? .utc, tick: scenario.tick)
    func time(_ moment: Moment) -> SimulationTime? {
      switch moment {
      case .civil(let instant): clock.time(of: instant)
      case .afterStart(let length): clock.time(length)
      }
    }
    guard let end = time(scenario.horizon) else { return [outOfRange(scenario.horizon, "horizon")] }
    if end <= .zero { return [Finding("horizon", .horizonNotAfterStart)] }
    var findings: [Finding] = []
    let years = Double(end.ticks) / Double(scenario.tick.ticksPerSecond) / 31_557_600
    let usesCalendars = view.resources.contains { !$0.resource.calendars.isEmpty }
    if years > Double(ScenarioLimits.horizonYears) {
      findings.append(
        Finding("horizon", .horizonTooFar(years: ScenarioLimits.horizonYears, withCalendars: false)))
    } else if usesCalendars, years > Double(ScenarioLimits.horizonYearsWithCalendars) {
      findings.append(
        Finding(
          "horizon", .horizonTooFar(years: ScenarioLimits.horizonYearsWithCalendars, withCalendars: true)))
    }
    if let warm = clock.time(scenario.warmUp), warm >= end {
      findings.append(Finding("warm up", .warmUpTooLong))
    }
    for site in view.momentSites {
      guard let time = time(site.moment) else {
        findings.append(outOfRange(site.moment, site.path))
        continue
      }
      if site.isEvent, time < .zero { findings.append(Finding(site.path, .beforeStart)) }
      if !site.what.isEmpty, time >= end {
        findings.append(Finding(site.path, .afterHorizon(what: site.what)))
      }
    }
    return findings
  }

  private static func outOfRange(_ moment: Moment, _ path: String) -> Finding {
    guard case .afterStart(let length) = moment else { return Finding(path, .beforeStart) }
    return Finding(path, length.unit == .wd ? .workingDays(length) : .lengthOutOfRange(length))
  }
}
