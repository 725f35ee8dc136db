import CGSL
import OutputAnalysis
import Testing

@Suite("Coverage of proportions", .enabled(if: isRelease, "statistics run in release builds"))
struct ProportionCoverageTests {
  @Test("Wilson's interval with few events covers", arguments: [0.01, 0.03, 0.1, 0.5])
  func fewEvents(probability: Double) {
    let coverage = Coverage(of: probability, seed: 131) { dice in
      let successes = (0..<200).count { _ in dice.isSuccess(probability) }
      return ProportionEstimator().estimate(successes: successes, trials: 200).interval
    }
    #expect(!coverage.isTooLow(for: 0.94), "\(coverage)")
    #expect(!coverage.isTooHigh(for: 0.975), "\(coverage)")
  }

  @Test(
    "Wilson's interval covers at 99.9 % with many events, and less than it says with few",
    arguments: [
      (2.0, 0.995, 0.9965), (100, 0.9985, 0.9995),
    ])
  func highLevel(events: Double, lowest: Double, highest: Double) {
    let coverage = Coverage(of: events / 200, repetitions: 20_000, seed: 133) { dice in
      let successes = (0..<200).count { _ in dice.isSuccess(events / 200) }
      return ProportionEstimator(level: 0.999).estimate(successes: successes, trials: 200).interval
    }
    #expect(!coverage.isTooLow(for: lowest) && !coverage.isTooHigh(for: highest), "\(coverage)")
  }

  @Test("Wilson's interval covers as often as it says on average over proportions, not at each")
  func onAverage() {
    // The exact coverage with 200 trials, at 0.1, 0.2 … expected events.
    func mean(of events: ClosedRange<Double>, level: Double) -> (mean: Double, least: Double) {
      let shares = stride(from: events.lowerBound, through: events.upperBound, by: 0.1).map { expected in
        (0...200).reduce(0.0) { sum, successes in
          let interval = Interval.wilson(successes: Double(successes), trials: 200, level: level)
          let weight = gsl_ran_binomial_pdf(UInt32(successes), expected / 200, 200)
          return sum + (interval.contains(expected / 200) ? weight : 0)
        }
      }
      return (shares.reduce(0, +) / Double(shares.count), shares.min() ?? 0)
    }
    let (few, some, many) = (
      mean(of: 0.1...1, level: 0.95), mean(of: 1...10, level: 0.95), mean(of: 10...100, level: 0.95)
    )
    #expect(few.mean > 0.935 && few.least > 0.83)
    #expect(some.mean > 0.95 && some.least > 0.91)
    #expect(many.mean > 0.949 && many.least > 0.93)
    let (someHigh, manyHigh) = (mean(of: 1...10, level: 0.999), mean(of: 10...100, level: 0.999))
    #expect(someHigh.mean > 0.997 && someHigh.mean < 0.998 && someHigh.least > 0.99)
    #expect(manyHigh.mean > 0.9985 && manyHigh.least > 0.997)
  }

  @Test("the usual interval p ± 1.96 √(p(1 − p)/n) fails with few events")
  func usualFails() {
    let coverage = Coverage(of: 0.01, seed: 137) { dice in
      let share = Double((0..<200).count { _ in dice.isSuccess(0.01) }) / 200
      return Interval(
        center: share, halfWidth: 1.96 * (share * (1 - share) / 200).squareRoot(), level: 0.95,
        method: .normal)
    }
    #expect(coverage.isTooLow(for: 0.94), "\(coverage)")
  }

  @Test("pooled proportions cover when trials of a replication are independent")
  func independentTrials() {
    let coverage = Coverage(of: 0.2, repetitions: 3000, seed: 139) { dice in
      ProportionEstimator().estimate(self.column(&dice, alike: false)).interval
    }
    #expect(!coverage.isTooLow(for: 0.95) && !coverage.isTooHigh(for: 0.98), "\(coverage)")
  }

  @Test("pooled proportions cover when trials of a replication resemble each other")
  func alikeTrials() {
    let coverage = Coverage(of: 0.2, repetitions: 3000, seed: 149) { dice in
      ProportionEstimator().estimate(self.column(&dice, alike: true)).interval
    }
    #expect(!coverage.isTooLow(for: 0.935) && !coverage.isTooHigh(for: 0.97), "\(coverage)")
  }

  @Test("taking alike trials for independent ones is rejected")
  func alikeTakenAsIndependent() {
    let coverage = Coverage(of: 0.2, repetitions: 3000, seed: 149) { dice in
      let column = self.column(&dice, alike: true)
      return ProportionEstimator().estimate(
        successes: column.reduce(0) { $0 + ($1?.count ?? 0) },
        trials: column.reduce(0) { $0 + ($1?.trials ?? 0) }
      ).interval
    }
    #expect(coverage.isTooLow(for: 0.935), "\(coverage)")
  }

  /// Thirty replications of 20 trials, with probability 0.2 or, when alike, 0.1 or 0.3 by the toss of a coin.
  private func column(_ dice: inout Dice, alike: Bool) -> [Successes?] {
    (0..<30).map { _ in
      let probability = alike ? (dice.isSuccess(0.5) ? 0.1 : 0.3) : 0.2
      return Successes((0..<20).count { _ in dice.isSuccess(probability) }, of: 20)
    }
  }

  @Test("Kaplan–Meier's interval covers the survival of censored exponential times")
  func survival() {
    // Mean 1, censored by exponential times with mean 2; survival at 0.6931… is one half.
    let coverage = Coverage(of: 0.5, seed: 151) { dice in
      let observations = (0..<60).map { _ in
        let (event, end) = (dice.exponential(), 2 * dice.exponential())
        return KaplanMeier.Observation(time: min(event, end), isCensored: end < event)
      }
      return KaplanMeier(observations).interval(at: 0.693_147_180_559_945)
    }
    #expect(!coverage.isTooLow(for: 0.94) && !coverage.isTooHigh(for: 0.965), "\(coverage)")
  }
}
