import OutputAnalysis
import Testing

@Suite("Intervals")
struct IntervalTests {
  @Test("critical values are those of the printed tables")
  func tables() {
    #expect(agrees(CriticalValue.student(level: 0.95, degreesOfFreedom: 1), 12.7062047))
    #expect(agrees(CriticalValue.student(level: 0.95, degreesOfFreedom: 29), 2.0452296))
    #expect(agrees(CriticalValue.student(level: 0.999, degreesOfFreedom: 29), 3.6594050))
    #expect(agrees(CriticalValue.student(level: 0.99, degreesOfFreedom: 9), 3.2498355))
    #expect(agrees(CriticalValue.normal(level: 0.95), 1.9599640))
    #expect(agrees(CriticalValue.normal(level: 0.999), 3.2905267))
  }

  @Test("Student's critical values fall to the normal one as replications grow")
  func limit() {
    let values = (1...200).map { CriticalValue.student(level: 0.999, degreesOfFreedom: Double($0)) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
    #expect(agrees(CriticalValue.student(level: 0.95, degreesOfFreedom: 1e6), 1.95997, within: 1e-5))
  }

  @Test("Wilson's interval, worked by hand")
  func wilson() {
    let one = Interval.wilson(successes: 1, trials: 10)
    #expect(agrees(one.low, 0.01787621, within: 1e-5) && agrees(one.high, 0.40415003, within: 1e-5))
    #expect(one.method == .wilson && one.level == 0.95)
  }

  @Test("Wilson's interval is never a point, and mirrors", arguments: [1, 3, 10, 1000])
  func wilsonEnds(trials: Int) {
    let square = 3.841458820694124
    let none = Interval.wilson(successes: 0, trials: Double(trials))
    #expect(none.low == 0 && agrees(none.high, square / (Double(trials) + square)))
    let all = Interval.wilson(successes: Double(trials), trials: Double(trials))
    #expect(all.high == 1 && agrees(1 - all.low, none.high))
  }

  @Test("keeps its ends in bounds")
  func clamped() {
    let interval = Interval(low: -0.2, high: 1.4, level: 0.9, method: .student)
    let kept = interval.clamped(to: 0...1)
    #expect(kept == Interval(low: 0, high: 1, level: 0.9, method: .student))
    #expect(Interval(low: 3, high: 4, level: 0.9, method: .normal).clamped(to: 0...1).halfWidth == 0)
    #expect(interval.contains(-0.2) && !interval.contains(1.5))
  }

  @Test("Clopper and Pearson's interval of no success, of half, of all, and of many trials")
  func clopperPearson() {
    let none = Interval.clopperPearson(successes: 0, trials: 10)
    #expect(none.low == 0 && agrees(none.high, 0.308_497_107_818_763, within: 1e-12))
    let half = Interval.clopperPearson(successes: 5, trials: 10)
    #expect(agrees(half.low, 0.187_086_028_447_469_7, within: 1e-12))
    #expect(agrees(half.high, 1 - half.low, within: 1e-12) && half.method == .clopperPearson)
    let all = Interval.clopperPearson(successes: 10, trials: 10)
    #expect(all.high == 1 && agrees(all.low, 1 - none.high, within: 1e-12))
    let many = Interval.clopperPearson(successes: 19_980, trials: 20_000, level: 0.999)
    #expect(agrees(many.low, 0.998030464623, within: 1e-9) && agrees(many.high, 0.999577233099, within: 1e-9))
  }
}
