/// A day of every year: `07-01` is 1 July.
public struct MonthDay: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// A month and a day; nil where no year has such a day.
  public init?(month: Int, day: Int) {
    guard 1...12 ~= month, day >= 1, day <= CivilDate.length(ofMonth: month, year: 2000) else { return nil }
    self.init(valid: month, day)
  }

  /// A day whose parts are known to be right.
  init(valid month: Int, _ day: Int) {
    self.month = month
    self.day = day
  }

  /// The date in a year; 29 February is 28 February where there is none.
  public func date(in year: Int) -> CivilDate {
    CivilDate(valid: year, month, min(day, CivilDate.length(ofMonth: month, year: year)))
  }

  /// Whether the left one comes before the right one.
  public static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension MonthDay: LosslessStringConvertible {
  /// The day that a text such as `07-01` names, or nil.
  public init?(_ text: String) {
    guard let monthDay = try? QuantityGrammar.monthDay(text) else { return nil }
    self = monthDay
  }

  /// As a scenario writes it: `07-01`.
  public var description: String { QuantityPrinting.monthDay(self) }
}
