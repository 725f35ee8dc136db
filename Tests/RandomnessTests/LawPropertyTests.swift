@testable import Randomness
import Testing

@Suite("What a law says of itself") struct LawPropertyTests {
  static let levels = [1e-9, 1e-4, 0.01, 0.05, 0.2, 0.37, 0.5, 0.7, 0.9, 0.99, 0.9999]

  @Test("The distribution function undoes the quantile", arguments: LawCatalogue.continuous)
  func inverse(law: Law) {
    for p in LawPropertyTests.levels {
      let back = law.distributionFunction(at: law.quantile(p))
      #expect(abs(back - p) <= 1e-8 * p + 1e-12, "\(law) at \(p): \(back)")
    }
  }

  @Test("The quantile undoes the distribution function", arguments: LawCatalogue.continuous)
  func inverseOfValue(law: Law) {
    for p in LawPropertyTests.levels where p > 1e-3 && p < 0.999 {
      let x = law.quantile(p)
      let back = law.quantile(law.distributionFunction(at: x))
      #expect(abs(back - x) <= 1e-7 * max(abs(x), law.standardDeviation), "\(law) at \(x): \(back)")
    }
  }

  @Test(
    "A discrete quantile is the least value that reaches its probability", arguments: LawCatalogue.discrete)
  func leastValue(law: Law) throws {
    var below = 0.0
    var atom = law.quantile(0)
    for _ in 0..<200 {
      let upTo = law.distributionFunction(at: atom)
      if upTo > below, upTo < 1 - 1e-12 {
        #expect(law.quantile(upTo) == atom)
        #expect(abs(upTo - below - law.density(at: atom)) < 1e-11)
        let inner = below + (upTo - below) / 2
        #expect(law.quantile(inner) == atom)
      }
      below = upTo
      guard let next = law.shape.nextAtom(after: atom) else { break }
      #expect(next > atom)
      atom = next
    }
  }

  @Test("The density is the slope of the distribution function", arguments: LawCatalogue.continuous)
  func slope(law: Law) {
    for p in [0.05, 0.21, 0.37, 0.55, 0.73, 0.9] {
      let x = law.quantile(p)
      let step = 1e-5 * law.standardDeviation
      let slope =
        (law.distributionFunction(at: x + step) - law.distributionFunction(at: x - step)) / (2 * step)
      #expect(abs(slope - law.density(at: x)) <= 1e-4 * law.density(at: x) + 1e-9, "\(law) at \(x)")
    }
  }

  @Test(
    "Mean and variance are those of the integrated density or the summed masses", arguments: LawCatalogue.all)
  func moments(law: Law) throws {
    let moments = try Moments.within(law: law, from: -.infinity, to: .infinity, kept: 1)
    #expect(abs(moments.mean - law.mean) <= 1e-7 * max(1, abs(law.mean)), "\(law): \(moments) \(law.mean)")
    #expect(abs(moments.variance - law.variance) <= 1e-6 * max(1e-9, law.variance), "\(law): \(moments)")
  }

  @Test(
    "Minimum, median and maximum are in order, and the ends are where the function is 0 and 1",
    arguments: LawCatalogue.all)
  func support(law: Law) {
    #expect(law.minimum <= law.median && law.median <= law.maximum)
    #expect(law.distributionFunction(at: law.minimum.nextDown) == 0)
    #expect(law.distributionFunction(at: law.maximum) == 1)
    #expect(law.density(at: law.minimum.nextDown) == 0)
    #expect(law.density(at: law.maximum.nextUp) == 0)
  }

  @Test("No quantile is infinite", arguments: LawCatalogue.all)
  func finite(law: Law) {
    for p in [0, 1e-300, 0x1p-53, 0.5, 1 - 0x1p-53, 1] {
      let quantile = law.quantile(p)
      #expect(quantile.isFinite && quantile >= law.minimum && quantile <= law.maximum)
    }
  }

  @Test("A law in another unit is the same law", arguments: LawCatalogue.all)
  func scaled(law: Law) throws {
    let factor = 3600.0
    let scaled = try law.scaled(by: factor)
    #expect(abs(scaled.mean - factor * law.mean) <= 1e-9 * abs(factor * law.mean))
    #expect(abs(scaled.variance - factor * factor * law.variance) <= 1e-8 * factor * factor * law.variance)
    for p in [0.1, 0.5, 0.93] {
      let expected = factor * law.quantile(p)
      #expect(abs(scaled.quantile(p) - expected) <= 1e-9 * abs(expected) + 1e-9 * scaled.standardDeviation)
      #expect(
        abs(scaled.distributionFunction(at: expected) - law.distributionFunction(at: law.quantile(p))) < 1e-9)
    }
    #expect(try law.scaled(by: 1) == law)
    #expect(throws: LawFault.self) { try law.scaled(by: 0) }
    #expect(throws: LawFault.self) { try law.scaled(by: .infinity) }
  }
}
