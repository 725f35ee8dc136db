/// A quantity that a run reports: a stable name, its unit, what it is counted by, and how replications combine.
public struct Measure: Hashable, Sendable {
  /// How the numbers of independent replications become an estimate (SEMANTICS: measures and estimates).
  public enum Combination: Hashable, Sendable {
    /// One number a replication: Student over replications.
    case count
    /// A level at the end of a year: as a count, but groupings without the year take the last year's.
    case standing
    /// An amount of money or of work: Student over replications, never as a number of events.
    case amount
    /// A sum over a sum: jackknife over replications; `isProbability` keeps the interval in [0, 1] and falls back to
    /// Wilson where events are few.
    case ratio(isProbability: Bool)
    /// Observations pooled over replications: mean as a ratio of sums, quantiles by resampling replications.
    case samples
    /// An instant that a replication reaches or not: probability (Wilson) and quantiles with "not reached" as +∞.
    case milestone
  }

  /// The name, such as `patients.treated`.
  public var name: String
  /// The unit as printed: `patients`, `d`, `h`, `1`.
  public var unit: String
  /// The finest scope that a replication keeps.
  public var keys: [Scope.Key]
  /// The groupings that are reported, each a subset of `keys`; numbers of finer scopes are summed into them.
  public var groupings: [[Scope.Key]]
  /// How replications combine.
  public var combination: Combination
  /// One sentence that defines it.
  public var definition: String

  /// A measure.
  public init(
    _ name: String, unit: String, keys: [Scope.Key], groupings: [[Scope.Key]], combination: Combination,
    definition: String
  ) {
    self.name = name
    self.unit = unit
    self.keys = keys
    self.groupings = groupings
    self.combination = combination
    self.definition = definition
  }
}
