/// A law moved by a constant.
public struct ShiftedLaw: LawShape {
  /// The law that is moved.
  public let law: Law
  /// What is added to its value.
  public let offset: Double

  init(law: Law, offset: Double) throws(LawFault) {
    let check = ParameterCheck("shifted")
    try check.finite("by", offset)
    self.law = law
    self.offset = offset
  }

  var mean: Double { law.mean + offset }
  var variance: Double { law.variance }
  var minimum: Double { law.minimum + offset }
  var maximum: Double { law.maximum + offset }
  var isDiscrete: Bool { law.isDiscrete }
  var breaks: [Double] { law.shape.breaks.map { $0 + offset } }
  func density(at x: Double) -> Double { law.shape.density(at: x - offset) }
  func mass(at x: Double) -> Double { law.shape.mass(at: x - offset) }
  func nextAtom(after x: Double) -> Double? { law.shape.nextAtom(after: x - offset).map { $0 + offset } }
  func distributionFunction(at x: Double) -> Double { law.distributionFunction(at: x - offset) }
  func quantile(_ p: Double) -> Double { law.quantile(p) + offset }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try law.scaled(by: factor).shifted(by: offset * factor)
  }
  var written: String { "{ shifted: { by: \(Randomness.written(offset)), law: \(law) } }" }
}

extension Law {
  /// The law of the value plus `offset`.
  public func shifted(by offset: Double) throws(LawFault) -> Law {
    .shifted(try ShiftedLaw(law: self, offset: offset))
  }
}
