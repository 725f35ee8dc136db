import OutputAnalysis
import Testing

@Suite("Times that may not come")
struct ReachedQuantilesTests {
  @Test("counts what was reached and reads quantiles with +∞ as not reached")
  func byHand() {
    let times = ReachedQuantiles([30, .infinity, 10, 20, .infinity, 40, 50, 60, .infinity, .infinity])
    #expect(times.reached == 6 && times.replications == 10)
    #expect(times.probability.value == 0.6)
    #expect(times.probability.interval == .wilson(successes: 6, trials: 10))
    #expect(times.p10 == 10 && times.p50 == 50 && times.p90 == .infinity)
    #expect(times.quantile(0.6) == 60 && times.quantile(0.61) == .infinity)
  }

  @Test("never reached has a probability interval above zero")
  func never() throws {
    let times = ReachedQuantiles(Array(repeating: .infinity, count: 20))
    let interval = try #require(times.probability.interval)
    #expect(times.probability.value == 0 && interval.low == 0 && interval.high > 0.1)
    #expect(times.p10 == .infinity)
    #expect(ReachedQuantiles([]).p50 == nil && ReachedQuantiles([]).probability.value == nil)
  }
}
