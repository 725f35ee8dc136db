import OutputAnalysis
import Testing

@Suite("Coverage of intervals", .enabled(if: isRelease, "statistics run in release builds"))
struct IntervalCoverageTests {
  @Test(
    "Student's interval covers the mean of normal replications as often as it says",
    arguments: [0.9, 0.95, 0.999])
  func normalMeans(level: Double) {
    let coverage = Coverage(of: 3, seed: 101) { dice in
      MeanEstimator(level: level).estimate((0..<10).map { _ in 3 + 2 * dice.normal() }).interval
    }
    #expect(coverage.agrees(with: level), "\(coverage)")
  }

  @Test("the judge rejects an interval of the wrong level")
  func wrongLevel() {
    let coverage = Coverage(of: 3, seed: 103) { dice in
      MeanEstimator(level: 0.93).estimate((0..<10).map { _ in 3 + 2 * dice.normal() }).interval
    }
    #expect(coverage.isTooLow(for: 0.95), "\(coverage)")
  }

  @Test("the judge rejects an interval that is too wide")
  func tooWide() {
    let coverage = Coverage(of: 3, seed: 107) { dice in
      MeanEstimator(level: 0.97).estimate((0..<10).map { _ in 3 + 2 * dice.normal() }).interval
    }
    #expect(coverage.isTooHigh(for: 0.95), "\(coverage)")
  }

  @Test("Student's interval on 30 exponential replications covers at least 92 of 100")
  func skewedMeans() {
    let coverage = Coverage(of: 1, seed: 109) { dice in
      MeanEstimator().estimate((0..<30).map { _ in dice.exponential() }).interval
    }
    #expect(!coverage.isTooLow(for: 0.92) && !coverage.isTooHigh(for: 0.95), "\(coverage)")
  }

  @Test(
    "Student's interval on 100 exponential replications lacks less than one in 100, and three in 1000 at 99.9 %"
  )
  func skewedMeansAsShipped() {
    for (level, lowest) in [(0.95, 0.94), (0.999, 0.996)] {
      let coverage = Coverage(of: 1, repetitions: level < 0.99 ? 4_000 : 20_000, seed: 111) { dice in
        MeanEstimator(level: level).estimate((0..<100).map { _ in dice.exponential() }).interval
      }
      #expect(!coverage.isTooLow(for: lowest) && !coverage.isTooHigh(for: level), "\(level): \(coverage)")
    }
  }

  @Test("the jackknife covers a ratio of dependent sums over 30 replications")
  func ratios() {
    let coverage = Coverage(of: 2, seed: 113) { dice in
      RatioEstimator().estimate((0..<30).map { _ in self.ratio(&dice) }).interval
    }
    #expect(!coverage.isTooLow(for: 0.935) && !coverage.isTooHigh(for: 0.955), "\(coverage)")
  }

  @Test("the jackknife of a ratio of dependent sums over 30 replications lacks some four in 1000 at 99.9 %")
  func ratiosAtHighLevel() {
    let coverage = Coverage(of: 2, repetitions: 20_000, seed: 113) { dice in
      RatioEstimator(level: 0.999).estimate((0..<30).map { _ in self.ratio(&dice) }).interval
    }
    #expect(!coverage.isTooLow(for: 0.995) && !coverage.isTooHigh(for: 0.998), "\(coverage)")
  }

  @Test(
    "the jackknife of some 25 events among many covers a little less than it says, and much less at 99.9 %",
    arguments: [(0.95, 0.935, 0.95), (0.999, 0.993, 0.998)])
  func ratiosOfSomeEvents(level: Double, lowest: Double, highest: Double) {
    let coverage = Coverage(of: 0.025, repetitions: level < 0.99 ? 4_000 : 20_000, seed: 193) { dice in
      RatioEstimator(level: level).estimate(
        (0..<50).map { _ in
          let trials = 15 + Int(11 * dice.uniform())
          let events = (0..<trials).count { _ in dice.isSuccess(0.025) }
          return Ratio(numerator: Double(events), denominator: Double(trials))
        }
      ).interval
    }
    #expect(!coverage.isTooLow(for: lowest) && !coverage.isTooHigh(for: highest), "\(coverage)")
  }

  @Test("the mean of quotients, which is not the ratio of sums, is rejected")
  func meanOfQuotients() {
    let coverage = Coverage(of: 2, seed: 113) { dice in
      MeanEstimator().estimate((0..<30).map { _ in self.ratio(&dice).quotient }).interval
    }
    #expect(coverage.isTooLow(for: 0.935), "\(coverage)")
  }

  /// A sum over a random number of items that each are the larger the fewer there are.
  private func ratio(_ dice: inout Dice) -> Ratio {
    let number = 1 + Double(Int(5 * dice.uniform()))
    // E[number] = 3; E[Σ] = 6.
    let sum = 6 + (3 - number) * 1.5 + 0.5 * dice.normal()
    return Ratio(numerator: sum, denominator: number)
  }

  @Test("paired differences of normal replications", arguments: [0.95, 0.99])
  func paired(level: Double) {
    let coverage = Coverage(of: 1, seed: 127) { dice in
      let first = (0..<20).map { _ in 5 * dice.normal() }
      let second = first.map { $0 + 1 + dice.normal() }
      return PairedDifference(baseline: first, alternative: second, level: level).difference.interval
    }
    #expect(coverage.agrees(with: level), "\(coverage)")
  }
}
