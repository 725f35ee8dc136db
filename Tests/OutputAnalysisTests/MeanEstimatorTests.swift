import OutputAnalysis
import Testing

@Suite("Mean over replications")
struct MeanEstimatorTests {
  @Test("worked by hand: 1 to 5")
  func byHand() throws {
    let estimate = MeanEstimator().estimate([5, 1, 4, 2, 3])
    #expect(estimate.value == 3 && estimate.mean == 3)
    let interval = try #require(estimate.interval)
    #expect(agrees(interval.low, 3 - 1.9632432) && agrees(interval.high, 3 + 1.9632432))
    #expect(interval.method == .student)
    #expect(estimate.p10 == 1 && estimate.p50 == 3 && estimate.p90 == 5)
  }

  @Test("a figure that nine of ten replications define has a value; with fewer it has none")
  func ninetyPercent() {
    let nine: [Double?] = [1, 2, 3, 4, nil, 5, 6, 7, 8, 9]
    let estimate = MeanEstimator().estimate(nine)
    #expect(estimate.value == 5 && estimate.replicationsUsed == 9 && estimate.replicationsLeftOut == 1)
    let eight = MeanEstimator().estimate(nine.map { $0 == 9 ? nil : $0 })
    #expect(eight == Estimate(value: nil, replicationsUsed: 8, replications: 10))
    #expect(MeanEstimator().estimate([]).value == nil)
  }

  @Test("one replication has a value and no interval; equal replications have a point")
  func degenerate() throws {
    let one = MeanEstimator().estimate([4])
    #expect(one.value == 4 && one.interval == nil && one.p10 == 4)
    let equal = try #require(MeanEstimator().estimate([0.1, 0.1, 0.1]).interval)
    #expect(equal.method == .none && equal.halfWidth == 0)
  }

  @Test("the interval keeps the bounds of the figure")
  func bounds() throws {
    let interval = try #require(
      MeanEstimator(level: 0.999, bounds: 0...1).estimate([0.1, 0.9, 0.5]).interval)
    #expect(interval.low == 0 && interval.high == 1)
  }
}
