/// Two systems compared replication by replication under common random numbers.
///
/// Student's interval on the differences alternative − baseline. Only replications that define both sides
/// count; the others are left out and counted. Law (2015), Simulation Modeling and Analysis, section 10.2.1.
public struct PairedDifference: Sendable, Hashable {
  /// The mean difference, alternative − baseline, with the interval of paired differences.
  public var difference: Estimate
  /// The baseline over the pairs that count.
  public var baseline: Estimate
  /// The alternative over the pairs that count.
  public var alternative: Estimate
  /// How many times fewer replications pairing needs than independent runs: (Var X + Var Y) / Var(Y − X).
  ///
  /// Above 1 when pairing helped. Nil with fewer than two pairs or when the differences do not vary.
  public var varianceReduction: Double?
  /// The correlation of the two sides, or nil when either does not vary.
  public var correlation: Double?

  /// Compares two columns of equal length, in which the same place is the same replication.
  public init(baseline: [Double?], alternative: [Double?], level: Double = 0.95) {
    precondition(baseline.count == alternative.count, "paired columns have the same length")
    let pairs = zip(baseline, alternative).map { first, second -> (Double, Double)? in
      guard let first, let second else { return nil }
      return (first, second)
    }
    let estimator = MeanEstimator(level: level)
    self.baseline = estimator.estimate(pairs.map { $0?.0 })
    self.alternative = estimator.estimate(pairs.map { $0?.1 })
    difference = estimator.estimate(pairs.map { pair in pair.map { $0.1 - $0.0 } })
    if difference.interval?.method == .student { difference.interval?.method = .pairedStudent }
    guard difference.value != nil else { return }
    let both = pairs.compactMap(\.self)
    guard let first = Tally(both.map(\.0)).variance, let second = Tally(both.map(\.1)).variance,
      let paired = Tally(both.map { $0.1 - $0.0 }).variance
    else { return }
    if paired > 0 { varianceReduction = (first + second) / paired }
    if first > 0 && second > 0 {
      let raw = (first + second - paired) / (2 * (first * second).squareRoot())
      correlation = Swift.min(Swift.max(raw, -1), 1)
    }
  }
}
