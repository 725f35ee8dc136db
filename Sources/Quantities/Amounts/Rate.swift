/// A constant rate as it was written: a number, or a percentage, per length of time.
///
/// `18 / y`, `0.9 / h`, `2.4 % / 30 d`. A percentage is always a constant rate: `x % / T` is x/100 per T, never a
/// probability within T.
public struct Rate: Hashable, Sendable {
  /// How the number is written.
  public enum Notation: Hashable, Sendable {
    /// A plain number: `18 / y`.
    case number
    /// Hundredths: `2.4 % / 30 d`.
    case percent
  }

  /// The number as written; hundredths when `notation` is `percent`.
  public let written: Double
  /// How the number is written.
  public let notation: Notation
  /// The length of time that it counts in.
  public let per: TimeLength

  /// So many events per length of time.
  ///
  /// The length must be positive and not in working days, whose length is not fixed; anything else is a programmer
  /// error.
  public init(count: Double, per length: TimeLength) {
    self.init(written: count, notation: .number, per: length)
  }

  /// So many hundredths per length of time, with the same demands as `init(count:per:)`.
  public init(percent: Double, per length: TimeLength) {
    self.init(written: percent, notation: .percent, per: length)
  }

  private init(written: Double, notation: Notation, per length: TimeLength) {
    precondition(Rate.allows(per: length), "a rate per \(length)")
    self.written = written
    self.notation = notation
    self.per = length
  }

  /// Whether a rate can be per this length: positive, finite, and not in working days.
  public static func allows(per length: TimeLength) -> Bool {
    guard let seconds = length.seconds else { return false }
    return seconds > 0 && seconds.isFinite
  }

  /// Events per `per`: the number, or the percentage as a fraction.
  public var count: Double {
    switch notation {
    case .number: written
    case .percent: written / 100
    }
  }

  /// Events per second.
  public var perSecond: Double {
    guard let seconds = per.seconds else { preconditionFailure("a rate per \(per)") }
    return count / seconds
  }

  /// So many a year.
  public static func perYear(_ count: Double) -> Rate { Rate(count: count, per: .years(1)) }
  /// So many a month.
  public static func perMonth(_ count: Double) -> Rate { Rate(count: count, per: .months(1)) }
  /// So many a week.
  public static func perWeek(_ count: Double) -> Rate { Rate(count: count, per: .weeks(1)) }
  /// So many a day.
  public static func perDay(_ count: Double) -> Rate { Rate(count: count, per: .days(1)) }
  /// So many an hour.
  public static func perHour(_ count: Double) -> Rate { Rate(count: count, per: .hours(1)) }
}

extension Rate: LosslessStringConvertible {
  /// The rate that a text such as `18 / y` names, or nil.
  public init?(_ text: String) {
    guard let rate = try? QuantityGrammar.rate(text) else { return nil }
    self = rate
  }

  /// As a scenario writes it: `18 / y`, `2.4 % / 30 d`.
  public var description: String { QuantityPrinting.rate(self) }
}
