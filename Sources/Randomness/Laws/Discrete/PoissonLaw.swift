import CGSL

/// The number of events of a constant rate.
public struct PoissonLaw: IntegerShape {
  /// The mean number.
  public let mean: Double

  init(mean: Double) throws(LawFault) {
    let check = ParameterCheck("poisson")
    try check.positive("mean", mean)
    try check.between("mean", mean, 0, 1e6)
    self.mean = mean
  }

  var variance: Double { mean }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func mass(at x: Double) -> Double { isAtom(x) && x < 4e9 ? gsl_ran_poisson_pdf(UInt32(x), mean) : 0 }
  func distributionFunction(at x: Double) -> Double {
    x < 0 ? 0 : x >= 4e9 ? 1 : gsl_cdf_poisson_P(UInt32(x), mean)
  }
  func quantile(_ p: Double) -> Double {
    integerQuantile(p, from: 0, to: 4e9, start: mean, step: mean.squareRoot()) {
      distributionFunction(at: $0)
    }
  }
  var written: String { "{ poisson: { mean: \(Randomness.written(mean)) } }" }
}

extension Law {
  /// The Poisson law of a mean up to 10⁶.
  public static func poisson(mean: Double) throws(LawFault) -> Law { .poisson(try PoissonLaw(mean: mean)) }
}
