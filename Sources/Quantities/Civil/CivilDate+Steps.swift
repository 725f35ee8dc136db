extension CivilDate {
  /// The date so many days later.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The date so many calendar months later, on the last day of the month where that month is too short.
  ///
  /// 31 January + 1 mo is 28 or 29 February; steps are not associative for that reason.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let count = year * 12 + (month - 1) + months
    let newYear = count.dividedRoundingDown(by: 12)
    let newMonth = count - newYear * 12 + 1
    return CivilDate(valid: newYear, newMonth, min(day, CivilDate.length(ofMonth: newMonth, year: newYear)))
  }

  /// The date so many calendar years later; 29 February becomes 28 February where there is none.
  public func adding(years: Int) -> CivilDate { adding(months: 12 * years) }

  /// The date a written length later, where that is a whole number of dates.
  ///
  /// `mo` and `y` are calendar steps; `1.5 y` is 18 of them. Shorter units must come to whole days.
  ///
  /// - Returns: nil for working days, for parts of a day or month, and for steps past a million years.
  public func adding(_ length: TimeLength) -> CivilDate? {
    switch length.unit {
    case .wd: nil
    case .mo: CivilDate.whole(length.amount).map { adding(months: $0) }
    case .y: CivilDate.whole(length.amount * 12).map { adding(months: $0) }
    default: length.seconds.flatMap { CivilDate.whole($0 / 86_400) }.map { adding(days: $0) }
    }
  }

  /// The number of dates from another date to this one.
  public func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

  /// This date, or the first after it that falls on a weekday.
  public func onOrAfter(_ weekday: Weekday) -> CivilDate {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }

  private static func whole(_ amount: Double) -> Int? {
    guard amount.rounded() == amount, abs(amount) <= 365_250_000 else { return nil }
    return Int(amount)
  }
}

extension CivilDate: Strideable {
  /// The number of dates to another date.
  public func distance(to other: CivilDate) -> Int { other.dayNumber - dayNumber }
  /// The date so many days later.
  public func advanced(by days: Int) -> CivilDate { adding(days: days) }
}
