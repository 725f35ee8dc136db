import Foundation

/// The law whose logarithm is logistic: like the lognormal, with heavier tails. GSL has none: closed forms throughout.
public struct LogLogisticLaw: LawShape {
  /// The median, which is also the scale.
  public let median: Double
  /// The shape. The mean is infinite up to 1, the variance up to 2.
  public let shape: Double

  init(median: Double, shape: Double) throws(LawFault) {
    let check = ParameterCheck("log-logistic")
    try check.positive("median", median)
    try check.between("shape", shape, 0.1, 1e4)
    self.median = median
    self.shape = shape
  }

  var mean: Double {
    guard shape > 1 else { return .infinity }
    let angle = Double.pi / shape
    return median * angle / sin(angle)
  }
  var variance: Double {
    guard shape > 2 else { return .infinity }
    let angle = Double.pi / shape
    let ratio = angle / sin(angle)
    return median * median * (2 * angle / sin(2 * angle) - ratio * ratio)
  }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double {
    guard x >= 0 else { return 0 }
    if x == 0 { return shape > 1 ? 0 : shape == 1 ? 1 / median : .infinity }
    let odds = pow(x / median, shape)
    guard odds.isFinite else { return 0 }
    return shape / x * (odds / (1 + odds)) / (1 + odds)
  }
  func distributionFunction(at x: Double) -> Double { x <= 0 ? 0 : 1 / (1 + pow(x / median, -shape)) }
  func quantile(_ p: Double) -> Double { Inversion.logLogistic(p, median, 1 / shape) }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .logLogistic(median: median * factor, shape: shape)
  }
  var written: String {
    "{ log-logistic: { median: \(Randomness.written(median)), shape: \(Randomness.written(shape)) } }"
  }
}

extension Law {
  /// The log-logistic law with a median and a shape in 0.1 … 10⁴.
  public static func logLogistic(median: Double, shape: Double) throws(LawFault) -> Law {
    .logLogistic(try LogLogisticLaw(median: median, shape: shape))
  }
}
