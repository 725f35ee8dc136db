/// A confidence interval, with its level and how it was found.
public struct Interval: Sendable, Hashable {
  /// How an interval was found.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Student's t on independent replications.
    case student
    /// Student's t on jackknife pseudo-values, one for each replication.
    case jackknife
    /// Resampling of whole replications.
    case resampling
    /// Wilson's score interval for a proportion.
    case wilson
    /// Clopper and Pearson's exact interval for a proportion of independent trials.
    case clopperPearson
    /// Garwood's exact interval for the mean of a Poisson law: few events, or none.
    case poisson
    /// The normal law, on the scale that the estimator documents.
    case normal
    /// Student's t on differences of paired replications.
    case pairedStudent
    /// Nothing varied, so no error could be estimated: both ends are the value itself.
    case none
  }

  /// The lower end.
  public var low: Double
  /// The upper end, which may be +∞ for a time that may never come.
  public var high: Double
  /// The intended probability of covering the true value, between 0 and 1.
  public var level: Double
  /// How it was found.
  public var method: Method

  /// Makes an interval; `low` may not exceed `high`.
  public init(low: Double, high: Double, level: Double, method: Method) {
    precondition(low <= high, "an interval's lower end may not exceed its upper end")
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }

  /// Makes the symmetric interval `center` ± `halfWidth`.
  public init(center: Double, halfWidth: Double, level: Double, method: Method) {
    self.init(low: center - halfWidth, high: center + halfWidth, level: level, method: method)
  }

  /// Half the distance between the ends.
  public var halfWidth: Double { (high - low) / 2 }

  /// Whether a value lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The same interval with both ends moved into the given bounds, for example 0...1 for a probability.
  public func clamped(to bounds: ClosedRange<Double>) -> Interval {
    var result = self
    result.low = Swift.min(Swift.max(low, bounds.lowerBound), bounds.upperBound)
    result.high = Swift.min(Swift.max(high, bounds.lowerBound), bounds.upperBound)
    return result
  }
}
