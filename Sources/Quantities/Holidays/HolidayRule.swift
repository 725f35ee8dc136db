/// How the date of one holiday follows from the year.
public struct HolidayRule: Hashable, Sendable {
  /// The ways in which a date can follow from a year.
  public enum Recurrence: Hashable, Sendable {
    /// The same day every year.
    case fixed(MonthDay)
    /// So many days after Easter Sunday; negative before it.
    case easter(days: Int)
    /// The first such weekday on or after a day: Midsummer Eve is the Friday on or after 06-19.
    case weekday(Weekday, onOrAfter: MonthDay)
    /// The same day every year, but a day earlier when that is a Sunday: King's Day.
    case notOnSunday(MonthDay)
    /// The same day, in years that are a multiple of a number: 5 May in lustrum years.
    case everyYears(Int, MonthDay)
    /// One date and no other.
    case once(CivilDate)
  }

  /// The holiday's name in English.
  public var name: String
  /// How its date follows from the year.
  public var recurrence: Recurrence
  /// Whether it is a day off by custom or agreement, not by law.
  public var isDeFacto: Bool

  /// A named holiday.
  public init(_ name: String, _ recurrence: Recurrence, isDeFacto: Bool = false) {
    self.name = name
    self.recurrence = recurrence
    self.isDeFacto = isDeFacto
  }

  /// The date in a year, or nil where the year has none.
  ///
  /// The rule of today is applied to every year, also to those before the law that it stands on.
  public func date(in year: Int) -> CivilDate? {
    switch recurrence {
    case .fixed(let day): return day.date(in: year)
    case .easter(let days): return EasterRule.sunday(in: year).adding(days: days)
    case .weekday(let weekday, let day): return day.date(in: year).onOrAfter(weekday)
    case .notOnSunday(let day):
      let date = day.date(in: year)
      return date.weekday == .sun ? date.adding(days: -1) : date
    case .everyYears(let number, let day):
      return number > 0 && year.isMultiple(of: number) ? day.date(in: year) : nil
    case .once(let date): return date.year == year ? date : nil
    }
  }
}
