/// Times of an event that may not come before the horizon: how probable it is, and when.
///
/// One time for each replication, +∞ where the event did not come. A quantile is the smallest time by which
/// at least that share of replications had the event; +∞ means "not reached".
public struct ReachedQuantiles: Sendable, Hashable {
  private let sorted: [Double]

  /// The probability of reaching the event, with Wilson's interval; without a value when there is no
  /// replication.
  public let probability: Estimate

  /// Summarises one time for each replication, +∞ for "not reached". Takes O(n log n).
  public init(_ times: [Double], level: Double = 0.95) {
    precondition(times.allSatisfy { !$0.isNaN }, "a time must be a number or +∞")
    sorted = times.sorted()
    probability = ProportionEstimator(level: level).estimate(
      times.map { Successes($0.isFinite ? 1 : 0, of: 1) })
  }

  /// The number of replications that reached the event.
  public var reached: Int { sorted.count { $0.isFinite } }

  /// The number of replications.
  public var replications: Int { sorted.count }

  /// The time by which a share of the replications reached the event, +∞ when it was not; nil without
  /// replications.
  public func quantile(_ probability: Double) -> Double? { SampleQuantile.smallest(sorted, probability) }

  /// The tenth percentile, +∞ when it was not reached.
  public var p10: Double? { quantile(0.1) }
  /// The median, +∞ when it was not reached.
  public var p50: Double? { quantile(0.5) }
  /// The ninetieth percentile, +∞ when it was not reached.
  public var p90: Double? { quantile(0.9) }
}
