/// One row of a result, as `--json` prints it: a measure, a statistic, what it is about, and how well it is known.
///
/// `mean`, `low` and `high` are the estimate and the interval of the mean; `p10`, `p50` and `p90` are taken over
/// replications. Nil where a number is not defined.
public struct ReportEstimate: Hashable, Sendable {
  /// The measure, such as `patients.treated`.
  public var measure: String
  /// The statistic, such as `mean`, `p50` or `p90`.
  public var statistic: String
  /// What it is about.
  public var scope: ReportScope
  /// The unit as the catalogue prints it: `patients`, `d`, `h`, `1`.
  public var unit: String
  /// The estimate.
  public var mean: Double?
  /// The lower end of its interval.
  public var low: Double?
  /// The upper end of its interval.
  public var high: Double?
  /// The level of the interval, such as 0.95.
  public var level: Double?
  /// How the interval was made, in the words of the result.
  public var method: String
  /// How many replications define it.
  public var replications: Int
  /// One replication in ten lies below.
  public var p10: Double?
  /// Half of the replications lie below.
  public var p50: Double?
  /// Nine replications in ten lie below.
  public var p90: Double?

  /// An estimate.
  public init(
    measure: String, statistic: String = "mean", scope: ReportScope = ReportScope(), unit: String,
    mean: Double?, low: Double? = nil, high: Double? = nil, level: Double? = 0.95, method: String = "",
    replications: Int = 0, p10: Double? = nil, p50: Double? = nil, p90: Double? = nil
  ) {
    self.measure = measure
    self.statistic = statistic
    self.scope = scope
    self.unit = unit
    self.mean = mean?.definite
    self.low = low?.definite
    self.high = high?.definite
    self.level = level
    self.method = method
    self.replications = replications
    self.p10 = p10?.definite
    self.p50 = p50?.definite
    self.p90 = p90?.definite
  }
}

extension Double {
  /// The number, or nil where it is infinite or not a number: such values never reach a page.
  var definite: Double? { isFinite ? self : nil }
}
