/// Which figure of a measure a row estimates. The raw value is what outputs print under `statistic`.
public enum Statistic: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The mean: over replications for counts, a ratio of sums for ratios and samples.
  case mean
  /// The probability that a milestone is reached by the horizon.
  case probability
  /// How many values a replication observed, on average.
  case count
  /// The smallest value that any replication observed.
  case min
  /// The tenth percentile of the values of all replications together, or of a milestone's instant.
  case p10
  /// The median of the values of all replications together, or of a milestone's instant.
  case p50
  /// The ninetieth percentile of the values of all replications together, or of a milestone's instant.
  case p90
  /// The largest value that any replication observed.
  case max

  /// The order in which rows of one measure and scope stand: the order of the cases.
  public static func < (left: Statistic, right: Statistic) -> Bool { left.order < right.order }
  private var order: Int { Statistic.allCases.firstIndex(of: self) ?? 0 }
}
