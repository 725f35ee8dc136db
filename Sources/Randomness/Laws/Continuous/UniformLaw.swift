import CGSL

/// Any number between two, all equally likely.
public struct UniformLaw: LawShape {
  /// The least value.
  public let minimum: Double
  /// The greatest value.
  public let maximum: Double

  init(minimum: Double, maximum: Double) throws(LawFault) {
    let check = ParameterCheck("uniform")
    try check.finite("minimum", minimum)
    try check.greater("maximum", maximum, "minimum", minimum)
    try check.finite("width", maximum - minimum)
    self.minimum = minimum
    self.maximum = maximum
  }

  var width: Double { maximum - minimum }
  var mean: Double { minimum + width / 2 }
  var variance: Double { width * width / 12 }
  func density(at x: Double) -> Double { x >= minimum && x <= maximum ? 1 / width : 0 }
  func distributionFunction(at x: Double) -> Double { gsl_cdf_flat_P(x, minimum, maximum) }
  func quantile(_ p: Double) -> Double { Inversion.uniform(p, minimum, width) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .uniform(minimum: minimum * factor, maximum: maximum * factor)
  }
  var written: String { "{ uniform: \(Randomness.written([minimum, maximum])) }" }
}

extension Law {
  /// Any number from `minimum` to `maximum`, all equally likely.
  public static func uniform(minimum: Double, maximum: Double) throws(LawFault) -> Law {
    .uniform(try UniformLaw(minimum: minimum, maximum: maximum))
  }
}
