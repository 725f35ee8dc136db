import Quantities
import Testing

@Suite struct TimeOfDayTests {
  @Test("Every minute of the day reads back as it prints")
  func roundTrip() throws {
    for minute in 0...1_440 {
      let time = try #require(TimeOfDay(secondsSinceMidnight: minute * 60))
      #expect(TimeOfDay(time.description) == time)
    }
    #expect(TimeOfDay(hour: 7, minute: 30, second: 5)?.description == "07:30:05")
    #expect(TimeOfDay.endOfDay.description == "24:00")
  }

  @Test("Times that no clock shows do not exist")
  func impossible() {
    #expect(TimeOfDay(hour: 24, minute: 1) == nil)
    #expect(TimeOfDay(hour: 12, minute: 60) == nil)
    #expect(TimeOfDay(secondsSinceMidnight: -1) == nil)
    #expect(TimeOfDay(secondsSinceMidnight: 86_401) == nil)
  }

  @Test(
    "A range holds its start but not its end, past midnight too",
    arguments: [
      ("07:00-17:30", 37_800, ["07:00", "17:29"], ["06:59", "17:30", "00:00"]),
      ("22:00-06:00", 28_800, ["22:00", "23:59", "00:00", "05:59"], ["06:00", "21:59", "12:00"]),
      ("00:00-24:00", 86_400, ["00:00", "23:59:59"], []),
      ("22:00-00:00", 7_200, ["23:59"], ["00:00", "21:00"]),
    ] as [(String, Int, [String], [String])])
  func ranges(text: String, seconds: Int, inside: [String], outside: [String]) throws {
    let range = try #require(TimeOfDayRange(text))
    #expect(range.description == text)
    #expect(range.wallClockSeconds == seconds)
    for time in inside { #expect(range.contains(try #require(TimeOfDay(time)))) }
    for time in outside { #expect(!range.contains(try #require(TimeOfDay(time)))) }
  }

  @Test("A range needs two different ends and a start before 24:00")
  func noRange() {
    #expect(TimeOfDayRange("07:00-07:00") == nil)
    #expect(TimeOfDayRange("24:00-06:00") == nil)
    #expect(TimeOfDayRange("07:00") == nil)
    #expect(TimeOfDayRange(from: .midnight, to: .endOfDay) == .wholeDay)
  }
}
