import Quantities
import Testing

@Suite struct TickLengthTests {
  @Test(
    "Seconds become the nearest tick, halves away from zero",
    arguments: [
      (0.0, 0), (1.0, 1_000), (0.0004, 0), (0.0005, 1), (0.0015, 2), (-0.0005, -1), (777_600.0, 777_600_000),
    ] as [(Double, Int64)])
  func nearest(seconds: Double, ticks: Int64) {
    #expect(TickLength.millisecond.span(seconds: seconds)?.ticks == ticks)
  }

  @Test("A span that is too long or not a number is refused")
  func refused() {
    for tick in TickLength.allCases {
      #expect(tick.span(seconds: .nan) == nil)
      #expect(tick.span(seconds: .infinity) == nil)
      #expect(tick.span(seconds: 1e300) == nil)
      #expect(tick.span(seconds: -1e300) == nil)
      #expect(tick.span(seconds: 1e9) != nil)
    }
  }

  @Test("Held in range, a span added to the longest instant does not overflow")
  func held() {
    let tick = TickLength.microsecond
    #expect(tick.spanHeldInRange(seconds: .infinity) == .longest)
    #expect(tick.spanHeldInRange(seconds: -.infinity) == -SimulationSpan.longest)
    #expect(tick.span(wholeSeconds: .max) == .longest)
    #expect(tick.span(wholeSeconds: .min) == -SimulationSpan.longest)
    let sum = SimulationTime.zero + .longest + .longest
    #expect(sum.ticks == Int64.max - 1)
  }

  @Test("Ticks and seconds go back and forth")
  func roundTrip() {
    var generator = SeededGenerator(seed: 1)
    for tick in TickLength.allCases {
      for _ in 0..<2_000 {
        let span = SimulationSpan(
          ticks: Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator))
        #expect(tick.span(seconds: tick.seconds(in: span)) == span)
      }
    }
  }

  @Test("Written lengths become exact ticks, except working days")
  func writtenLengths() {
    let tick = TickLength.millisecond
    #expect(tick.span(of: .days(9))?.ticks == 777_600_000)
    #expect(tick.span(of: .hours(1.5))?.ticks == 5_400_000)
    #expect(tick.span(of: .months(12)) == tick.span(of: .years(1)))
    #expect(tick.span(of: .years(1))?.ticks == 31_557_600_000)
    #expect(tick.span(of: TimeLength(3, .ms))?.ticks == 3)
    #expect(tick.span(of: .workingDays(1)) == nil)
    #expect(TickLength.microsecond.span(of: TimeLength(3, .us))?.ticks == 3)
  }

  @Test("Never stays never, and a sum past the end becomes never")
  func never() {
    let late = SimulationTime(ticks: .max - 5)
    #expect(SimulationTime.never.advancedOrNever(by: SimulationSpan(ticks: -7)) == .never)
    #expect(late.advancedOrNever(by: SimulationSpan(ticks: 9)) == .never)
    #expect(late.advancedOrNever(by: SimulationSpan(ticks: 2)).ticks == .max - 3)
    #expect(SimulationTime(ticks: .min + 1).advancedOrNever(by: SimulationSpan(ticks: -9)).ticks == .min)
  }

  @Test("Spans and instants add up")
  func arithmetic() {
    var time = SimulationTime(ticks: 10)
    time += SimulationSpan(ticks: 5)
    time -= SimulationSpan(ticks: 3)
    #expect(time - SimulationTime(ticks: 2) == SimulationSpan(ticks: 5) * 2)
    #expect(time - SimulationSpan(ticks: 12) == .zero)
    var span = SimulationSpan(ticks: 4)
    span += span
    span -= SimulationSpan(ticks: 1)
    #expect(-span == SimulationSpan(ticks: -7))
  }
}
