import OutputAnalysis
import Testing

@Suite("Proportions")
struct ProportionEstimatorTests {
  @Test("one trial a replication gives Wilson's own interval")
  func singleTrials() {
    let column: [Successes?] = (0..<10).map { Successes($0 == 3 ? 1 : 0, of: 1) }
    let estimate = ProportionEstimator().estimate(column)
    #expect(estimate.value == 0.1)
    #expect(estimate.interval == Interval.wilson(successes: 1, trials: 10))
    #expect(ProportionEstimator().estimate(successes: 1, trials: 10).interval == estimate.interval)
  }

  @Test("no event still has an upper end, and every event a lower one")
  func extremes() throws {
    let never = try #require(
      ProportionEstimator().estimate([Successes(0, of: 50), Successes(0, of: 50)]).interval)
    #expect(never.low == 0 && agrees(never.high, 3.8414588 / 103.8414588))
    let always = try #require(ProportionEstimator().estimate([Successes(50, of: 50)]).interval)
    #expect(always.high == 1 && always.low < 1)
  }

  @Test("replications that agree within count as one trial each, with Student's critical value")
  func clustered() {
    let column: [Successes?] = (0..<10).map { Successes($0 < 4 ? 20 : 0, of: 20) }
    let estimate = ProportionEstimator().estimate(column)
    let expected = Interval.wilson(
      successes: 4, trials: 10, critical: CriticalValue.student(level: 0.95, degreesOfFreedom: 9))
    #expect(estimate.value == 0.4)
    #expect(agrees(estimate.interval?.low, expected.low, within: 1e-12))
    #expect(agrees(estimate.interval?.high, expected.high, within: 1e-12))
  }

  @Test("replications without trials are left out and counted")
  func leftOut() {
    let nine: [Successes?] = (0..<9).map { _ in Successes(1, of: 2) } + [Successes(0, of: 0)]
    let estimate = ProportionEstimator().estimate(nine)
    #expect(estimate.value == 0.5 && estimate.replicationsUsed == 9 && estimate.replications == 10)
    #expect(ProportionEstimator().estimate(Array(nine.dropFirst()) + [nil]).value == nil)
    #expect(ProportionEstimator().estimate(successes: 0, trials: 0).value == nil)
  }
}
