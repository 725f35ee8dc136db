import PipelineModel
import Quantities
import Randomness
import Testing

@Suite struct ShiftFitTests {
  /// A step of some hours that must fit into the shifts of `suite`, which follows these plans.
  private static func findings(hours: Double, plans: [(days: String, hours: String)]) throws -> [Finding] {
    var step = Step("wash", takes: try BuiltScenario.hours(hours), uses: [Claim("suite")])
    step.atShiftEnd = .onlyIfItFits
    var scenario = try BuiltScenario.route([.step(step)])
    for (index, plan) in plans.enumerated() {
      scenario.calendars.append(
        WorkingPlan(
          name: "plan \(index)", days: try #require(WeekdaySet(plan.days)),
          hours: [try #require(TimeOfDayRange(plan.hours))]))
    }
    scenario.facilities[0].resources[0].calendars = scenario.calendars.map(\.name)
    return ScenarioRules.findings(in: scenario)
  }

  @Test("A step as long as the shift fits, a longer one does not")
  func single() throws {
    #expect(try Self.findings(hours: 8, plans: [("mon-fri", "08:00-16:00")]) == [])
    let found = try Self.findings(hours: 8.5, plans: [("mon-fri", "08:00-16:00")])
    #expect(
      found.map(\.problem) == [
        .fitsNoShift(step: "wash", policy: .onlyIfItFits, shortest: 30_600, longestShift: 28_800)
      ])
  }

  @Test("Shifts that follow each other are one, also past midnight and past the end of the week")
  func joined() throws {
    let early = ("mon-fri", "06:00-14:00")
    let late = ("mon-fri", "14:00-22:00")
    #expect(try Self.findings(hours: 16, plans: [early, late]) == [])
    #expect(try Self.findings(hours: 17, plans: [early, late]).count == 1)
    #expect(try Self.findings(hours: 14, plans: [("sun", "18:00-02:00"), ("mon", "02:00-08:00")]) == [])
    #expect(try Self.findings(hours: 15, plans: [("sun", "18:00-02:00"), ("mon", "02:00-08:00")]).count == 1)
  }

  @Test("Who works round the clock has no end of shift")
  func always() throws {
    #expect(try Self.findings(hours: 400, plans: [("mon-sun", "00:00-24:00")]) == [])
  }
}
