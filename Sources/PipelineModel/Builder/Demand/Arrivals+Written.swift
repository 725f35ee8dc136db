import Quantities

extension Arrivals {
  /// `every: 7 h`: at fixed intervals, the first after one interval.
  public static func every(_ interval: TimeLength) -> Arrivals { .every(interval, first: nil) }

  /// `varying:` a base rate times factors of hours (24 of them), weekdays, months (1 to 12), a wave and a ramp.
  ///
  /// Weekdays and months that are not named have the factor 1. A ramp is linear between its corners and constant outside.
  ///
  /// - Precondition: `overDay` is empty or has 24 factors; months are in 1 … 12.
  public static func varying(
    _ base: Rate, overDay: [Double] = [], overWeek: KeyValuePairs<Weekday, Double> = [:],
    overYear: KeyValuePairs<Int, Double> = [:], wave: Wave? = nil, ramp: KeyValuePairs<Moment, Double> = [:]
  ) -> Arrivals {
    guard overDay.isEmpty || overDay.count == 24 else {
      WrittenFault.stop("a day has 24 hours, but \(overDay.count) factors are given")
    }
    guard overYear.allSatisfy({ (1...12).contains($0.key) }) else {
      WrittenFault.stop("months are 1 to 12, but \(overYear.map(\.key)) are given")
    }
    var rate = RateFunction(base: base)
    rate.overDay = overDay
    rate.overWeek = factors(7, overWeek.map { ($0.key.rawValue, $0.value) })
    rate.overYear = factors(12, overYear.map { ($0.key - 1, $0.value) })
    rate.wave = wave
    rate.ramp = ramp.map { RampPoint(at: $0.key, factor: $0.value) }
    return .varying(rate)
  }

  private static func factors(_ count: Int, _ given: [(index: Int, factor: Double)]) -> [Double] {
    if given.isEmpty { return [] }
    var result = [Double](repeating: 1, count: count)
    for item in given { result[item.index] = item.factor }
    return result
  }
}
