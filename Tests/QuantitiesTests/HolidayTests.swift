import Quantities
import Testing

@Suite struct HolidayTests {
  private static func date(_ name: String, _ year: Int, in calendar: HolidayCalendar) -> String? {
    calendar.holidays(in: year).first { $0.name == name }?.date.description
  }

  @Test(
    "Easter Monday is a day after the Easter of the almanac",
    arguments: [
      (2000, "2000-04-24"), (2008, "2008-03-24"), (2019, "2019-04-22"), (2022, "2022-04-18"),
      (2023, "2023-04-10"),
      (2024, "2024-04-01"), (2025, "2025-04-21"), (2026, "2026-04-06"), (2027, "2027-03-29"),
      (2028, "2028-04-17"),
      (2029, "2029-04-02"), (2030, "2030-04-22"), (2031, "2031-04-14"), (2032, "2032-03-29"),
      (2038, "2038-04-26"),
    ])
  func easter(year: Int, date: String) {
    #expect(Self.date("Easter Monday", year, in: .dutch) == date)
    #expect(Self.date("Easter Monday", year, in: .swedish) == date)
  }

  @Test("Easter agrees with Gauss's own rule, corrected by Lichtenberg, from 1583 to 4000")
  func gauss() throws {
    for year in 1_583...4_000 {
      let k = year / 100
      let m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25
      let s = 2 - (3 * k + 3) / 4
      let a = year % 19
      let d = (19 * a + m) % 30
      let r = (d + a / 11) / 29
      let og = 21 + d - r
      let sz = 7 - (year + year / 4 + s) % 7
      let marchDay = og + 7 - (og - sz) % 7
      let sunday = try #require(CivilDate(year: year, month: 3, day: 1)).adding(days: marchDay - 1)
      let monday = HolidayRule("", .easter(days: 1)).date(in: year)
      #expect(monday == sunday.adding(days: 1), "\(year)")
      #expect(sunday.weekday == .sun)
    }
  }

  @Test(
    "Midsummer Eve is the Friday of 19 to 25 June",
    arguments: [
      (2022, 24), (2023, 23), (2024, 21), (2025, 20), (2026, 19), (2027, 25), (2028, 23), (2029, 22),
      (2030, 21),
      (2031, 20), (2032, 25),
    ])
  func midsummer(year: Int, day: Int) {
    #expect(Self.date("Midsummer Eve", year, in: .swedish) == "\(year)-06-\(day)")
  }

  @Test("King's Day is on 26 April when the 27th is a Sunday")
  func kingsDay() {
    let early = (2020...2036).filter { Self.date("King's Day", $0, in: .dutch) == "\($0)-04-26" }
    #expect(early == [2025, 2031, 2036])
    #expect(Self.date("King's Day", 2026, in: .dutch) == "2026-04-27")
  }

  @Test("5 May is a day off in lustrum years only")
  func lustrum() {
    let years = (2019...2031).filter { Self.date("Liberation Day", $0, in: .dutch) != nil }
    #expect(years == [2020, 2025, 2030])
  }

  @Test("The Dutch year 2025 is complete")
  func dutch2025() {
    let days = HolidayCalendar.dutch.holidays(in: 2025).map(\.date.description)
    #expect(
      days == [
        "2025-01-01", "2025-04-21", "2025-04-26", "2025-05-05", "2025-05-29", "2025-06-09", "2025-12-25",
        "2025-12-26",
      ])
  }

  @Test("The Swedish year 2026 is complete")
  func swedish2026() {
    let days = HolidayCalendar.swedish.holidays(in: 2026).map(\.date.description)
    #expect(
      days == [
        "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-06",
        "2026-06-19",
        "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31",
      ])
    let eves = HolidayCalendar.swedish.rules.filter(\.isDeFacto).map(\.name)
    #expect(eves == ["Midsummer Eve", "Christmas Eve", "New Year's Eve"])
  }

  @Test("Asking date by date, by year and by range gives the same days")
  func agree() throws {
    let first = try #require(CivilDate("2022-06-06"))
    let last = try #require(CivilDate("2032-06-06"))
    for calendar in HolidayCalendar.builtIn {
      let asked = Set((first...last).filter(calendar.isHoliday))
      #expect(asked == calendar.dates(from: first, through: last))
      let listed = (2022...2032).flatMap { calendar.holidays(in: $0) }.map(\.date)
      #expect(asked == Set(listed.filter { (first...last).contains($0) }))
    }
    #expect(HolidayCalendar.swedish.dates(from: last, through: first).isEmpty)
  }

  @Test("Calendars are found by name and take a site's own dates")
  func custom() throws {
    #expect(HolidayCalendar(named: "dutch") == .dutch)
    #expect(HolidayCalendar(named: "Dutch") == nil)
    #expect(HolidayCalendar.none.holidays(in: 2025).isEmpty)
    let closing = try #require(CivilDate("2025-10-03"))
    let calendar = HolidayCalendar.dutch.adding([Holiday(date: closing, name: "Relief of Leiden")])
    #expect(calendar.isHoliday(closing))
    #expect(!HolidayCalendar.dutch.isHoliday(closing))
    #expect(!calendar.isHoliday(closing.adding(years: 1)))
    #expect(calendar.holidays(in: 2025).count == 9)
  }
}
