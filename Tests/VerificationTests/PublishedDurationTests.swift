import OutputAnalysis
import Testing
import Verification

/// The law of the duration of a doctorate, against the shares that were published (not theory: a fit, and how good it is).
@Suite(
  "Durations of doctorates as published", .enabled(if: Gate.isRelease, "statistics run in release builds"))
struct PublishedDurationTests {
  /// Shares of entrants in the Netherlands with the degree within four, five and (about) seven years.
  private static let published = [0.14, 0.40, 0.80]

  private func shares(_ overrides: [String] = []) throws -> [Double] {
    let one = try #require(ClosedFormCase.all.first { $0.name == "T25" })
    return try Judgement(of: one, overrides: overrides).estimates.map { try #require($0.value) }
  }

  private func isWithinThreePoints(_ shares: [Double]) -> Bool {
    shares.count == 3 && zip(shares, Self.published).allSatisfy { abs($0 - $1) <= 0.03 }
  }

  @Test("A median of 5.1 years with sigma 0.22, completed by 85 of 100, is within three points of each share")
  func fits() throws {
    let shares = try shares()
    #expect(isWithinThreePoints(shares), "\(shares)")
  }

  @Test("Half a year less in the median, or everybody completing, is not")
  func others() throws {
    let law = "products.doctorate.route.thesis.takes={ lognormal: { median: 4.6 y, sigma: 0.22 } }"
    let shorter = try shares([law])
    #expect(!isWithinThreePoints(shorter), "\(shorter)")
    let all = try shares(["products.doctorate.route.thesis.fails.probability=0"])
    #expect(!isWithinThreePoints(all), "\(all)")
  }
}
