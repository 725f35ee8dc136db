/// A choice between laws.
///
/// A sampler takes one uniform for the choice and the following ones for the value; `quantile` inverts the weighted
/// sum of the distribution functions by bisection.
public struct MixtureLaw: LawShape {
  /// The laws to choose from.
  public let laws: [Law]
  /// Their probabilities; the sum is 1.
  public let weights: [Double]

  init(laws: [Law], weights: [Double]) throws(LawFault) {
    let check = ParameterCheck("mixture")
    guard !laws.isEmpty else { throw check.fault("laws", 0, .empty) }
    let all = try check.weights("weights", weights, count: laws.count)
    let chosen = zip(laws, all).filter { $0.1 > 0 }
    self.laws = chosen.map { $0.0 }
    self.weights = chosen.map { $0.1 }
  }

  private func sum(_ term: (Law) -> Double) -> Double {
    zip(weights, laws).reduce(0) { $0 + $1.0 * term($1.1) }
  }

  var mean: Double { sum { $0.mean } }
  var variance: Double {
    let mean = mean
    guard mean.isFinite else { return .infinity }
    return sum { $0.variance + ($0.mean - mean) * ($0.mean - mean) }
  }
  var minimum: Double { laws.reduce(.infinity) { min($0, $1.minimum) } }
  var maximum: Double { laws.reduce(-.infinity) { max($0, $1.maximum) } }
  var isDiscrete: Bool { laws.allSatisfy { $0.isDiscrete } }
  var breaks: [Double] { laws.flatMap { $0.shape.breaks } }
  func density(at x: Double) -> Double { sum { $0.shape.density(at: x) } }
  func mass(at x: Double) -> Double { sum { $0.shape.mass(at: x) } }
  func nextAtom(after x: Double) -> Double? { laws.compactMap { $0.shape.nextAtom(after: x) }.min() }
  func distributionFunction(at x: Double) -> Double { sum { $0.distributionFunction(at: x) } }
  func quantile(_ p: Double) -> Double {
    let quantiles = laws.map { $0.quantile(p) }
    let low = quantiles.reduce(.infinity) { min($0, $1) }
    let high = quantiles.reduce(-.infinity) { max($0, $1) }
    return OrderedBisection.first(from: low, to: high) { distributionFunction(at: $0) >= p }
  }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    var scaled: [Law] = []
    for law in laws { scaled.append(try law.scaled(by: factor)) }
    return try .mixture(scaled, weights: weights)
  }
  var written: String {
    let parts = zip(weights, laws).map { "{ weight: \(Randomness.written($0.0)), law: \($0.1) }" }
    return "{ mixture: [\(parts.joined(separator: ", "))] }"
  }
}

extension Law {
  /// A choice between laws. The weights need not sum to 1.
  public static func mixture(_ laws: [Law], weights: [Double]) throws(LawFault) -> Law {
    .mixture(try MixtureLaw(laws: laws, weights: weights))
  }
}
