import Quantities

/// A place: `lund: { country: SE, time zone: Europe/Stockholm, holidays: swedish }`.
public struct Site: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `country:` two letters; batches under hospital exemption do not leave it.
  public var country: String = ""
  /// `time zone:` an IANA name; UTC when not given.
  public var zone: CivilZone = .utc
  /// `holidays: dutch | swedish | none`, or `{ named: dutch, dates: [2027-05-05] }`.
  public var holidays: HolidayCalendar = .none

  /// A site.
  public init(name: String, country: String = "", zone: CivilZone = .utc, holidays: HolidayCalendar = .none) {
    self.name = name
    self.country = country
    self.zone = zone
    self.holidays = holidays
  }
}
