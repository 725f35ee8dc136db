/// A law multiplied by a constant, where its own parameters cannot say so: counts in other units.
public struct ScaledLaw: LawShape {
  /// The law that is multiplied.
  public let law: Law
  /// The factor, greater than zero.
  public let factor: Double

  init(law: Law, factor: Double) throws(LawFault) {
    try ParameterCheck("scaled").positive("by", factor)
    self.law = law
    self.factor = factor
  }

  var mean: Double { law.mean * factor }
  var variance: Double { law.variance * factor * factor }
  var minimum: Double { law.minimum * factor }
  var maximum: Double { law.maximum * factor }
  var isDiscrete: Bool { law.isDiscrete }
  var breaks: [Double] { law.shape.breaks.map { $0 * factor } }
  func density(at x: Double) -> Double { law.shape.density(at: x / factor) / factor }
  func mass(at x: Double) -> Double { law.shape.mass(at: divided(x)) }
  func nextAtom(after x: Double) -> Double? {
    guard let next = law.shape.nextAtom(after: divided(x)) else { return nil }
    return next * factor > x ? next * factor : law.shape.nextAtom(after: next).map { $0 * factor }
  }
  func distributionFunction(at x: Double) -> Double { law.distributionFunction(at: divided(x)) }
  func quantile(_ p: Double) -> Double { law.quantile(p) * factor }
  func scaled(by other: Double) throws(LawFault) -> Law? { try law.scaled(by: factor * other) }
  var written: String { "{ scaled: { by: \(Randomness.written(factor)), law: \(law) } }" }

  // Division may miss an atom by its last bit: the nearest value that multiplies back to `x` is taken.
  private func divided(_ x: Double) -> Double {
    let quotient = x / factor
    guard law.isDiscrete, quotient.isFinite else { return quotient }
    let whole = quotient.rounded()
    return whole * factor == x ? whole : quotient
  }
}
