/// The PERT law: a beta law with the given minimum, mode and maximum, whose mean is (minimum + 4 mode + maximum) / 6.
///
/// Source: D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar, Operations Research 7 (1959), doi:10.1287/opre.7.5.646.
public struct PertLaw: LawShape {
  /// The likeliest value.
  public let mode: Double
  /// The beta law that it is.
  public let beta: BetaLaw

  init(minimum: Double, mode: Double, maximum: Double) throws(LawFault) {
    let check = ParameterCheck("pert")
    try check.finite("minimum", minimum)
    try check.atLeast("mode", mode, "minimum", minimum)
    try check.atLeast("maximum", maximum, "mode", mode)
    try check.greater("maximum", maximum, "minimum", minimum)
    try check.finite("width", maximum - minimum)
    self.mode = mode
    let rise = (mode - minimum) / (maximum - minimum)
    beta = try BetaLaw(alpha: 1 + 4 * rise, beta: 1 + 4 * (1 - rise), minimum: minimum, maximum: maximum)
  }

  /// The least value.
  public var minimum: Double { beta.minimum }
  /// The greatest value.
  public var maximum: Double { beta.maximum }
  var mean: Double { beta.mean }
  var variance: Double { beta.variance }
  func density(at x: Double) -> Double { beta.density(at: x) }
  func distributionFunction(at x: Double) -> Double { beta.distributionFunction(at: x) }
  func quantile(_ p: Double) -> Double { beta.quantile(p) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .pert(minimum: minimum * factor, mode: mode * factor, maximum: maximum * factor)
  }
  var written: String { "{ pert: \(Randomness.written([minimum, mode, maximum])) }" }
}

extension Law {
  /// The PERT law over `minimum`, `mode` and `maximum`. The mode may be at either end.
  public static func pert(minimum: Double, mode: Double, maximum: Double) throws(LawFault) -> Law {
    .pert(try PertLaw(minimum: minimum, mode: mode, maximum: maximum))
  }
}
