/// A time on the wall clock, from 00:00 to 24:00 inclusive.
public struct TimeOfDay: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Seconds since 00:00 on the wall clock, 0 … 86 400.
  public let secondsSinceMidnight: Int

  /// The time so many seconds after 00:00; nil outside 0 … 86 400.
  public init?(secondsSinceMidnight: Int) {
    guard 0...86_400 ~= secondsSinceMidnight else { return nil }
    self.init(valid: secondsSinceMidnight)
  }

  /// A time of hour, minute and second; nil where no clock shows it. 24:00 is the end of the day.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard 0...24 ~= hour, 0...59 ~= minute, 0...59 ~= second else { return nil }
    self.init(secondsSinceMidnight: hour * 3_600 + minute * 60 + second)
  }

  /// A time whose seconds are known to be in range.
  init(valid seconds: Int) { secondsSinceMidnight = seconds }

  /// The start of the day, 00:00.
  public static let midnight = TimeOfDay(valid: 0)
  /// The end of the day, 24:00.
  public static let endOfDay = TimeOfDay(valid: 86_400)

  /// The hour, 0–24.
  public var hour: Int { secondsSinceMidnight / 3_600 }
  /// The minute of the hour, 0–59.
  public var minute: Int { secondsSinceMidnight / 60 % 60 }
  /// The second of the minute, 0–59.
  public var second: Int { secondsSinceMidnight % 60 }

  /// Whether the left one comes before the right one.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.secondsSinceMidnight < right.secondsSinceMidnight
  }
}

extension TimeOfDay: LosslessStringConvertible {
  /// The time that a text such as `07:30` names, or nil.
  public init?(_ text: String) {
    guard let time = try? QuantityGrammar.timeOfDay(text) else { return nil }
    self = time
  }

  /// As a scenario writes it: `07:30`, with seconds only where there are any.
  public var description: String { QuantityPrinting.timeOfDay(self) }
}
