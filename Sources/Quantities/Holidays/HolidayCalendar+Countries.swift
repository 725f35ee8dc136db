extension HolidayCalendar {
  /// The days on which Dutch hospitals keep a Sunday roster.
  ///
  /// Holidays that always fall on a Sunday are not listed. 5 May is a day off in lustrum years only, and Good Friday is
  /// a working day. King's Day moves to the Saturday when 27 April is a Sunday.
  public static let dutch = HolidayCalendar(
    name: "dutch",
    rules: [
      HolidayRule("New Year's Day", .fixed(MonthDay(valid: 1, 1))),
      HolidayRule("Easter Monday", .easter(days: 1)),
      HolidayRule("King's Day", .notOnSunday(MonthDay(valid: 4, 27))),
      HolidayRule("Liberation Day", .everyYears(5, MonthDay(valid: 5, 5))),
      HolidayRule("Ascension Day", .easter(days: 39)),
      HolidayRule("Whit Monday", .easter(days: 50)),
      HolidayRule("Christmas Day", .fixed(MonthDay(valid: 12, 25))),
      HolidayRule("Second Christmas Day", .fixed(MonthDay(valid: 12, 26))),
    ])

  /// The Swedish holidays, with the three eves that are days off by agreement.
  ///
  /// Holidays that always fall on a Saturday or Sunday (Easter and Whit Sunday, Midsummer Day, All Saints' Day) are not
  /// listed. Midsummer Eve is the Friday of 19–25 June.
  public static let swedish = HolidayCalendar(
    name: "swedish",
    rules: [
      HolidayRule("New Year's Day", .fixed(MonthDay(valid: 1, 1))),
      HolidayRule("Epiphany", .fixed(MonthDay(valid: 1, 6))),
      HolidayRule("Good Friday", .easter(days: -2)),
      HolidayRule("Easter Monday", .easter(days: 1)),
      HolidayRule("May Day", .fixed(MonthDay(valid: 5, 1))),
      HolidayRule("Ascension Day", .easter(days: 39)),
      HolidayRule("National Day", .fixed(MonthDay(valid: 6, 6))),
      HolidayRule("Midsummer Eve", .weekday(.fri, onOrAfter: MonthDay(valid: 6, 19)), isDeFacto: true),
      HolidayRule("Christmas Eve", .fixed(MonthDay(valid: 12, 24)), isDeFacto: true),
      HolidayRule("Christmas Day", .fixed(MonthDay(valid: 12, 25))),
      HolidayRule("Boxing Day", .fixed(MonthDay(valid: 12, 26))),
      HolidayRule("New Year's Eve", .fixed(MonthDay(valid: 12, 31)), isDeFacto: true),
    ])
}
