/// What one replication adds to a ratio of sums.
public struct Ratio: Sendable, Hashable {
  /// What is summed above the line.
  public var numerator: Double
  /// What is summed below the line, not negative.
  public var denominator: Double

  /// Makes a ratio's two parts.
  public init(numerator: Double, denominator: Double) {
    precondition(denominator >= 0, "a ratio's denominator is not negative")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The quotient, or nil when the denominator is zero.
  public var quotient: Double? { denominator == 0 ? nil : numerator / denominator }
}

/// A ratio of two expected sums, estimated as sum over sum, with a jackknife interval over replications.
///
/// The interval is centred on the mean of the pseudo-values n·R − (n − 1)·R₍₋ᵢ₎, which removes most of the
/// bias that R = Σ numerator / Σ denominator has. A replication that is nil, or zero over zero, is left out
/// and counted. Miller (1974), DOI 10.1093/biomet/61.1.1.
public struct RatioEstimator: Sendable, Hashable {
  /// The confidence level.
  public var level: Double
  /// Bounds that the ratio cannot leave, or nil.
  public var bounds: ClosedRange<Double>?

  /// Makes an estimator; `bounds` keep the interval, for example 0...1 or 0...(.infinity).
  public init(level: Double = 0.95, bounds: ClosedRange<Double>? = nil) {
    self.level = level
    self.bounds = bounds
  }

  /// Estimates from one ratio a replication; the spread is that of the quotients. Takes O(n log n).
  public func estimate(_ column: [Ratio?]) -> Estimate {
    let used = column.compactMap(\.self).filter { $0.numerator != 0 || $0.denominator != 0 }
    let above = used.reduce(0) { $0 + $1.numerator }
    let below = used.reduce(0) { $0 + $1.denominator }
    guard below != 0, Estimate.isDefined(used: used.count, of: column.count) else {
      return .undefined(used: used.count, of: column.count)
    }
    return Estimate(
      value: above / below, interval: jackknife(used, above: above, below: below),
      spread: used.compactMap(\.quotient), used: used.count, of: column.count)
  }

  private func jackknife(_ used: [Ratio], above: Double, below: Double) -> Interval? {
    let number = Double(used.count)
    let ratio = above / below
    var pseudovalues = Tally()
    for one in used {
      // With two replications and one empty, leaving the other out leaves nothing to divide by.
      guard below > one.denominator else { return nil }
      let without = (above - one.numerator) / (below - one.denominator)
      pseudovalues.add(number * ratio - (number - 1) * without)
    }
    guard let center = pseudovalues.mean, let variance = pseudovalues.variance else { return nil }
    let quotients = Set(used.map(\.quotient))
    return Interval.student(
      center: quotients.count == 1 ? ratio : center, standardError: (variance / number).squareRoot(),
      degreesOfFreedom: used.count - 1, level: level, method: .jackknife, bounds: bounds,
      isPoint: quotients.count == 1)
  }
}
