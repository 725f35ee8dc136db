import Quantities
import Testing

@Suite struct WeekdaySetTests {
  @Test(
    "Sets are read as lists and ranges, past Sunday too",
    arguments: [
      ("mon", [.mon]), ("mon-fri", [.mon, .tue, .wed, .thu, .fri]), ("mon, wed,fri", [.mon, .wed, .fri]),
      ("sat-mon", [.sat, .sun, .mon]), ("mon-tue, sat", [.mon, .tue, .sat]), ("sun-sat", .everyDay),
    ] as [(String, WeekdaySet)])
  func read(text: String, set: WeekdaySet) {
    #expect(WeekdaySet(text) == set)
  }

  @Test("All 127 sets are printed as text that reads back")
  func roundTrip() {
    for bits in 1..<128 {
      let set = WeekdaySet(Weekday.allCases.filter { bits & (1 << $0.rawValue) != 0 })
      #expect(WeekdaySet(set.description) == set, "\(set)")
      #expect(set.count == bits.nonzeroBitCount)
    }
    #expect(WeekdaySet().isEmpty)
    #expect(WeekdaySet([.sat, .sun, .mon]).description == "sat-mon")
    #expect(WeekdaySet([.mon, .tue]).description == "mon, tue")
    #expect(WeekdaySet.everyDay.description == "mon-sun")
    #expect(WeekdaySet.mondayToFriday.description == "mon-fri")
  }

  @Test("Sets are joined, cut and changed")
  func algebra() {
    var set = WeekdaySet.mondayToFriday
    set.remove(.wed)
    set.insert(.sun)
    #expect(set.weekdays == [.mon, .tue, .thu, .fri, .sun])
    #expect(set.union([.wed, .sat]) == .everyDay)
    #expect(set.intersection([.wed, .sun]) == [.sun])
    #expect(Weekday.allCases.filter(\.isWeekend) == [.sat, .sun])
  }
}
