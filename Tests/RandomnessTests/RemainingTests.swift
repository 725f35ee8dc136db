import Randomness
import Testing

@Suite("What is left of a time that has lasted") struct RemainingTests {
  @Test("An exponential law has no memory, however long it has lasted", arguments: [0.0, 1, 50, 1e6])
  func exponential(elapsed: Double) throws {
    let law = try Law.exponential(mean: 3)
    for p in [0.001, 0.5, 0.999] { #expect(law.remaining(p, after: elapsed) == law.quantile(p)) }
  }

  @Test("A uniform law leaves a uniform rest, and nothing beyond its end")
  func uniform() throws {
    let law = try Law.uniform(minimum: 2, maximum: 10)
    #expect(law.remaining(0.5, after: 6) == 2)
    #expect(law.remaining(0.25, after: 1) == 3)
    #expect(law.remaining(0.5, after: 10) == 0)
    #expect(law.remaining(0.5, after: 99) == 0)
    #expect(law.remaining(0.5, after: 0) == 6)
  }

  @Test(
    "The distribution function of the whole time grows with the uniform as it has to",
    arguments: LawCatalogue.all)
  func inverts(law: Law) {
    guard !law.isDiscrete, law.minimum >= 0 else { return }
    for share in [0.1, 0.5, 0.9] {
      let elapsed = law.quantile(share)
      guard elapsed > 0 else { continue }
      let below = law.distributionFunction(at: elapsed)
      guard below < 1 else { continue }
      for p in [0.1, 0.5, 0.9] {
        let whole = elapsed + law.remaining(p, after: elapsed)
        let expected = below + p * (1 - below)
        #expect(law.distributionFunction(at: whole) >= expected - 1e-6, "\(law) after \(elapsed)")
        #expect(
          law.distributionFunction(at: whole.nextDown * (1 - 1e-9)) <= expected + 1e-6,
          "\(law) after \(elapsed)")
      }
    }
  }
}
