import Testing

/// The error rate of the whole suite, and what of it each test may spend.
///
/// All tests of a right program together would fail by chance with probability at most 10⁻³, had the seeds not been
/// fixed: each of at most 1000 tests rejects at 10⁻⁶ (Bonferroni). Seeds were not chosen: all are 20 241 001.
enum SuiteErrorRate {
  static let whole = 1e-3
  static let greatestNumberOfTests = 1000
  static let each = whole / Double(greatestNumberOfTests)
  static let seed: UInt64 = 20_241_001

  /// How many tests the suite makes: two for each law and walk; pairs; neighbours; triples and antithetic.
  static var number: Int {
    let laws = ValidatedLaw.all.count * Walk.allCases.count * 2
    return laws + PairOfDraws.allCases.count + Walk.allCases.count + 3
  }
}

/// Statistics run in release builds only.
let isRelease: Bool = {
  #if DEBUG
    false
  #else
    true
  #endif
}()

@Suite("The suite's error rate") struct SuiteErrorRateTests {
  @Test("No more tests are made than the error rate allows for") func number() {
    #expect(SuiteErrorRate.number <= SuiteErrorRate.greatestNumberOfTests)
  }
}
