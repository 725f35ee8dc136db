import Quantities
import Testing

@Suite struct CivilDateTests {
  @Test("Every day from 1900 to 2100 agrees with counting by hand")
  func everyDay() throws {
    var (year, month, day) = (1900, 1, 1)
    var weekday = Weekday.mon
    var number = -25_567
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while year <= 2100 {
      let date = try #require(CivilDate(year: year, month: month, day: day))
      let parts = date.parts
      if date.dayNumber != number || parts != (year, month, day) || date.weekday != weekday
        || CivilDate(date.description) != date
      {
        Issue.record("\(year)-\(month)-\(day) came out as \(date), \(date.weekday), day \(date.dayNumber)")
        return
      }
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      number += 1
      weekday = weekday.next
      day += 1
      if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(number == 47_847)
  }

  @Test("Day numbers far from 1970 come back from their parts")
  func farAway() {
    for number in stride(from: -4_000_000, through: 4_000_000, by: 997) {
      let parts = CivilDate(dayNumber: number).parts
      #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day)?.dayNumber == number)
    }
  }

  @Test(
    "A month added stays within the month it reaches",
    arguments: [
      ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
      ("2024-02-29", 48, "2028-02-29"), ("2024-12-31", 2, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-01-15", -1, "2023-12-15"), ("2024-06-30", 0, "2024-06-30"), ("2024-05-31", -18, "2022-11-30"),
    ])
  func months(from: String, months: Int, to: String) throws {
    let date = try #require(CivilDate(from))
    #expect(date.adding(months: months).description == to)
  }

  @Test("Written lengths step by dates, months and years; parts of a day do not")
  func lengths() throws {
    let date = try #require(CivilDate("2024-01-31"))
    #expect(date.adding(.months(1))?.description == "2024-02-29")
    #expect(date.adding(.years(1.5))?.description == "2025-07-31")
    #expect(date.adding(.weeks(2))?.description == "2024-02-14")
    #expect(date.adding(.hours(48))?.description == "2024-02-02")
    #expect(date.adding(.days(0.5)) == nil)
    #expect(date.adding(.months(0.5)) == nil)
    #expect(date.adding(.workingDays(1)) == nil)
    #expect(date.adding(.days(1e300)) == nil)
  }

  @Test("Impossible dates do not exist")
  func impossible() {
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: 0, day: 1) == nil)
    #expect(CivilDate(year: 2024, month: 4, day: 31) == nil)
    #expect(CivilDate(year: .min, month: 1, day: 1) == nil)
  }

  @Test("A quarter is its first day")
  func quarters() {
    let days = (1...4).map { CivilDate("2024-Q\($0)")?.description }
    #expect(days == ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"])
    #expect(CivilDate("2024-Q0") == nil)
    #expect(CivilDate("2024-Q5") == nil)
  }

  @Test("The first weekday on or after a date, and the day of the year")
  func steps() throws {
    let wednesday = try #require(CivilDate("2025-01-01"))
    #expect(wednesday.weekday == .wed)
    #expect(wednesday.onOrAfter(.wed) == wednesday)
    #expect(wednesday.onOrAfter(.tue).description == "2025-01-07")
    #expect(CivilDate("2024-12-31")?.dayOfYear == 366)
    #expect(wednesday.distance(to: wednesday.advanced(by: 9)) == 9)
  }

  @Test("A day of every year falls on 28 February where there is no 29th")
  func monthDays() throws {
    let leapDay = try #require(MonthDay("02-29"))
    #expect(leapDay.date(in: 2024).description == "2024-02-29")
    #expect(leapDay.date(in: 2023).description == "2023-02-28")
    #expect(MonthDay(month: 2, day: 30) == nil)
    #expect(MonthDay(month: 7, day: 1)?.description == "07-01")
    #expect(leapDay < MonthDay(month: 3, day: 1) ?? leapDay)
    #expect(CivilDate("2025-07-01")?.monthDay == MonthDay("07-01"))
  }
}
