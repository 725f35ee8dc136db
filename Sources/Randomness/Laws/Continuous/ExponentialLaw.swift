import CGSL

/// The law without memory: the time to an event of constant rate.
public struct ExponentialLaw: LawShape {
  /// The mean: one over the rate.
  public let mean: Double

  init(mean: Double) throws(LawFault) {
    let check = ParameterCheck("exponential")
    try check.positive("mean", mean)
    try check.finite("variance", mean * mean)
    self.mean = mean
  }

  var variance: Double { mean * mean }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { gsl_ran_exponential_pdf(x, mean) }
  func distributionFunction(at x: Double) -> Double { gsl_cdf_exponential_P(x, mean) }
  func quantile(_ p: Double) -> Double { Inversion.exponential(p, mean) }
  func scaled(by factor: Double) throws(LawFault) -> Law? { try .exponential(mean: mean * factor) }
  var written: String { "{ exponential: { mean: \(Randomness.written(mean)) } }" }
}

extension Law {
  /// The exponential law of this mean.
  public static func exponential(mean: Double) throws(LawFault) -> Law {
    .exponential(try ExponentialLaw(mean: mean))
  }
}
