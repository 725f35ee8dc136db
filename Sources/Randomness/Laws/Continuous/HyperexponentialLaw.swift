import Foundation

/// A choice between exponential laws: more variable than any of them.
///
/// A sampler takes one uniform for the choice and one for the value; `quantile` inverts the sum by bisection.
public struct HyperexponentialLaw: LawShape {
  /// The probabilities of the branches; their sum is 1.
  public let weights: [Double]
  /// The means of the branches.
  public let means: [Double]

  init(weights: [Double], means: [Double]) throws(LawFault) {
    let check = ParameterCheck("hyperexponential")
    guard !means.isEmpty else { throw check.fault("means", 0, .empty) }
    for mean in means { try check.positive("means", mean) }
    self.weights = try check.weights("weights", weights, count: means.count)
    self.means = means
    try check.finite("variance", variance)
  }

  private func sum(_ term: (Double) -> Double) -> Double {
    zip(weights, means).reduce(0) { $0 + $1.0 * term($1.1) }
  }

  var mean: Double { sum { $0 } }
  var variance: Double {
    // The mean of the branches' variances, and the variance of their means.
    let mean = mean
    return sum { $0 * $0 + ($0 - mean) * ($0 - mean) }
  }
  var minimum: Double { 0 }
  var maximum: Double { .infinity }
  func density(at x: Double) -> Double { x < 0 ? 0 : sum { exp(-x / $0) / $0 } }
  func distributionFunction(at x: Double) -> Double { x <= 0 ? 0 : sum { -expm1(-x / $0) } }
  func quantile(_ p: Double) -> Double {
    // The quantile lies between those of the shortest and the longest branch.
    let low = Inversion.exponential(p, means.min() ?? 0)
    let high = Inversion.exponential(p, means.max() ?? 0)
    return OrderedBisection.first(from: low, to: high) { x in
      p <= 0.5 ? distributionFunction(at: x) >= p : sum { exp(-x / $0) } <= 1 - p
    }
  }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .hyperexponential(weights: weights, means: means.map { $0 * factor })
  }
  var written: String {
    "{ hyperexponential: { weights: \(Randomness.written(weights)), means: \(Randomness.written(means)) } }"
  }
}

extension Law {
  /// A choice between exponential laws with these means. The weights need not sum to 1.
  public static func hyperexponential(weights: [Double], means: [Double]) throws(LawFault) -> Law {
    .hyperexponential(try HyperexponentialLaw(weights: weights, means: means))
  }
}
