/// Why numbers do not make a law.
public struct LawFault: Error, Hashable, Sendable {
  /// What is wrong with a parameter.
  public enum Reason: Hashable, Sendable {
    /// It is infinite or not a number.
    case notFinite
    /// It has to be greater than zero.
    case notPositive
    /// It may not be below zero.
    case negative
    /// It has to lie between 0 and 1.
    case notProbability
    /// It has to be at least this other parameter, which has this value.
    case below(String, Double)
    /// It has to be greater than this other parameter, which has this value.
    case notAbove(String, Double)
    /// It is beyond this largest value that is computed reliably.
    case above(Double)
    /// It is below this smallest value that is computed reliably.
    case under(Double)
    /// It has to be a whole number.
    case notWhole
    /// It is an empty list.
    case empty
    /// It has to be as long as another list, of this length.
    case notAsLong(as: Int)
    /// A truncation keeps only this probability of its law: less than `TruncatedLaw.leastKept`.
    case keepsTooLittle(Double)
    /// GSL could not compute the law.
    case numerical(GSLFault)
  }

  /// The law, in the words of scenario files: `triangular`.
  public let law: String
  /// The parameter: `mode`, `weights`.
  public let parameter: String
  /// Its value, or its length if it is a list.
  public let value: Double
  /// What is wrong.
  public let reason: Reason
}

/// The checks of one law's parameters. Making one also makes GSL safe to call.
struct ParameterCheck {
  let law: String

  init(_ law: String) {
    self.law = law
    GSLErrors.install()
  }

  func fault(_ parameter: String, _ value: Double, _ reason: LawFault.Reason) -> LawFault {
    LawFault(law: law, parameter: parameter, value: value, reason: reason)
  }

  func finite(_ parameter: String, _ value: Double) throws(LawFault) {
    guard value.isFinite else { throw fault(parameter, value, .notFinite) }
  }

  func positive(_ parameter: String, _ value: Double) throws(LawFault) {
    try finite(parameter, value)
    guard value > 0 else { throw fault(parameter, value, .notPositive) }
  }

  func notNegative(_ parameter: String, _ value: Double) throws(LawFault) {
    try finite(parameter, value)
    guard value >= 0 else { throw fault(parameter, value, .negative) }
  }

  func probability(_ parameter: String, _ value: Double) throws(LawFault) {
    try finite(parameter, value)
    guard value >= 0, value <= 1 else { throw fault(parameter, value, .notProbability) }
  }

  func between(
    _ parameter: String, _ value: Double, _ least: Double, _ greatest: Double
  ) throws(LawFault) {
    try finite(parameter, value)
    guard value >= least else { throw fault(parameter, value, .under(least)) }
    guard value <= greatest else { throw fault(parameter, value, .above(greatest)) }
  }

  func whole(_ parameter: String, _ value: Double) throws(LawFault) {
    try finite(parameter, value)
    guard value == value.rounded() else { throw fault(parameter, value, .notWhole) }
  }

  func atLeast(
    _ parameter: String, _ value: Double, _ other: String, _ bound: Double
  ) throws(LawFault) {
    try finite(parameter, value)
    guard value >= bound else { throw fault(parameter, value, .below(other, bound)) }
  }

  func greater(
    _ parameter: String, _ value: Double, _ other: String, _ bound: Double
  ) throws(LawFault) {
    try finite(parameter, value)
    guard value > bound else { throw fault(parameter, value, .notAbove(other, bound)) }
  }

  /// Weights, divided by their sum. At least one is positive; none is negative.
  func weights(_ parameter: String, _ weights: [Double], count: Int) throws(LawFault) -> [Double] {
    guard !weights.isEmpty else { throw fault(parameter, 0, .empty) }
    guard weights.count == count else {
      throw fault(parameter, Double(weights.count), .notAsLong(as: count))
    }
    for weight in weights { try notNegative(parameter, weight) }
    let sum = weights.reduce(0, +)
    try positive(parameter, sum)
    return weights.map { $0 / sum }
  }
}
