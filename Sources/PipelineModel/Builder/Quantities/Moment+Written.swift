import Quantities

extension Moment: ExpressibleByStringLiteral {
  /// A civil moment: `"2024-10-01"`, `"2024-Q3"`, `"2025-03-01 08:00"`.
  ///
  /// - Precondition: the literal spells a date, a quarter, or a date with a time of day.
  public init(stringLiteral text: String) {
    self = .civil(Written<CivilInstant>(stringLiteral: text).quantity)
  }

  /// So many seconds after the start.
  public static func seconds(_ amount: Double) -> Moment { .afterStart(.seconds(amount)) }
  /// So many minutes after the start.
  public static func minutes(_ amount: Double) -> Moment { .afterStart(.minutes(amount)) }
  /// So many hours after the start.
  public static func hours(_ amount: Double) -> Moment { .afterStart(.hours(amount)) }
  /// So many days after the start.
  public static func days(_ amount: Double) -> Moment { .afterStart(.days(amount)) }
  /// So many weeks after the start.
  public static func weeks(_ amount: Double) -> Moment { .afterStart(.weeks(amount)) }
  /// So many months after the start: calendar steps.
  public static func months(_ amount: Double) -> Moment { .afterStart(.months(amount)) }
  /// So many years after the start: calendar steps.
  public static func years(_ amount: Double) -> Moment { .afterStart(.years(amount)) }
}

extension Rate {
  /// A hazard: `2.4 % / 30 d` is `.percent(2.4, per: .days(30))`. Always a constant rate, not a probability.
  ///
  /// - Precondition: the length is longer than nothing and not in working days.
  public static func percent(_ percent: Double, per length: TimeLength) -> Rate {
    Rate(percent: percent, per: length)
  }
}

extension HolidayCalendar {
  /// The calendar with further days on which plans are closed: `{ named: dutch, dates: [2027-05-05] }`.
  public func closed(on dates: Written<CivilDate>...) -> HolidayCalendar {
    adding(dates.map { Holiday(date: $0.quantity, name: "closed") })
  }
}
