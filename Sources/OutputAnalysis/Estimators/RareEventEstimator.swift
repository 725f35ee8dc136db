/// The mean number of rare events in a replication, with Garwood's interval, which is never [0, 0].
///
/// Student's interval rests on many events: with one event in 200 replications it is too short, and with none it is a
/// point. Garwood's takes the events as those of a Poisson law (``Interval/poisson(events:exposure:level:)``). Events
/// of one replication often come together. Their variance over their mean, where above 1, divides both the
/// number of events and the number of replications, as a design effect does (Rao & Scott 1992, DOI 10.2307/2532311).
/// Where nothing was seen, nothing is known of that: the upper end is for events that come one by one.
/// Replications that are nil are left out and counted.
public struct RareEventEstimator: Sendable, Hashable {
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
    let number = Double(used.count)
    let effect = Self.designEffect(used, events: events)
    let interval =
      used.count < 2
      ? nil : Interval.poisson(events: Double(events) / effect, exposure: number / effect, level: level)
    return Estimate(
      value: Double(events) / number, interval: interval, spread: used.map(Double.init), used: used.count,
      of: column.count)
  }

  /// The variance of the replications' numbers over their mean, at least 1; in whole numbers, so that events that come
  /// one by one give exactly 1.
  private static func designEffect(_ used: [Int], events: Int) -> Double {
    guard events > 0, used.count > 1 else { return 1 }
    let squares = used.reduce(0.0) { $0 + Double($1) * Double($1) }
    let (number, sum) = (Double(used.count), Double(events))
    return Swift.max(1, (number * squares - sum * sum) / ((number - 1) * sum))
  }
}
