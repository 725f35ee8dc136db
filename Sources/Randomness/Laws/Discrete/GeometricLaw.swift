/// The number of independent trials up to and including the first success: 1, 2, …, as GSL has it.
public struct GeometricLaw: IntegerShape {
  /// The probability of success in one trial.
  public let probability: Double

  init(probability: Double) throws(LawFault) {
    let check = ParameterCheck("geometric")
    try check.probability("probability", probability)
    try check.between("probability", probability, 1e-9, 1)
    self.probability = probability
  }

  var mean: Double { 1 / probability }
  var variance: Double { (1 - probability) / (probability * probability) }
  var minimum: Double { 1 }
  var maximum: Double { probability == 1 ? 1 : .infinity }
  func mass(at x: Double) -> Double {
    guard isAtom(x) else { return 0 }
    return probability == 1 ? 1 : probability * (1 - Inversion.geometricDistribution(x - 1, probability))
  }
  func distributionFunction(at x: Double) -> Double {
    Inversion.geometricDistribution(x.rounded(.down), probability)
  }
  func quantile(_ p: Double) -> Double { Inversion.geometric(p, probability) }
  var written: String { "{ geometric: { probability: \(Randomness.written(probability)) } }" }
}

extension Law {
  /// The number of trials up to and including the first success, of a probability of at least 10⁻⁹.
  public static func geometric(probability: Double) throws(LawFault) -> Law {
    .geometric(try GeometricLaw(probability: probability))
  }
}
