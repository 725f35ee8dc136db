/// A rule that stops replicating once the interval of a mean is narrow enough.
///
/// Stops when the half-width is at most `absolute`, or at most `relative` of the mean's size after the
/// correction relative / (1 + relative). Look only at multiples of a fixed number of replications, so that
/// the answer does not depend on the number of jobs. Law (2015), Simulation Modeling and Analysis, section
/// 9.4.1.
public struct SequentialStopping: Sendable, Hashable {
  /// What to do next.
  public enum Decision: Sendable, Hashable {
    /// The interval is narrow enough.
    case stop
    /// It is not; about this many replications in all are thought to be needed.
    case goOn(replications: Int)
    /// It is not, and the limit is reached.
    case giveUp
  }

  /// The confidence level.
  public var level: Double
  /// The half-width that is narrow enough relative to the mean's size, or nil.
  public var relative: Double?
  /// The half-width that is narrow enough, or nil.
  public var absolute: Double?
  /// The fewest replications.
  public var minimum: Int
  /// The most replications.
  public var limit: Int

  /// Makes a rule; at least one of `relative` and `absolute` must be given.
  public init(
    level: Double = 0.95, relative: Double? = nil, absolute: Double? = nil, minimum: Int = 30,
    limit: Int = 10_000
  ) {
    precondition(relative != nil || absolute != nil, "a rule needs a half-width")
    precondition(minimum >= 2 && limit >= minimum, "2 ≤ minimum ≤ limit")
    self.level = level
    self.relative = relative
    self.absolute = absolute
    self.minimum = minimum
    self.limit = limit
  }

  /// Decides after the replications of a tally.
  public func decision(after tally: Tally) -> Decision {
    guard tally.count >= minimum, let mean = tally.mean,
      let interval = MeanEstimator(level: level).interval(of: tally)
    else { return .goOn(replications: minimum) }
    let allowed = Swift.max(absolute ?? 0, relative.map { $0 / (1 + $0) * mean.magnitude } ?? 0)
    if interval.halfWidth <= allowed { return .stop }
    guard tally.count < limit else { return .giveUp }
    let growth = allowed > 0 ? interval.halfWidth / allowed : .infinity
    let needed = Double(tally.count) * growth * growth
    guard needed < Double(limit) else { return .goOn(replications: limit) }
    return .goOn(replications: Swift.max(Int(needed.rounded(.up)), tally.count + 1))
  }
}
