/// Observed values, each as likely as the next; nothing is interpolated.
public struct EmpiricalLaw: DiscreteShape {
  /// The values, ascending; repeated values stay repeated.
  public let values: [Double]

  init(values: [Double]) throws(LawFault) {
    let check = ParameterCheck("empirical")
    guard !values.isEmpty else { throw check.fault("values", 0, .empty) }
    for value in values { try check.finite("values", value) }
    self.values = values.sorted()
    try check.finite("variance", variance)
  }

  private var count: Double { Double(values.count) }
  var mean: Double { values.reduce(0) { $0 + $1 / count } }
  /// Of the law itself: the divisor is the number of values.
  var variance: Double {
    let mean = mean
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / count }
  }
  var minimum: Double { values[0] }
  var maximum: Double { values[values.count - 1] }
  private func countAtMost(_ x: Double) -> Int { SortedSearch.first(in: values) { $0 > x } }
  func mass(at x: Double) -> Double {
    Double(countAtMost(x) - SortedSearch.first(in: values) { $0 >= x }) / count
  }
  func nextAtom(after x: Double) -> Double? {
    let index = countAtMost(x)
    return index < values.count ? values[index] : nil
  }
  func distributionFunction(at x: Double) -> Double { Double(countAtMost(x)) / count }
  func quantile(_ p: Double) -> Double { values[EmpiricalLaw.rank(p, count: values.count)] }
  func scaled(by factor: Double) throws(LawFault) -> Law? { try .empirical(values.map { $0 * factor }) }
  var written: String { "{ empirical: \(Randomness.written(values)) }" }

  /// The least index whose share (index + 1) / count reaches `p`.
  static func rank(_ p: Double, count: Int) -> Int {
    let total = Double(count)
    var rank = max(0, min(count - 1, Int((p * total).rounded(.up)) - 1))
    if rank > 0, Double(rank) / total >= p { rank -= 1 }
    if rank < count - 1, Double(rank + 1) / total < p { rank += 1 }
    return rank
  }
}

extension Law {
  /// Each of the observed values with the same probability.
  public static func empirical(_ values: [Double]) throws(LawFault) -> Law {
    .empirical(try EmpiricalLaw(values: values))
  }
}
