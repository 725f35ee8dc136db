/// A date of the proleptic Gregorian calendar, without a zone.
///
/// The one stored value is the number of days since 1 January 1970, so that comparing and counting are single
/// operations. Year, month and day are worked out when asked for.
public struct CivilDate: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Days since 1970-01-01; negative before it.
  public var dayNumber: Int

  /// The date so many days after 1970-01-01.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// The date of a year, month and day; nil where there is no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard -1_000_000...1_000_000 ~= year, 1...12 ~= month, day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    self.init(valid: year, month, day)
  }

  /// A date whose parts are known to be right.
  init(valid year: Int, _ month: Int, _ day: Int) {
    dayNumber = GregorianArithmetic.dayNumber(year: year, month: month, day: day)
  }

  /// Year, month (1–12) and day of the month (1–31) at once.
  public var parts: (year: Int, month: Int, day: Int) { GregorianArithmetic.parts(dayNumber: dayNumber) }
  /// The year; 0 is 1 BC.
  public var year: Int { parts.year }
  /// The month, 1–12.
  public var month: Int { parts.month }
  /// The day of the month, 1–31.
  public var day: Int { parts.day }
  /// The day of the week.
  public var weekday: Weekday { Weekday(dayNumber: dayNumber) }
  /// The month and the day, without the year.
  public var monthDay: MonthDay {
    let parts = parts
    return MonthDay(valid: parts.month, parts.day)
  }
  /// 1 on 1 January.
  public var dayOfYear: Int { dayNumber - CivilDate(valid: year, 1, 1).dayNumber + 1 }

  /// Whether the left one comes before the right one.
  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  /// Whether a year has a 29 February.
  public static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Days in a month (1–12) of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: LosslessStringConvertible {
  /// The date that a text such as `2024-10-01` or `2024-Q3` names, or nil.
  public init?(_ text: String) {
    guard let date = try? QuantityGrammar.date(text) else { return nil }
    self = date
  }

  /// ISO 8601: `2024-10-01`.
  public var description: String { QuantityPrinting.date(self) }
}
