import CGSL
import Foundation

/// The law whose logarithm is normal.
public struct LognormalLaw: LawShape {
  /// The median: the exponential of the mean of the logarithm.
  public let median: Double
  /// The standard deviation of the logarithm.
  public let sigma: Double

  init(median: Double, sigma: Double) throws(LawFault) {
    let check = ParameterCheck("lognormal")
    try check.positive("median", median)
    try check.positive("sigma", sigma)
    try check.between("sigma", sigma, 0, 20)
    self.median = median
    self.sigma = sigma
    try check.finite("mean", mean)
  }

  var mean: Double { median * exp(sigma * sigma / 2) }
  var variance: Double { expm1(sigma * sigma) * mean * mean }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { x <= 0 ? 0 : gsl_ran_lognormal_pdf(x, log(median), sigma) }
  func distributionFunction(at x: Double) -> Double {
    x <= 0 ? 0 : gsl_cdf_ugaussian_P(log(x / median) / sigma)
  }
  func quantile(_ p: Double) -> Double { Inversion.lognormal(p, median, sigma) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .lognormal(median: median * factor, sigma: sigma)
  }
  var written: String {
    "{ lognormal: { median: \(Randomness.written(median)), sigma: \(Randomness.written(sigma)) } }"
  }
}

extension Law {
  /// The lognormal law by its median and the standard deviation of its logarithm, at most 20.
  public static func lognormal(median: Double, sigma: Double) throws(LawFault) -> Law {
    .lognormal(try LognormalLaw(median: median, sigma: sigma))
  }

  /// The lognormal law by its own mean and standard deviation.
  public static func lognormal(mean: Double, standardDeviation: Double) throws(LawFault) -> Law {
    let check = ParameterCheck("lognormal")
    try check.positive("mean", mean)
    try check.positive("sd", standardDeviation)
    let coefficient = standardDeviation / mean
    let square = coefficient * coefficient
    try check.finite("sd", square)
    return .lognormal(
      try LognormalLaw(median: mean / (1 + square).squareRoot(), sigma: log1p(square).squareRoot()))
  }

  /// The lognormal law by its median and quartiles: sigma is log(upper / lower) / 1.3490.
  ///
  /// Three numbers overdetermine the law. The median is kept; the quartiles decide the spread only.
  public static func lognormal(
    median: Double, lowerQuartile: Double, upperQuartile: Double
  ) throws(LawFault) -> Law {
    let check = ParameterCheck("lognormal")
    try check.positive("lower quartile", lowerQuartile)
    try check.greater("median", median, "lower quartile", lowerQuartile)
    try check.greater("upper quartile", upperQuartile, "median", median)
    let spread = 2 * gsl_cdf_ugaussian_Pinv(0.75)
    return .lognormal(try LognormalLaw(median: median, sigma: log(upperQuartile / lowerQuartile) / spread))
  }
}
