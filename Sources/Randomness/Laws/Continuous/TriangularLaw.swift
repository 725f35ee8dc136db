/// The triangle over minimum, mode and maximum. GSL has none: closed forms throughout.
public struct TriangularLaw: LawShape {
  /// The least value.
  public let minimum: Double
  /// The likeliest value.
  public let mode: Double
  /// The greatest value.
  public let maximum: Double

  init(minimum: Double, mode: Double, maximum: Double) throws(LawFault) {
    let check = ParameterCheck("triangular")
    try check.finite("minimum", minimum)
    try check.atLeast("mode", mode, "minimum", minimum)
    try check.atLeast("maximum", maximum, "mode", mode)
    try check.greater("maximum", maximum, "minimum", minimum)
    try check.finite("width", maximum - minimum)
    self.minimum = minimum
    self.mode = mode
    self.maximum = maximum
  }

  private var width: Double { maximum - minimum }
  var mean: Double { minimum + ((mode - minimum) + (maximum - minimum)) / 3 }
  var variance: Double {
    let rise = mode - minimum
    return (width * width - width * rise + rise * rise) / 18
  }
  var breaks: [Double] { [minimum, mode, maximum] }
  func density(at x: Double) -> Double {
    guard x >= minimum, x <= maximum else { return 0 }
    if x < mode { return 2 * (x - minimum) / (width * (mode - minimum)) }
    if x > mode { return 2 * (maximum - x) / (width * (maximum - mode)) }
    return 2 / width
  }
  func distributionFunction(at x: Double) -> Double {
    if x <= minimum { return 0 }
    if x >= maximum { return 1 }
    if x <= mode { return (x - minimum) / width * ((x - minimum) / (mode - minimum)) }
    return 1 - (maximum - x) / width * ((maximum - x) / (maximum - mode))
  }
  func quantile(_ p: Double) -> Double { Inversion.triangular(p, minimum, mode, maximum) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .triangular(minimum: minimum * factor, mode: mode * factor, maximum: maximum * factor)
  }
  var written: String { "{ triangular: \(Randomness.written([minimum, mode, maximum])) }" }
}

extension Law {
  /// The triangle over `minimum`, `mode` and `maximum`. The mode may be at either end.
  public static func triangular(minimum: Double, mode: Double, maximum: Double) throws(LawFault) -> Law {
    .triangular(try TriangularLaw(minimum: minimum, mode: mode, maximum: maximum))
  }
}
