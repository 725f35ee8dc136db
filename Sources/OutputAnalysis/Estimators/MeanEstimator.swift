/// The mean over independent replications, with Student's interval.
///
/// Replications that do not define the figure are left out and counted. The interval needs two that do; when
/// all agree exactly its method is `none`. Law (2015), Simulation Modeling and Analysis, section 4.5.
public struct MeanEstimator: Sendable, Hashable {
  /// The confidence level.
  public var level: Double
  /// Bounds that the figure cannot leave, or nil.
  public var bounds: ClosedRange<Double>?

  /// Makes an estimator; `bounds` keep the interval, for example 0...1 or 0...(.infinity).
  public init(level: Double = 0.95, bounds: ClosedRange<Double>? = nil) {
    self.level = level
    self.bounds = bounds
  }

  /// Estimates from one value a replication, nil where it is not defined. Takes O(n log n).
  public func estimate(_ column: [Double?]) -> Estimate {
    let values = column.compactMap(\.self)
    let tally = Tally(values)
    guard let mean = tally.mean, Estimate.isDefined(used: values.count, of: column.count) else {
      return .undefined(used: values.count, of: column.count)
    }
    return Estimate(
      value: mean, interval: interval(of: tally), spread: values, used: values.count, of: column.count)
  }

  /// Student's interval for the mean of a tally, or nil with fewer than two observations.
  public func interval(of tally: Tally) -> Interval? {
    guard let mean = tally.mean, let variance = tally.variance else { return nil }
    return Interval.student(
      center: mean, standardError: (variance / Double(tally.count)).squareRoot(),
      degreesOfFreedom: tally.count - 1, level: level, method: .student, bounds: bounds,
      isPoint: tally.min == tally.max)
  }
}

extension Interval {
  /// A Student interval kept in bounds, or a point with method `none` where nothing varied.
  static func student(
    center: Double, standardError: Double, degreesOfFreedom: Int, level: Double, method: Method,
    bounds: ClosedRange<Double>?, isPoint: Bool
  ) -> Interval {
    guard !isPoint && standardError > 0 else {
      return Interval(low: center, high: center, level: level, method: .none)
    }
    let critical = CriticalValue.student(level: level, degreesOfFreedom: Double(degreesOfFreedom))
    let result = Interval(
      center: center, halfWidth: critical * standardError, level: level, method: method)
    return bounds.map(result.clamped(to:)) ?? result
  }
}
