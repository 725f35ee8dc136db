/// What every law can say of itself. One law, one file.
protocol LawShape: Hashable, Sendable {
  var mean: Double { get }
  var variance: Double { get }
  var minimum: Double { get }
  var maximum: Double { get }
  var isDiscrete: Bool { get }
  /// The density of the continuous part.
  func density(at x: Double) -> Double
  /// Where the density may jump or bend, for those who integrate it.
  var breaks: [Double] { get }
  /// The probability of exactly `x`.
  func mass(at x: Double) -> Double
  /// The least value above `x` that has a mass.
  func nextAtom(after x: Double) -> Double?
  /// The probability of at most `x`.
  func distributionFunction(at x: Double) -> Double
  /// The least value whose distribution function reaches `p`, for 0 < p < 1.
  func quantile(_ p: Double) -> Double
  /// The law of `factor` times the value, for a positive, finite factor; nil if only `ScaledLaw` can say it.
  func scaled(by factor: Double) throws(LawFault) -> Law?
  /// The law as a scenario file has it.
  var written: String { get }
}

extension LawShape {
  var isDiscrete: Bool { false }
  var breaks: [Double] { [minimum, maximum].filter { $0.isFinite } }
  func mass(at x: Double) -> Double { 0 }
  func nextAtom(after x: Double) -> Double? { nil }
}

/// A law all of whose values have a mass.
protocol DiscreteShape: LawShape {}

extension DiscreteShape {
  var isDiscrete: Bool { true }
  func density(at x: Double) -> Double { 0 }
  func scaled(by factor: Double) throws(LawFault) -> Law? { nil }
}

/// A law of whole numbers.
protocol IntegerShape: DiscreteShape {}

extension IntegerShape {
  func nextAtom(after x: Double) -> Double? {
    let next = max(minimum, x.rounded(.down) + 1)
    return next <= maximum ? next : nil
  }
  func isAtom(_ x: Double) -> Bool { x >= minimum && x <= maximum && x == x.rounded() }
}
