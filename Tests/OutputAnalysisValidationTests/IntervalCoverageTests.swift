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

  @Test("the jackknife covers a ratio of dependent sums over 30 replications")
  func ratios() {
    let coverage = Coverage(of: 2, seed: 113) { dice in
      RatioEstimator().estimate((0..<30).map { _ in self.ratio(&dice) }).interval
    }
    #expect(!coverage.isTooLow(for: 0.935) && !coverage.isTooHigh(for: 0.955), "\(coverage)")
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
