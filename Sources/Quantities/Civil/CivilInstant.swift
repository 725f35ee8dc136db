/// A date and a time on the wall clock, in a zone that is known elsewhere.
///
/// 24:00 is kept as 00:00 of the next date, so that equal instants are equal values.
public struct CivilInstant: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The date.
  public let date: CivilDate
  /// The time of day, before 24:00.
  public let time: TimeOfDay

  /// A time on a date; 24:00 is the start of the next date.
  public init(_ date: CivilDate, _ time: TimeOfDay = .midnight) {
    self.date = time == .endOfDay ? date.adding(days: 1) : date
    self.time = time == .endOfDay ? .midnight : time
  }

  /// The wall clock so many seconds after 1970-01-01 00:00 on that same clock.
  init(wallClockSeconds seconds: Int64) {
    let days = seconds.dividedRoundingDown(by: 86_400)
    date = CivilDate(dayNumber: Int(days))
    time = TimeOfDay(valid: Int(seconds - days * 86_400))
  }

  /// Seconds since 1970-01-01 00:00 on the same wall clock.
  var wallClockSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.secondsSinceMidnight) }

  /// Whether the left one comes before the right one.
  public static func < (left: CivilInstant, right: CivilInstant) -> Bool {
    left.wallClockSeconds < right.wallClockSeconds
  }
}

extension CivilInstant: LosslessStringConvertible {
  /// The instant that a text such as `2025-03-01 08:00` names, or nil.
  public init?(_ text: String) {
    guard let instant = try? QuantityGrammar.instant(text) else { return nil }
    self = instant
  }

  /// As a scenario writes it: `2025-03-01 08:00`.
  public var description: String { QuantityPrinting.instant(self) }
}
