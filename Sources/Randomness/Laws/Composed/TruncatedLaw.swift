/// A law given that its value lies within bounds, both included.
///
/// Its mean and variance are integrated when it is made.
public struct TruncatedLaw: LawShape {
  /// The least probability that a truncation may keep: below it the inversion loses its digits.
  public static let leastKept = 1e-6

  /// The law that is truncated.
  public let law: Law
  /// The lower bound; may be minus infinity.
  public let lower: Double
  /// The upper bound; may be infinity.
  public let upper: Double
  let mean: Double
  let variance: Double
  /// The probability below the lower bound, and up to the upper one.
  let probabilityBelow: Double
  let probabilityUpTo: Double

  init(law: Law, lower: Double, upper: Double) throws(LawFault) {
    let check = ParameterCheck("truncated")
    guard !lower.isNaN else { throw check.fault("from", lower, .notFinite) }
    guard !upper.isNaN else { throw check.fault("to", upper, .notFinite) }
    guard upper >= lower else { throw check.fault("to", upper, .below("from", lower)) }
    self.law = law
    self.lower = lower
    self.upper = upper
    probabilityBelow = law.distributionFunction(at: lower) - law.shape.mass(at: lower)
    probabilityUpTo = law.distributionFunction(at: upper)
    let kept = probabilityUpTo - probabilityBelow
    guard kept >= TruncatedLaw.leastKept else { throw check.fault("to", upper, .keepsTooLittle(kept)) }
    do throws(GSLFault) {
      (mean, variance) = try Moments.within(law: law, from: lower, to: upper, kept: kept)
    } catch {
      throw check.fault("law", kept, .numerical(error))
    }
  }

  private var kept: Double { probabilityUpTo - probabilityBelow }
  var minimum: Double {
    guard lower > law.minimum else { return law.minimum }
    guard law.isDiscrete, law.shape.mass(at: lower) == 0 else { return lower }
    return law.shape.nextAtom(after: lower) ?? lower
  }
  var maximum: Double {
    guard upper < law.maximum else { return law.maximum }
    return law.isDiscrete ? law.quantile(probabilityUpTo) : upper
  }
  var isDiscrete: Bool { law.isDiscrete }
  var breaks: [Double] { (law.shape.breaks + [lower, upper]).filter { $0.isFinite && contains($0) } }
  func density(at x: Double) -> Double { contains(x) ? law.shape.density(at: x) / kept : 0 }
  func mass(at x: Double) -> Double { contains(x) ? law.shape.mass(at: x) / kept : 0 }
  func nextAtom(after x: Double) -> Double? {
    let next =
      x < lower && law.shape.mass(at: lower) > 0 ? lower : law.shape.nextAtom(after: max(x, lower))
    return next.flatMap { $0 <= upper ? $0 : nil }
  }
  func distributionFunction(at x: Double) -> Double {
    if x < lower { return 0 }
    if x >= upper { return 1 }
    return (law.distributionFunction(at: x) - probabilityBelow) / kept
  }
  func quantile(_ p: Double) -> Double {
    if isDiscrete {
      // Rounding of the sum below could step over an atom: the truncated function itself is searched.
      return OrderedBisection.first(from: minimum, to: Law.clamped(maximum, minimum, .infinity)) {
        distributionFunction(at: $0) >= p
      }
    }
    return Law.clamped(law.quantile(probabilityBelow + p * kept), minimum, maximum)
  }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try law.scaled(by: factor).truncated(from: lower * factor, to: upper * factor)
  }
  var written: String {
    let from = lower == -.infinity ? "" : ", from: \(Randomness.written(lower))"
    let to = upper == .infinity ? "" : ", to: \(Randomness.written(upper))"
    return "{ truncated: { law: \(law)\(from)\(to) } }"
  }
  private func contains(_ x: Double) -> Bool { x >= lower && x <= upper }
}

extension Law {
  /// The law given that its value lies in `from … to`, both included. At least one in a million has to.
  public func truncated(from lower: Double = -.infinity, to upper: Double = .infinity) throws(LawFault) -> Law
  {
    .truncated(try TruncatedLaw(law: self, lower: lower, upper: upper))
  }
}
