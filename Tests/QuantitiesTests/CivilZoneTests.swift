import Quantities
import Testing

@Suite struct CivilZoneTests {
  static let amsterdam = CivilZone(identifier: "Europe/Amsterdam")
  static let stockholm = CivilZone(identifier: "Europe/Stockholm")

  @Test(
    "Only IANA identifiers are zones", arguments: ["", "Europe/Leiden", "CEST", "europe/amsterdam", "+02:00"])
  func unknown(identifier: String) {
    #expect(CivilZone(identifier: identifier) == nil)
  }

  @Test(
    "Both sites follow the European rule: the last Sundays of March and October at 01:00 UTC",
    arguments: [amsterdam, stockholm])
  func europeanRule(zone: CivilZone?) throws {
    let zone = try #require(zone)
    let changes = Set(zone.changes.map(\.at))
    for year in 1996...2100 {
      for (month, before, after) in [(3, 3_600, 7_200), (10, 7_200, 3_600)] as [(Int, Int64, Int64)] {
        let sunday = try #require(CivilDate(year: year, month: month, day: 25)).onOrAfter(.sun)
        let change = Int64(sunday.dayNumber) * 86_400 + 3_600
        #expect(changes.contains(change), "\(sunday)")
        #expect(zone.offset(atSecondsSinceEpoch: change - 1) == before)
        #expect(zone.offset(atSecondsSinceEpoch: change) == after)
      }
    }
    #expect(zone.changes.filter { $0.at >= 820_454_400 }.count == 2 * 105)
  }

  @Test(
    "Skipped times move forward by the gap and doubled times are the earlier",
    arguments: [
      ("2025-03-30 01:59:59", 1_743_296_399), ("2025-03-30 02:00", 1_743_296_400),
      ("2025-03-30 02:30", 1_743_298_200),
      ("2025-03-30 03:00", 1_743_296_400), ("2025-03-30 03:30", 1_743_298_200),
      ("2025-10-26 01:59:59", 1_761_436_799),
      ("2025-10-26 02:00", 1_761_436_800), ("2025-10-26 02:30", 1_761_438_600),
      ("2025-10-26 03:00", 1_761_444_000),
      ("2025-07-01 12:00", 1_751_364_000), ("1970-01-01 01:00", 0), ("1960-01-01 01:00", -315_619_200),
    ] as [(String, Int64)])
  func knownInstants(text: String, seconds: Int64) throws {
    let instant = try #require(CivilInstant(text))
    for zone in [Self.amsterdam, Self.stockholm] {
      #expect(zone?.secondsSinceEpoch(of: instant) == seconds)
    }
  }

  @Test("Every half hour around every change goes to the wall clock and back")
  func roundTrip() throws {
    let zone = try #require(Self.amsterdam)
    for change in zone.changes {
      for step in -6...6 {
        let seconds = change.at + Int64(step) * 1_800
        let civil = zone.civil(atSecondsSinceEpoch: seconds)
        let back = zone.secondsSinceEpoch(of: civil)
        // In autumn the second of the doubled hours comes back as the first.
        let isSecondHour = step >= 0 && step < 2 && change.offset == 3_600
        #expect(back == (isSecondHour ? seconds - 3_600 : seconds), "\(civil)")
        #expect(zone.civil(atSecondsSinceEpoch: back) == civil)
      }
    }
  }

  @Test("A zone with a change at midnight and one of half an hour keeps the same rules")
  func otherZones() throws {
    // Santiago skips midnight: on 8 September 2024 the day starts at 01:00.
    let santiago = try #require(CivilZone(identifier: "America/Santiago"))
    let skipped = santiago.secondsSinceEpoch(of: CivilInstant(try #require(CivilDate("2024-09-08"))))
    #expect(santiago.civil(atSecondsSinceEpoch: skipped).description == "2024-09-08 01:00")
    // Lord Howe moves by 30 minutes: 02:00 on 6 October 2024 becomes 02:30.
    let lordHowe = try #require(CivilZone(identifier: "Australia/Lord_Howe"))
    let moved = lordHowe.secondsSinceEpoch(of: try #require(CivilInstant("2024-10-06 02:10")))
    #expect(lordHowe.civil(atSecondsSinceEpoch: moved).description == "2024-10-06 02:40")
  }

  @Test("UTC has no changes")
  func utc() throws {
    #expect(CivilZone.utc.changes.isEmpty)
    #expect(CivilZone(identifier: "UTC") == .utc)
    #expect(
      CivilZone.utc.secondsSinceEpoch(of: try #require(CivilInstant("2001-09-09T01:46:40"))) == 1_000_000_000)
    #expect(CivilZone.utc.civil(atSecondsSinceEpoch: -1).description == "1969-12-31 23:59:59")
  }
}
