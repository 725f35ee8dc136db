/// The mean number of events of which there were few, with an interval of the gamma law, which is never [0, 0].
///
/// Student's interval rests on many events. With one event in 200 replications it is too short, with none it is a point,
/// and with 25 it still misses the mean 5.8 times in a hundred at 95 % and 4.8 times in a thousand at 99.9 %, because
/// the number seen and its estimated error are low together. So the events are taken as those of a Poisson law, with
/// Garwood's interval (``Interval/poisson(events:exposure:level:)``), whose ends are quantiles of the gamma law.
///
/// Events of one replication often come together. Their variance over their mean divides both the number of events and
/// the number of replications, as a design effect does (Rao & Scott 1992, DOI 10.2307/2532311): the interval of a
/// scaled gamma law with the mean and the variance that were seen, which Fay & Feuer (1997) took for sums of weighted
/// counts, DOI 10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#.
///
/// - With fewer than ``few`` events the effect is at least 1, as little is known of it. Where nothing was seen, nothing
///   is: the upper end is for events that come one by one.
/// - From then on it is what was seen, and both ends are moved away from the mean by Student's critical value over the
///   normal one, because the variance is estimated. So the interval comes closer to Student's, the more there are.
/// - Numbers that vary less than half as much as those of a Poisson law, such as 0 and 1 with 1 the likelier, are not
///   skewed as a gamma law is, and have Student's interval.
///
/// Replications that are nil are left out and counted.
public struct RareEventEstimator: Sendable, Hashable {
  /// Fewer events than this say too little of how they come together.
  public static let few = 10

  /// The confidence level.
  public var level: Double

  /// Makes an estimator.
  public init(level: Double = 0.95) { self.level = level }

  /// Estimates from the number of events of each replication, none of them negative; the interval needs two
  /// replications. Takes O(n log n).
  public func estimate(_ column: [Int?]) -> Estimate {
    let used = column.compactMap(\.self)
    guard Estimate.isDefined(used: used.count, of: column.count) else {
      return .undefined(used: used.count, of: column.count)
    }
    let events = used.reduce(0) { sum, count in
      precondition(count >= 0, "a number of events is not negative")
      return sum + count
    }
    return Estimate(
      value: Double(events) / Double(used.count), interval: interval(used, events: events),
      spread: used.map(Double.init), used: used.count, of: column.count)
  }

  private func interval(_ used: [Int], events: Int) -> Interval? {
    guard used.count > 1 else { return nil }
    let effect = Self.designEffect(used, events: events)
    if events < Self.few { return poisson(events, used.count, effect: Swift.max(1, effect)) }
    guard effect >= 0.5 else {
      return MeanEstimator(level: level, bounds: 0...(.infinity)).interval(of: Tally(used.map(Double.init)))
    }
    let mean = Double(events) / Double(used.count)
    let stretch =
      CriticalValue.student(level: level, degreesOfFreedom: Double(used.count - 1))
      / CriticalValue.normal(level: level)
    var interval = poisson(events, used.count, effect: effect)
    interval.low = Swift.max(0, mean - stretch * (mean - interval.low))
    interval.high = mean + stretch * (interval.high - mean)
    return interval
  }

  private func poisson(_ events: Int, _ replications: Int, effect: Double) -> Interval {
    .poisson(events: Double(events) / effect, exposure: Double(replications) / effect, level: level)
  }

  /// The variance of the replications' numbers over their mean, 1 where there are no events; in whole numbers, so that
  /// events that come one by one give at most 1 exactly.
  private static func designEffect(_ used: [Int], events: Int) -> Double {
    guard events > 0 else { return 1 }
    let squares = used.reduce(0.0) { $0 + Double($1) * Double($1) }
    let (number, sum) = (Double(used.count), Double(events))
    return (number * squares - sum * sum) / ((number - 1) * sum)
  }
}
