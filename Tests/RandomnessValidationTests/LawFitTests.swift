import Randomness
import Testing

@Suite("Draws follow their laws", .enabled(if: isRelease)) struct LawFitTests {
  private let count = 150_000

  private func hasNoAtoms(_ law: Law) -> Bool {
    if case .mixture(let mixture) = law { return mixture.laws.allSatisfy { hasNoAtoms($0) } }
    return !law.isDiscrete
  }

  @Test(
    "By chi-square and by Kolmogorov and Smirnov, and the wrong law is found out by both",
    arguments: ValidatedLaw.all, Walk.allCases)
  func fit(validated: ValidatedLaw, walk: Walk) throws {
    let sample = try walk.sample(of: validated.law, count: count)
    let right = ChiSquare.pValue(of: sample, against: validated.law, cells: 32)
    let wrong = ChiSquare.pValue(of: sample, against: validated.wrong, cells: 32)
    #expect(right >= SuiteErrorRate.each, "\(validated) \(walk.rawValue): p = \(right)")
    #expect(wrong < SuiteErrorRate.each, "\(validated.wrong) was not told from \(validated): p = \(wrong)")
    guard hasNoAtoms(validated.law) else { return }
    let near = KolmogorovSmirnov.pValue(of: sample, against: validated.law)
    let far = KolmogorovSmirnov.pValue(of: sample, against: validated.wrong)
    #expect(near >= SuiteErrorRate.each, "\(validated) \(walk.rawValue): p = \(near)")
    #expect(far < SuiteErrorRate.each, "\(validated.wrong) was not told from \(validated): p = \(far)")
  }
}
