import OutputAnalysis
import Testing

@Suite("Ratio of sums")
struct RatioEstimatorTests {
  private let column: [Ratio?] = [
    Ratio(numerator: 1, denominator: 1), Ratio(numerator: 2, denominator: 1),
    Ratio(numerator: 3, denominator: 2),
  ]

  @Test("sum over sum with jackknife pseudo-values 7/6, 11/6 and 3/2, worked by hand")
  func byHand() throws {
    let estimate = RatioEstimator().estimate(column)
    #expect(estimate.value == 1.5)
    let interval = try #require(estimate.interval)
    #expect(interval.method == .jackknife)
    #expect(agrees(interval.low, 1.5 - 0.8280460) && agrees(interval.high, 1.5 + 0.8280460))
    #expect(estimate.p50 == 1.5 && estimate.p90 == 2)
  }

  @Test("equal denominators give Student's interval of the quotients")
  func equalDenominators() throws {
    let values = [3.0, 8, 4, 9, 1]
    let ratio = try #require(
      RatioEstimator().estimate(values.map { Ratio(numerator: $0 * 2, denominator: 2) }).interval)
    let mean = try #require(MeanEstimator().estimate(values).interval)
    #expect(agrees(ratio.low, mean.low, within: 1e-12) && agrees(ratio.high, mean.high, within: 1e-12))
  }

  @Test("zero over zero is left out and counted; something over zero adds to the sum")
  func zeros() {
    let left = RatioEstimator().estimate(
      Array(repeating: Ratio(numerator: 2, denominator: 1), count: 9) + [Ratio(numerator: 0, denominator: 0)])
    #expect(left.value == 2 && left.replicationsUsed == 9 && left.interval?.method == Interval.Method.none)
    let added = RatioEstimator().estimate(column + [Ratio(numerator: 4, denominator: 0)])
    #expect(added.value == 2.5 && added.replicationsUsed == 4 && added.p90 == 2)
    #expect(RatioEstimator().estimate([Ratio(numerator: 1, denominator: 0)]).value == nil)
    #expect(RatioEstimator().estimate([nil, Ratio(numerator: 1, denominator: 1)]).value == nil)
  }
}
