extension Law {
  /// The mean; infinite where the law has none.
  public var mean: Double { shape.mean }

  /// The variance; infinite where the law has none.
  public var variance: Double { shape.variance }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The median: `quantile(0.5)`.
  public var median: Double { quantile(0.5) }

  /// The least possible value; may be minus infinity.
  public var minimum: Double { shape.minimum }

  /// The greatest possible value; may be infinity.
  public var maximum: Double { shape.maximum }

  /// Whether every value has a probability of its own.
  public var isDiscrete: Bool { shape.isDiscrete }

  /// The probability density at `x`; for a discrete law, the probability of exactly `x`.
  ///
  /// A mixture of both kinds has the density of its continuous part here.
  public func density(at x: Double) -> Double {
    x.isInfinite ? 0 : isDiscrete ? shape.mass(at: x) : shape.density(at: x)
  }

  /// The probability of at most `x`, in [0, 1].
  public func distributionFunction(at x: Double) -> Double {
    if x.isNaN { return .nan }
    if x < minimum { return 0 }
    if x >= maximum { return 1 }
    return Swift.min(1, Swift.max(0, shape.distributionFunction(at: x)))
  }

  /// The least value whose distribution function reaches `p`. Never infinite, never NaN.
  ///
  /// At p = 0 and 1 it is the minimum and maximum where they are finite. Elsewhere `p` is first clamped to
  /// [2⁻⁵³, 1 − 2⁻⁵³], the range of the uniforms, and the value to the support and to the finite numbers.
  /// Precondition: `p` lies in [0, 1].
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "a quantile is asked for outside 0 … 1")
    let shape = shape
    if p == 0, shape.minimum.isFinite { return shape.minimum }
    if p == 1, shape.maximum.isFinite { return shape.maximum }
    return Law.clamped(
      shape.quantile(Swift.min(1 - 0x1p-53, Swift.max(0x1p-53, p))), shape.minimum, shape.maximum)
  }

  static func clamped(_ value: Double, _ minimum: Double, _ maximum: Double) -> Double {
    let largest = Double.greatestFiniteMagnitude
    // Written so that NaN, which no checked law gives, ends at a bound as well.
    return Swift.max(Swift.max(minimum, -largest), Swift.min(Swift.min(maximum, largest), value))
  }

  /// The law of `factor` times the value: another unit for all its times.
  ///
  /// - Throws: a `LawFault` unless `factor` is positive and finite, and so are the products.
  public func scaled(by factor: Double) throws(LawFault) -> Law {
    try ParameterCheck("scaled").positive("by", factor)
    if factor == 1 { return self }
    if let law = try shape.scaled(by: factor) { return law }
    return .scaled(try ScaledLaw(law: self, factor: factor))
  }
}

extension Law: CustomStringConvertible {
  /// The law as a scenario file has it: `{ triangular: [3, 4, 6] }`.
  public var description: String { shape.written }
}
