import Quantities
import Randomness

/// A law of durations: fixed or random, in seconds or in working days.
///
/// Spelled as a duration (`9 d`) or a law in words (`{ triangular: [7 d, 10 d, 12 d] }`). All parameters of one law are
/// in calendar units, or all in working days (`wd`).
public struct SpanLaw: Hashable, Sendable {
  /// What the law's numbers count.
  public enum Measure: Hashable, Sendable {
    /// Seconds.
    case seconds
    /// Working days of the plan of whoever performs the step.
    case workingDays
  }
  /// The law; its support is not negative.
  public var law: Law
  /// What its numbers count.
  public var measure: Measure

  /// A law of seconds, or of working days.
  public init(_ law: Law, in measure: Measure = .seconds) {
    self.law = law
    self.measure = measure
  }
}
