import CGSL

/// The gamma law: mean shape · scale.
///
/// Drawn by inversion of GSL's distribution function: some hundreds of nanoseconds to a few microseconds a draw.
public struct GammaLaw: LawShape {
  /// The shape.
  public let shape: Double
  /// The scale.
  public let scale: Double

  init(shape: Double, scale: Double) throws(LawFault) {
    let check = ParameterCheck("gamma")
    try check.between("shape", shape, 0.1, 1e4)
    try check.positive("scale", scale)
    try check.finite("variance", shape * scale * scale)
    self.shape = shape
    self.scale = scale
  }

  var mean: Double { shape * scale }
  var variance: Double { shape * scale * scale }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { x < 0 ? 0 : gsl_ran_gamma_pdf(x, shape, scale) }
  func distributionFunction(at x: Double) -> Double { gsl_cdf_gamma_P(x, shape, scale) }
  func quantile(_ p: Double) -> Double { Inversion.gamma(p, shape, scale) }
  func scaled(by factor: Double) throws(LawFault) -> Law? { try .gamma(shape: shape, scale: scale * factor) }
  var written: String {
    "{ gamma: { shape: \(Randomness.written(shape)), scale: \(Randomness.written(scale)) } }"
  }
}

extension Law {
  /// The gamma law with a shape in 0.1 … 10⁴ and a scale.
  public static func gamma(shape: Double, scale: Double) throws(LawFault) -> Law {
    .gamma(try GammaLaw(shape: shape, scale: scale))
  }
}
