/// Always the same number. Written as the number itself.
public struct FixedLaw: DiscreteShape {
  /// The number.
  public let value: Double

  init(value: Double) throws(LawFault) {
    try ParameterCheck("fixed").finite("value", value)
    self.value = value
  }

  var mean: Double { value }
  var variance: Double { 0 }
  var minimum: Double { value }
  var maximum: Double { value }
  func mass(at x: Double) -> Double { x == value ? 1 : 0 }
  func nextAtom(after x: Double) -> Double? { x < value ? value : nil }
  func distributionFunction(at x: Double) -> Double { x < value ? 0 : 1 }
  func quantile(_ p: Double) -> Double { value }
  func scaled(by factor: Double) throws(LawFault) -> Law? { .fixed(try FixedLaw(value: value * factor)) }
  var written: String { Randomness.written(value) }
}

extension Law {
  /// Always `value`.
  public static func fixed(_ value: Double) throws(LawFault) -> Law { .fixed(try FixedLaw(value: value)) }
}
