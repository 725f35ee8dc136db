import CGSL

/// The number of failures before a number of successes, which need not be whole.
public struct NegativeBinomialLaw: IntegerShape {
  /// How many successes end the count.
  public let successes: Double
  /// The probability of success in one trial.
  public let probability: Double

  init(successes: Double, probability: Double) throws(LawFault) {
    let check = ParameterCheck("negative-binomial")
    try check.between("successes", successes, 0.01, 1e6)
    try check.probability("probability", probability)
    try check.positive("probability", probability)
    self.successes = successes
    self.probability = probability
    try check.between("mean", mean, 0, 1e6)
    try check.between("sd", variance.squareRoot(), 0, 1e6)
  }

  var mean: Double { successes * (1 - probability) / probability }
  var variance: Double { mean / probability }
  var minimum: Double { 0 }
  var maximum: Double { probability == 1 ? 0 : .infinity }
  func mass(at x: Double) -> Double {
    guard isAtom(x), x < 4e9 else { return 0 }
    return probability == 1 ? 1 : gsl_ran_negative_binomial_pdf(UInt32(x), probability, successes)
  }
  func distributionFunction(at x: Double) -> Double {
    if x < 0 { return 0 }
    if x >= 4e9 || probability == 1 { return 1 }
    return gsl_cdf_negative_binomial_P(UInt32(x), probability, successes)
  }
  func quantile(_ p: Double) -> Double {
    integerQuantile(p, from: 0, to: min(maximum, 4e9), start: mean, step: variance.squareRoot()) {
      distributionFunction(at: $0)
    }
  }
  var written: String {
    "{ negative-binomial: { successes: \(Randomness.written(successes)), "
      + "probability: \(Randomness.written(probability)) } }"
  }
}

extension Law {
  /// The number of failures before `successes` successes. The mean may be up to 10⁶.
  public static func negativeBinomial(successes: Double, probability: Double) throws(LawFault) -> Law {
    .negativeBinomial(try NegativeBinomialLaw(successes: successes, probability: probability))
  }
}
