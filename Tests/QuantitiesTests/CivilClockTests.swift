import Quantities
import Testing

@Suite struct CivilClockTests {
  static func clock(_ start: String, tick: TickLength = .millisecond) throws -> CivilClock {
    let zone = try #require(CivilZone(identifier: "Europe/Amsterdam"))
    return CivilClock(start: try #require(CivilInstant(start)), zone: zone, tick: tick)
  }

  @Test("Tick 0 is the start, and the clocks that change make days of 23 and 25 h")
  func days() throws {
    let clock = try Self.clock("2025-01-01 00:00")
    #expect(clock.civil(at: .zero) == clock.start)
    var hours: [Int64: Int] = [:]
    var date = clock.start.date
    for _ in 0..<365 {
      let length = clock.startOfDay(date.adding(days: 1)) - clock.startOfDay(date)
      hours[length.ticks / 3_600_000, default: 0] += 1
      date = date.adding(days: 1)
    }
    #expect(hours == [24: 363, 23: 1, 25: 1])
  }

  @Test("Every hour of ten years goes to the wall clock and back", arguments: TickLength.allCases)
  func roundTrip(tick: TickLength) throws {
    let clock = try Self.clock("2024-02-29 08:15", tick: tick)
    let hour = tick.span(wholeSeconds: 3_600)
    var doubled = 0
    for count in -1_000..<87_660 {
      let time = SimulationTime.zero + hour * count
      let back = clock.time(of: clock.civil(at: time))
      if back != time {
        doubled += 1
        #expect(time - back == hour)
      }
    }
    #expect(doubled == 10)
  }

  @Test("Between ticks of a second the wall clock shows the second that has begun")
  func withinSecond() throws {
    let clock = try Self.clock("2025-06-01 12:00")
    #expect(clock.civil(at: SimulationTime(ticks: 1_999)).description == "2025-06-01 12:00:01")
    #expect(clock.civil(at: SimulationTime(ticks: -1)).description == "2025-06-01 11:59:59")
    #expect(clock.date(at: SimulationTime(ticks: 12 * 3_600_000)).description == "2025-06-02")
    #expect(clock.weekday(at: .zero) == .sun)
  }

  @Test("Months and years are calendar steps; days are 24 h even when the clocks change")
  func lengths() throws {
    let clock = try Self.clock("2025-01-31 08:00")
    let month = try #require(clock.time(.months(1)))
    #expect(clock.civil(at: month).description == "2025-02-28 08:00")
    let year = try #require(clock.time(.years(1)))
    #expect(clock.civil(at: year).description == "2026-01-31 08:00")
    let inSummer = try #require(clock.time(.days(100)))
    #expect(clock.civil(at: inSummer).description == "2025-05-11 09:00")
    #expect(clock.time(.workingDays(1)) == nil)
    let fraction = try #require(clock.time(.months(1), after: SimulationTime(ticks: 250)))
    #expect(fraction - month == SimulationSpan(ticks: 250))
  }

  @Test("A horizon is a date or a length")
  func horizons() throws {
    let clock = try Self.clock("2025-01-01 00:00")
    let byDate = clock.time(of: try QuantityGrammar.dateOrLength("2035-Q1"))
    #expect(byDate == clock.time(of: .length(.years(10))))
    let tenYears = SimulationTime(ticks: 3_652 * 86_400_000)
    #expect(byDate == tenYears)
    #expect(clock.time(of: .length(.workingDays(2))) == nil)
  }

  @Test("Two sites share the ticks and differ on the wall clock")
  func otherZone() throws {
    let leiden = try Self.clock("2025-07-01 08:00")
    let utc = leiden.showing(.utc)
    #expect(utc.start.description == "2025-07-01 06:00")
    #expect(utc.time(of: utc.start) == .zero)
    let later = SimulationTime(ticks: 86_400_000)
    #expect(utc.civil(at: later).description == "2025-07-02 06:00")
  }

  @Test("Instants out of range are held, not trapped")
  func farAway() throws {
    let clock = try Self.clock("2025-01-01 00:00", tick: .microsecond)
    let far = clock.startOfDay(CivilDate(dayNumber: 1_000_000_000))
    #expect(far == .zero + .longest)
    #expect(clock.civil(at: .never) > clock.start)
    #expect(
      clock.time(of: CivilInstant(clock.start.date, .endOfDay))
        == clock.startOfDay(clock.start.date.adding(days: 1)))
  }
}
