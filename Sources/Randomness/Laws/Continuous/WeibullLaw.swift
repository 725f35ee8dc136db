import CGSL

/// The Weibull law: lifetimes whose hazard is a power of age.
public struct WeibullLaw: LawShape {
  /// The shape; 1 is the exponential law, above it wear.
  public let shape: Double
  /// The scale: the 63.2 % quantile.
  public let scale: Double

  init(shape: Double, scale: Double) throws(LawFault) {
    let check = ParameterCheck("weibull")
    try check.between("shape", shape, 0.05, 1e4)
    try check.positive("scale", scale)
    self.shape = shape
    self.scale = scale
    try check.finite("variance", variance)
  }

  var mean: Double { scale * gsl_sf_gamma(1 + 1 / shape) }
  var variance: Double {
    // Γ(1 + 2s) − Γ(1 + s)² = Γ(1 + s)² (Γ(1 + 2s) / Γ(1 + s)² − 1), without cancellation for large shapes.
    let reciprocal = 1 / shape
    let ratio = gsl_sf_lngamma(1 + 2 * reciprocal) - 2 * gsl_sf_lngamma(1 + reciprocal)
    return mean * mean * gsl_expm1(ratio)
  }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { x < 0 ? 0 : gsl_ran_weibull_pdf(x, scale, shape) }
  func distributionFunction(at x: Double) -> Double { x <= 0 ? 0 : gsl_cdf_weibull_P(x, scale, shape) }
  func quantile(_ p: Double) -> Double { Inversion.weibull(p, 1 / shape, scale) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .weibull(shape: shape, scale: scale * factor)
  }
  var written: String {
    "{ weibull: { shape: \(Randomness.written(shape)), scale: \(Randomness.written(scale)) } }"
  }
}

extension Law {
  /// The Weibull law with a shape in 0.05 … 10⁴ and a scale.
  public static func weibull(shape: Double, scale: Double) throws(LawFault) -> Law {
    .weibull(try WeibullLaw(shape: shape, scale: scale))
  }
}
