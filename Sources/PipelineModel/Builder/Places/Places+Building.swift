import Quantities

extension Site: ScenarioPart {
  /// A site: `Site("lund", country: "SE", zone: "Europe/Stockholm", holidays: .swedish)`.
  public init(
    _ name: String, country: String = "", zone: Written<CivilZone> = .init(.utc),
    holidays: HolidayCalendar = .none
  ) {
    self.init(name: name, country: country, zone: zone.quantity, holidays: holidays)
  }

  /// The site without notes.
  public var noted: Noted<Site> { Noted(self) }
}

extension WorkingPlan: ScenarioPart {
  /// A plan: `WorkingPlan("day-shift", days: .mondayToFriday, hours: "07:00-17:30")`.
  public init(
    _ name: String, days: WeekdaySet, hours: Written<TimeOfDayRange>..., worksOnHolidays: Bool = false
  ) {
    self.init(name: name, days: days, hours: hours.map(\.quantity), worksOnHolidays: worksOnHolidays)
  }

  /// The plan without notes.
  public var noted: Noted<WorkingPlan> { Noted(self) }
}

extension LeavePeriod: ScenarioPart {
  /// A leave period: `LeavePeriod("july", from: "07-01", to: "07-31", present: 0.5)`.
  public init(_ name: String, from first: Written<MonthDay>, to last: Written<MonthDay>, present: Double) {
    self.init(name: name, from: first.quantity, to: last.quantity, present: present)
  }

  /// The period without notes.
  public var noted: Noted<LeavePeriod> { Noted(self) }
}

extension Shutdown: ScenarioPart {
  /// A closure: `Shutdown("requalification", from: "2025-01-07", lasts: .days(3), every: .months(6))`.
  public init(
    _ what: String = "shutdown", from first: Written<CivilInstant>, lasts: TimeLength,
    every: TimeLength? = nil, closes: [String] = []
  ) {
    self.init(what: what, from: first.quantity, lasts: lasts, every: every, closes: closes)
  }

  /// The closure without notes.
  public var noted: Noted<Shutdown> { Noted(self) }
}

extension TransportLink: ScenarioPart {
  /// A link: `TransportLink("leiden-lund", from: "lumc", to: "lund-sus", takes: .hours(14))`.
  public init(
    _ name: String, from start: String? = nil, to end: String? = nil, takes: SpanLaw, lost: Double = 0
  ) {
    self.init(name: name, takes: takes)
    from = start
    to = end
    self.lost = lost
  }

  /// The link without notes.
  public var noted: Noted<TransportLink> { Noted(self) }
}

extension ScenarioPart where Part == TransportLink {
  /// `delayed:` a delay that strikes some shipments.
  public func delayed(_ probability: Double, by law: SpanLaw) -> Noted<TransportLink> {
    setting(\.delay, TransportDelay(probability: probability, by: law))
  }
}
