import PipelineModel
import Quantities
import Randomness
import Testing

/// What a file cannot say, but a scenario built in Swift can.
@Suite struct BuiltFindingsTests {
  @Test("A sound scenario has no finding")
  func sound() throws {
    #expect(ScenarioRules.findings(in: try BuiltScenario.sound()) == [])
  }

  @Test("A fraction outside 0 … 1, or none at all, is found", arguments: [-0.1, 1.5, .nan])
  func fractions(value: Double) throws {
    var scenario = try BuiltScenario.sound()
    let day = try #require(MonthDay(month: 7, day: 1))
    scenario.leave = [LeavePeriod(name: "july", from: day, to: day, present: value)]
    let found = ScenarioRules.findings(in: scenario).filter { $0.severity == .error }
    #expect(found.map(\.path) == ["leave/july/present"])
    #expect(found.allSatisfy { $0.sentence.hasSuffix("must lie between 0 and 1") })
  }

  @Test("A duration whose law can be negative is found")
  func negativeDuration() throws {
    let law = SpanLaw(try .normal(mean: 3_600, standardDeviation: 3_600))
    let scenario = try BuiltScenario.route([.step(Step("wash", takes: law, uses: [Claim("suite")]))])
    let found = ScenarioRules.findings(in: scenario)
    #expect(found.map(\.path) == ["products/car-t/route/wash/takes"])
    #expect(found.map(\.problem) == [.negativeValues(law: "\(law.law)", isTime: true)])
  }

  @Test("Working days in a limit of calendar time are found")
  func workingDays() throws {
    var step = Step("wash", takes: try BuiltScenario.hours(4), uses: [Claim("suite")])
    step.within = TimeLimit(.workingDays(2))
    let found = ScenarioRules.findings(in: try BuiltScenario.route([.step(step)]))
    #expect(found.map(\.problem) == [.workingDays(.workingDays(2))])
    #expect(found[0].sentence == "'2 wd' counts working days, but this runs in calendar time; use 'h' or 'd'")
  }

  @Test("A limit of no time is found")
  func noTime() throws {
    let scenario = try BuiltScenario.route([
      .hold(HoldLimit("cells", atMost: .hours(0))),
      .step(Step("wash", takes: try BuiltScenario.hours(4), uses: [Claim("suite")])),
    ])
    #expect(ScenarioRules.findings(in: scenario).map(\.sentence) == ["this must be longer than no time"])
  }

  @Test("Full-time equivalents must be a positive, finite number", arguments: [0, -1, Double.infinity])
  func equivalents(fte: Double) throws {
    var scenario = try BuiltScenario.sound()
    scenario.facilities[0].resources[0].capacity = .fullTimeEquivalents(fte, productiveHoursPerYear: 1_550)
    let found = ScenarioRules.findings(in: scenario)
    #expect(found.contains { $0.problem == .notPositive(fte) })
    #expect(found.allSatisfy { !$0.sentence.isEmpty })
  }

  @Test("A second product of a name is found")
  func duplicates() throws {
    var scenario = try BuiltScenario.sound()
    scenario.products.append(scenario.products[0])
    let found = ScenarioRules.findings(in: scenario)
    #expect(found.map(\.problem) == [.duplicateName(.product, name: "car-t")])
  }

  @Test("More names than a scenario may have are found before anything else is looked at")
  func tooManyNames() throws {
    var scenario = try BuiltScenario.sound()
    scenario.stocks = (0...ScenarioLimits.names).map { Stock(name: "s\($0)") }
    let found = ScenarioRules.findings(in: scenario)
    #expect(found == [Finding("stocks", .tooManyNames(limit: ScenarioLimits.names))])
    #expect(found[0].sentence == "there can be at most 5000 of these in one scenario")
  }
}
