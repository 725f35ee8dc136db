/// Listed values with weights.
public struct DiscreteLaw: DiscreteShape {
  /// The values of positive weight, ascending and distinct.
  public let values: [Double]
  /// Their probabilities; the sum is 1.
  public let probabilities: [Double]
  /// The sums of the probabilities up to each value; the last is exactly 1.
  let cumulative: [Double]

  init(values: [Double], weights: [Double]) throws(LawFault) {
    let check = ParameterCheck("discrete")
    guard !values.isEmpty else { throw check.fault("values", 0, .empty) }
    for value in values { try check.finite("values", value) }
    let probabilities = try check.weights("weights", weights, count: values.count)
    var merged: [(value: Double, probability: Double)] = []
    for (value, probability) in zip(values, probabilities).sorted(by: { $0.0 < $1.0 }) where probability > 0 {
      if let last = merged.last, last.value == value {
        merged[merged.count - 1].probability += probability
      } else {
        merged.append((value, probability))
      }
    }
    self.values = merged.map { $0.value }
    self.probabilities = merged.map { $0.probability }
    var sum = 0.0
    var cumulative: [Double] = []
    for entry in merged {
      sum += entry.probability
      cumulative.append(min(1, sum))
    }
    cumulative[cumulative.count - 1] = 1
    self.cumulative = cumulative
    try check.finite("variance", variance)
  }

  var mean: Double { zip(values, probabilities).reduce(0) { $0 + $1.0 * $1.1 } }
  var variance: Double {
    let mean = mean
    return zip(values, probabilities).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
  }
  var minimum: Double { values[0] }
  var maximum: Double { values[values.count - 1] }
  func mass(at x: Double) -> Double {
    let index = SortedSearch.first(in: values) { $0 >= x }
    return index < values.count && values[index] == x ? probabilities[index] : 0
  }
  func nextAtom(after x: Double) -> Double? {
    let index = SortedSearch.first(in: values) { $0 > x }
    return index < values.count ? values[index] : nil
  }
  func distributionFunction(at x: Double) -> Double {
    let index = SortedSearch.first(in: values) { $0 > x }
    return index == 0 ? 0 : cumulative[index - 1]
  }
  func quantile(_ p: Double) -> Double {
    values[min(values.count - 1, SortedSearch.first(in: cumulative) { $0 >= p })]
  }
  func scaled(by factor: Double) throws(LawFault) -> Law? {
    try .discrete(values: values.map { $0 * factor }, weights: probabilities)
  }
  var written: String {
    "{ discrete: { values: \(Randomness.written(values)), weights: \(Randomness.written(probabilities)) } }"
  }
}

extension Law {
  /// Each value with its weight. The weights need not sum to 1; equal values are merged.
  public static func discrete(values: [Double], weights: [Double]) throws(LawFault) -> Law {
    .discrete(try DiscreteLaw(values: values, weights: weights))
  }
}
