import OutputAnalysis
import Testing

@Suite("Rare events")
struct RareEventEstimatorTests {
  @Test("events that come one by one have Garwood's table of 1936")
  func table() {
    // Exact 95 % limits of a Poisson mean for 0, 1, 2, 5 and 9 events.
    let expected = [
      (0.0, 0.0, 3.688879), (1, 0.0253178, 5.571643), (2, 0.2422093, 7.224688), (5, 1.623486, 11.668332),
      (9, 4.115373, 17.084803),
    ]
    for (events, low, high) in expected {
      let interval = Interval.poisson(events: events, exposure: 10)
      #expect(agrees(interval.low, low / 10, within: 1e-5) && agrees(interval.high, high / 10, within: 1e-5))
      #expect(interval.method == .poisson && interval.level == 0.95)
    }
  }

  @Test("no event in n replications has an upper end of -ln(0.025) / n, not zero")
  func none() throws {
    let estimate = RareEventEstimator().estimate([Int?](repeating: 0, count: 200))
    let interval = try #require(estimate.interval)
    #expect(estimate.value == 0 && interval.low == 0)
    #expect(agrees(interval.high, 3.688879454 / 200, within: 1e-9))
    #expect(RareEventEstimator(level: 0.9).estimate([0, 0]).interval?.high ?? 9 < 3.0 / 2)
    #expect(RareEventEstimator().estimate([0]).interval == nil)
  }

  @Test("events that come together in one replication count as one of their kind")
  func clustered() throws {
    let column: [Int?] = (0..<50).map { $0 == 7 ? 4 : 0 }
    let estimate = RareEventEstimator().estimate(column)
    let interval = try #require(estimate.interval)
    let one = Interval.poisson(events: 1, exposure: 50)
    #expect(estimate.value == 0.08)
    #expect(agrees(interval.low, 4 * one.low, within: 1e-12))
    #expect(agrees(interval.high, 4 * one.high, within: 1e-12))
  }

  @Test("ten events or more are stretched by Student's critical value over the normal one")
  func some() throws {
    let column: [Int?] = (0..<40).map { $0 % 4 == 0 ? 2 : 0 }
    let estimate = RareEventEstimator().estimate(column)
    let interval = try #require(estimate.interval)
    // Mean 0.5, variance 40 / 39 · 0.75, so that events come together 20 / 13 times as much as one by one.
    let garwood = Interval.poisson(events: 13, exposure: 26)
    let stretch = CriticalValue.student(level: 0.95, degreesOfFreedom: 39) / CriticalValue.normal(level: 0.95)
    #expect(estimate.value == 0.5 && interval.method == .poisson)
    #expect(agrees(interval.low, 0.5 - stretch * (0.5 - garwood.low), within: 1e-12))
    #expect(agrees(interval.high, 0.5 + stretch * (garwood.high - 0.5), within: 1e-12))
  }

  @Test("numbers that hardly vary have Student's interval, and none below zero")
  func even() throws {
    let even: [Int?] = (0..<20).map { $0 == 3 ? 0 : 1 }
    let student = MeanEstimator().estimate(even.map { $0.map(Double.init) }).interval
    #expect(RareEventEstimator().estimate(even).interval == student)
    let spread = try #require(RareEventEstimator(level: 0.999).estimate([30, 0]).interval)
    #expect(spread.low == 0 && spread.high > 100)
  }

  @Test("the tenth event changes little")
  func tenth() throws {
    func interval(_ events: Int) throws -> Interval {
      try #require(RareEventEstimator().estimate((0..<100).map { $0 < events ? 1 : 0 }).interval)
    }
    let (nine, ten, eleven) = (try interval(9), try interval(10), try interval(11))
    #expect(nine.low < ten.low && ten.low < eleven.low)
    #expect(nine.high < ten.high && ten.high < eleven.high)
  }

  @Test("replications that do not define the number are left out and counted")
  func leftOut() {
    let estimate = RareEventEstimator().estimate([1] + [Int?](repeating: 0, count: 8) + [nil])
    #expect(estimate.replicationsUsed == 9 && estimate.replications == 10)
    #expect(estimate.interval == Interval.poisson(events: 1, exposure: 9))
    #expect(RareEventEstimator().estimate([1, nil]).value == nil)
  }

  @Test("the interval covers the mean at least as often as its level says")
  func coverage() {
    // The exact probability that the interval of k events contains a mean m, summed over k.
    for mean in stride(from: 0.1, through: 9, by: 0.1) {
      var (probability, covered) = (exponential(-mean), 0.0)
      for events in 0..<60 {
        if Interval.poisson(events: Double(events), exposure: 1).contains(mean) { covered += probability }
        probability *= mean / Double(events + 1)
      }
      #expect(covered >= 0.95 - 1e-9)
    }
  }

  /// e to a power, by its series; enough for powers down to -9.
  private func exponential(_ power: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for index in 1..<120 {
      term *= -power / Double(index)
      sum += term
    }
    return 1 / sum
  }
}
