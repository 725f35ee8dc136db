import Quantities

/// A named plan of working hours: `day-shift: { days: mon-fri, hours: 07:00-17:30 }`.
public struct WorkingPlan: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `days:` the weekdays on which a shift begins.
  public var days: WeekdaySet
  /// `hours:` one or more ranges, `07:00-17:30` or `[07:00-11:00, 12:00-16:00]`, in the site's time.
  public var hours: [TimeOfDayRange]
  /// `holidays: closed | open`; closed unless said otherwise.
  public var worksOnHolidays: Bool = false

  /// A plan.
  public init(name: String, days: WeekdaySet, hours: [TimeOfDayRange], worksOnHolidays: Bool = false) {
    self.name = name
    self.days = days
    self.hours = hours
    self.worksOnHolidays = worksOnHolidays
  }
}

/// A period of every year in which only part of a role is present:
/// `july: { from: 07-01, to: 07-31, present: 0.5 }`.
public struct LeavePeriod: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `from:` first day, month and day.
  public var from: MonthDay
  /// `to:` last day, included; before `from` it wraps over the new year.
  public var to: MonthDay
  /// `present:` the fraction of the role that is there, 0 … 1.
  public var present: Double

  /// A leave period of every year.
  public init(name: String, from: MonthDay, to: MonthDay, present: Double) {
    self.name = name
    self.from = from
    self.to = to
    self.present = present
  }
}

/// A closure known ahead: `{ what: requalification, from: 2025-01-07, lasts: 3 d, every: 6 mo, closes: [grade-b] }`.
public struct Shutdown: Hashable, Sendable {
  /// `what:` the reason, in words.
  public var what: String
  /// `from:` its first day (or instant).
  public var from: CivilInstant
  /// `lasts:` calendar time.
  public var lasts: TimeLength
  /// `every:` repeats after so long (calendar steps for `mo` and `y`); absent: once.
  public var every: TimeLength?
  /// `closes:` resources of the facility; empty: all its rooms and devices.
  public var closes: [String] = []

  /// A closure.
  public init(
    what: String, from: CivilInstant, lasts: TimeLength, every: TimeLength? = nil, closes: [String] = []
  ) {
    self.what = what
    self.from = from
    self.lasts = lasts
    self.every = every
    self.closes = closes
  }
}
