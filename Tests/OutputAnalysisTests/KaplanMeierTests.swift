import OutputAnalysis
import Testing

@Suite("Kaplan–Meier")
struct KaplanMeierTests {
  /// Weeks in remission under 6-mercaptopurine: Freireich et al. (1963), a textbook's standard example.
  private let remission = KaplanMeier(
    [
      (6, false), (6, false), (6, false), (6, true), (7, false), (9, true), (10, false), (10, true),
      (11, true),
      (13, false), (16, false), (17, true), (19, true), (20, true), (22, false), (23, false), (25, true),
      (32, true), (32, true), (34, true), (35, true),
    ].map { KaplanMeier.Observation(time: $0.0, isCensored: $0.1) })

  @Test("gives the published curve of the remission data")
  func published() {
    let expected = [
      (6.0, 0.8571), (7, 0.8067), (10, 0.7529), (13, 0.6902), (16, 0.6275), (22, 0.5378), (23, 0.4482),
    ]
    #expect(remission.steps.map(\.time) == expected.map(\.0))
    for (time, survival) in expected { #expect(agrees(remission.survival(at: time), survival, within: 2e-4)) }
    #expect(remission.survival(at: 5.9) == 1 && agrees(remission.survival(at: 100), 0.4482, within: 2e-4))
    #expect(remission.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
  }

  @Test("gives the log–log interval of the remission data")
  func greenwood() throws {
    let interval = try #require(remission.interval(at: 10))
    #expect(agrees(interval.low, 0.503200, within: 1e-5) && agrees(interval.high, 0.889362, within: 1e-5))
    #expect(interval.method == .normal)
  }

  @Test("quantiles that the curve does not come down to are +∞")
  func quantiles() {
    #expect(remission.quantile(0.5) == 23)
    #expect(remission.quantile(0.25) == 13)
    #expect(remission.quantile(0.9) == .infinity)
    let median = remission.interval(ofQuantile: 0.5)
    #expect(median.low == 13 && median.high == .infinity)
  }

  @Test("without censoring it is the empirical distribution")
  func uncensored() {
    let curve = KaplanMeier((1...8).map { KaplanMeier.Observation(time: Double($0)) })
    for time in 1...8 {
      #expect(agrees(1 - curve.survival(at: Double(time)), Double(time) / 8, within: 1e-12))
    }
    #expect(curve.survival(at: 8) == 0 && curve.quantile(0.5) == 4)
  }

  @Test("where nothing, or everything, has happened the interval is still not a point")
  func ends() throws {
    let before = try #require(remission.interval(at: 3))
    #expect(before == .wilson(successes: 21, trials: 21))
    let curve = KaplanMeier((1...4).map { KaplanMeier.Observation(time: Double($0)) })
    let after = try #require(curve.interval(at: 4))
    let last = try #require(curve.interval(at: 3))
    #expect(after.low == 0 && after.high == last.high && after.high > 0)
    #expect(KaplanMeier([]).interval(at: 1) == nil)
  }

  @Test("all censored: survival is 1 and no quantile is reached")
  func allCensored() {
    let curve = KaplanMeier([1, 2, 3].map { KaplanMeier.Observation(time: $0, isCensored: true) })
    #expect(curve.survival(at: 9) == 1 && curve.quantile(0.1) == .infinity && curve.steps.isEmpty)
    #expect(curve.interval(ofQuantile: 0.5).high == .infinity)
  }
}
