import CGSL

/// The number of successes in independent trials.
public struct BinomialLaw: IntegerShape {
  /// How many trials.
  public let trials: Int
  /// The probability of success in one.
  public let probability: Double

  init(trials: Int, probability: Double) throws(LawFault) {
    let check = ParameterCheck("binomial")
    try check.between("trials", Double(trials), 0, 1e6)
    try check.probability("probability", probability)
    self.trials = trials
    self.probability = probability
  }

  var mean: Double { Double(trials) * probability }
  var variance: Double { mean * (1 - probability) }
  var minimum: Double { probability == 1 ? Double(trials) : 0 }
  var maximum: Double { probability == 0 ? 0 : Double(trials) }
  func mass(at x: Double) -> Double {
    isAtom(x) ? gsl_ran_binomial_pdf(UInt32(x), probability, UInt32(trials)) : 0
  }
  func distributionFunction(at x: Double) -> Double {
    if x < minimum { return 0 }
    if x >= maximum { return 1 }
    return gsl_cdf_binomial_P(UInt32(x), probability, UInt32(trials))
  }
  func quantile(_ p: Double) -> Double {
    integerQuantile(p, from: minimum, to: maximum, start: mean, step: variance.squareRoot()) {
      distributionFunction(at: $0)
    }
  }
  var written: String {
    "{ binomial: { trials: \(trials), probability: \(Randomness.written(probability)) } }"
  }
}

extension Law {
  /// The number of successes in 0 … 10⁶ trials.
  public static func binomial(trials: Int, probability: Double) throws(LawFault) -> Law {
    .binomial(try BinomialLaw(trials: trials, probability: probability))
  }
}
