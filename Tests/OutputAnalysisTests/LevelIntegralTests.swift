import OutputAnalysis
import Testing

@Suite("Level integral")
struct LevelIntegralTests {
  @Test("adds level × time, worked by hand")
  func byHand() {
    var integral = LevelIntegral(at: 10)
    integral.change(by: 2, at: 15)  // 0 × 5
    integral.change(by: 1, at: 20)  // 2 × 5
    integral.change(by: -3, at: 24)  // 3 × 4
    let area = integral.flush(at: 100)
    #expect(area == 22)
    #expect(integral.level == 0)
  }

  @Test("flushing returns the area so far and keeps the level")
  func flushing() {
    var integral = LevelIntegral(level: 4)
    let first = integral.flush(at: 10)
    let second = integral.flush(at: 13)
    #expect(first == 40 && second == 12 && integral.level == 4 && integral.area(until: 13) == 0)
  }

  @Test("equals the sum of stays, in integers, however often it is flushed")
  func sumOfStays() {
    var dice = Dice(seed: 3)
    let stays = (0..<200).map { _ -> (arrival: Int64, departure: Int64) in
      let arrival = Int64.random(in: 0..<1000, using: &dice)
      return (arrival, arrival + Int64.random(in: 0..<500, using: &dice))
    }
    let horizon: Int64 = 1200
    var changes: [(time: Int64, amount: Int64)] = []
    for stay in stays { changes += [(stay.arrival, 1), (min(stay.departure, horizon), -1)] }
    changes.sort { $0.time < $1.time }
    var integral = LevelIntegral()
    var area: Int128 = 0
    for (number, change) in changes.enumerated() {
      integral.change(by: change.amount, at: change.time)
      if number % 7 == 0 { area += integral.flush(at: change.time) }
    }
    area += integral.flush(at: horizon)
    #expect(area == stays.reduce(0) { $0 + Int128(min($1.departure, horizon) - $1.arrival) })
  }

  @Test("holds areas that no 64-bit number holds")
  func large() {
    var integral = LevelIntegral(level: .max, at: .min)
    let area = integral.flush(at: .max)
    #expect(area == Int128(Int64.max) * (Int128(Int64.max) - Int128(Int64.min)))
  }
}
