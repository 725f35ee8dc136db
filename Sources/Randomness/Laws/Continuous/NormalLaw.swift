import CGSL

/// The normal law. Its values may be negative: as a duration it has to be truncated.
public struct NormalLaw: LawShape {
  /// The mean.
  public let mean: Double
  /// The standard deviation.
  public let deviation: Double

  init(mean: Double, deviation: Double) throws(LawFault) {
    let check = ParameterCheck("normal")
    try check.finite("mean", mean)
    try check.positive("sd", deviation)
    try check.finite("variance", deviation * deviation)
    self.mean = mean
    self.deviation = deviation
  }

  var variance: Double { deviation * deviation }
  var minimum: Double { -.infinity }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { gsl_ran_gaussian_pdf(x - mean, deviation) }
  func distributionFunction(at x: Double) -> Double { gsl_cdf_gaussian_P(x - mean, deviation) }
  func quantile(_ p: Double) -> Double { Inversion.normal(p, mean, deviation) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .normal(mean: mean * factor, standardDeviation: deviation * factor)
  }
  var written: String {
    "{ normal: { mean: \(Randomness.written(mean)), sd: \(Randomness.written(deviation)) } }"
  }
}

extension Law {
  /// The normal law. Truncate it where it is a duration: `truncated(from: 0)`.
  public static func normal(mean: Double, standardDeviation: Double) throws(LawFault) -> Law {
    .normal(try NormalLaw(mean: mean, deviation: standardDeviation))
  }
}
