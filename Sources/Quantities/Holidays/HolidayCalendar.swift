/// One holiday on its date.
public struct Holiday: Hashable, Sendable {
  /// The date.
  public let date: CivilDate
  /// The holiday's name.
  public let name: String

  /// A named holiday on a date.
  public init(date: CivilDate, name: String) {
    self.date = date
    self.name = name
  }
}

/// A named set of holidays, computed for any year.
public struct HolidayCalendar: Hashable, Sendable {
  /// The name that a scenario gives: `dutch`, `swedish`, `none`, or its own.
  public let name: String
  /// The rules of its holidays.
  public let rules: [HolidayRule]

  /// A calendar of the given rules.
  public init(name: String, rules: [HolidayRule]) {
    self.name = name
    self.rules = rules
  }

  /// The calendar of a name that is built in (`dutch`, `swedish`, `none`), or nil.
  public init?(named name: String) {
    guard let found = HolidayCalendar.builtIn.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The calendars that scenarios can name.
  public static let builtIn: [HolidayCalendar] = [.dutch, .swedish, .none]

  /// No holidays.
  public static let none = HolidayCalendar(name: "none", rules: [])

  /// The same calendar with further dates, such as a site's closing days.
  public func adding(_ dates: some Sequence<Holiday>) -> HolidayCalendar {
    HolidayCalendar(name: name, rules: rules + dates.map { HolidayRule($0.name, .once($0.date)) })
  }

  /// The holidays of a year in order of date; two on one date are both listed.
  public func holidays(in year: Int) -> [Holiday] {
    let dated = rules.compactMap { rule in
      rule.date(in: year).map { Holiday(date: $0, name: rule.name) }
    }
    return dated.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
  }

  /// Whether a date is a holiday.
  ///
  /// - Complexity: O(n) in the number of rules; for many dates use `dates(from:through:)`.
  public func isHoliday(_ date: CivilDate) -> Bool {
    let year = date.year
    return rules.contains { $0.date(in: year) == date }
  }

  /// All holidays between two dates, both included.
  ///
  /// - Complexity: O(n) in the rules times the years.
  public func dates(from first: CivilDate, through last: CivilDate) -> Set<CivilDate> {
    guard first <= last else { return [] }
    var found: Set<CivilDate> = []
    for year in first.year...last.year {
      for holiday in holidays(in: year) where holiday.date >= first && holiday.date <= last {
        found.insert(holiday.date)
      }
    }
    return found
  }
}
