import CGSL
import OutputAnalysis
import Testing

/// How often intervals covered the truth.
struct Coverage {
  let repetitions: Int
  let covered: Int

  /// Builds an interval in each repetition and counts those that contain the truth.
  init(of truth: Double, repetitions: Int = 4000, seed: UInt64, _ interval: (inout Dice) -> Interval?) {
    var dice = Dice(seed: seed)
    var covered = 0
    for _ in 0..<repetitions where interval(&dice)?.contains(truth) ?? false { covered += 1 }
    self.repetitions = repetitions
    self.covered = covered
  }

  var share: Double { Double(covered) / Double(repetitions) }

  /// Whether so few covered has a probability below 0.0005 when each covers with the given probability.
  func isTooLow(for level: Double) -> Bool {
    gsl_cdf_binomial_P(UInt32(covered), level, UInt32(repetitions)) < 0.0005
  }

  /// Whether so many covered has a probability below 0.0005 when each covers with the given probability.
  func isTooHigh(for level: Double) -> Bool {
    gsl_cdf_binomial_Q(UInt32(covered) - 1, level, UInt32(repetitions)) < 0.0005
  }

  /// Whether the count is one that the level explains, on both sides.
  func agrees(with level: Double) -> Bool { !isTooLow(for: level) && !isTooHigh(for: level) }
}

#if DEBUG
  let isRelease = false
#else
  let isRelease = true
#endif
