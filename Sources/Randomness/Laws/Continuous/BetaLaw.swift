import CGSL

/// The beta law, stretched from [0, 1] to two bounds.
///
/// Drawn by inversion of GSL's distribution function: some hundreds of nanoseconds to a few microseconds a draw.
public struct BetaLaw: LawShape {
  /// The first shape.
  public let alpha: Double
  /// The second shape.
  public let beta: Double
  /// The lower bound.
  public let minimum: Double
  /// The upper bound.
  public let maximum: Double

  init(alpha: Double, beta: Double, minimum: Double, maximum: Double) throws(LawFault) {
    let check = ParameterCheck("beta")
    try check.between("alpha", alpha, 0.5, 1e4)
    try check.between("beta", beta, 0.5, 1e4)
    try check.finite("from", minimum)
    try check.greater("to", maximum, "from", minimum)
    try check.finite("width", maximum - minimum)
    self.alpha = alpha
    self.beta = beta
    self.minimum = minimum
    self.maximum = maximum
  }

  var width: Double { maximum - minimum }
  var mean: Double { minimum + width * (alpha / (alpha + beta)) }
  var variance: Double {
    let sum = alpha + beta
    return width * width * (alpha / sum) * (beta / sum) / (sum + 1)
  }
  func density(at x: Double) -> Double {
    guard x >= minimum, x <= maximum else { return 0 }
    return gsl_ran_beta_pdf((x - minimum) / width, alpha, beta) / width
  }
  func distributionFunction(at x: Double) -> Double {
    gsl_cdf_beta_P((x - minimum) / width, alpha, beta)
  }
  func quantile(_ p: Double) -> Double { minimum + width * Inversion.beta(p, alpha, beta) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .beta(alpha: alpha, beta: beta, from: minimum * factor, to: maximum * factor)
  }
  var written: String {
    let bounds =
      minimum == 0 && maximum == 1
      ? "" : ", from: \(Randomness.written(minimum)), to: \(Randomness.written(maximum))"
    return "{ beta: { alpha: \(Randomness.written(alpha)), beta: \(Randomness.written(beta))\(bounds) } }"
  }
}

extension Law {
  /// The beta law with two shapes, each in 0.5 … 10⁴, stretched to the bounds `from` and `to`.
  public static func beta(
    alpha: Double, beta: Double, from minimum: Double = 0, to maximum: Double = 1
  ) throws(LawFault) -> Law {
    .beta(try BetaLaw(alpha: alpha, beta: beta, minimum: minimum, maximum: maximum))
  }
}
