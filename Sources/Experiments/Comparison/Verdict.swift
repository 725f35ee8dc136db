import OutputAnalysis

/// What a comparison says in words about one figure.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// The whole interval of the difference lies above zero.
  case more
  /// The whole interval of the difference lies below zero.
  case fewer
  /// Every pair of replications gave the same number.
  case same = "the same"
  /// The interval contains zero.
  case unclear = "no difference seen"
  /// One side does not define the figure, or there are too few pairs.
  case undefined = "not comparable"

  /// What the interval of a difference says.
  public init(of difference: Estimate) {
    guard difference.value != nil, let interval = difference.interval else {
      self = .undefined
      return
    }
    if interval.low > 0 {
      self = .more
    } else if interval.high < 0 {
      self = .fewer
    } else {
      self = interval.low == 0 && interval.high == 0 ? .same : .unclear
    }
  }
}
