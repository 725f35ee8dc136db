/// What replications say about one figure: its value, how well it is known, and how much the future varies.
///
/// ``interval`` says how well the value was estimated and shrinks with more replications. ``p10``, ``p50``
/// and ``p90`` describe the spread over replications and do not. Undefined figures are nil, never NaN.
public struct Estimate: Sendable, Hashable {
  /// The share of replications that must define a figure for it to have a value, as 9 of 10.
  static let neededShare = (numerator: 9, denominator: 10)

  /// The estimated figure, or nil when fewer than 90 % of the replications define it.
  public var value: Double?
  /// The confidence interval, or nil when the replications are too few for one.
  public var interval: Interval?
  /// The number of replications that define the figure.
  public var replicationsUsed: Int
  /// The number of replications that were run.
  public var replications: Int
  /// The tenth percentile over replications.
  public var p10: Double?
  /// The median over replications.
  public var p50: Double?
  /// The ninetieth percentile over replications.
  public var p90: Double?

  /// Makes an estimate from its parts.
  public init(
    value: Double?, interval: Interval? = nil, replicationsUsed: Int, replications: Int,
    p10: Double? = nil, p50: Double? = nil, p90: Double? = nil
  ) {
    self.value = value
    self.interval = interval
    self.replicationsUsed = replicationsUsed
    self.replications = replications
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
  }

  /// The value, under the name that a table of means gives its column.
  public var mean: Double? { value }

  /// The number of replications that do not define the figure.
  public var replicationsLeftOut: Int { replications - replicationsUsed }

  /// Whether enough replications define a figure: at least 90 %, and at least one.
  public static func isDefined(used: Int, of replications: Int) -> Bool {
    used > 0 && used * neededShare.denominator >= replications * neededShare.numerator
  }

  /// The estimate of a figure that too few replications define.
  static func undefined(used: Int, of replications: Int) -> Estimate {
    Estimate(value: nil, replicationsUsed: used, replications: replications)
  }

  /// Makes a defined estimate whose spread is that of one value for each replication.
  init(value: Double, interval: Interval?, spread values: [Double], used: Int, of replications: Int) {
    let sorted = values.sorted()
    self.init(
      value: value, interval: interval, replicationsUsed: used, replications: replications,
      p10: SampleQuantile.averaged(sorted, 0.1), p50: SampleQuantile.averaged(sorted, 0.5),
      p90: SampleQuantile.averaged(sorted, 0.9))
  }
}
