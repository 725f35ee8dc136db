import Quantities
import Randomness

/// Words for numbers that make no law.
enum LawFaultWording {
  static func sentence(for fault: LawFault) -> String {
    let subject = "'\(fault.parameter)' of the law '\(fault.law)'"
    let value = QuantityPrinting.number(fault.value)
    return switch fault.reason {
    case .notFinite: "\(subject) must be finite"
    case .notPositive: "\(subject) must be greater than zero, not \(value)"
    case .negative: "\(subject) must not be negative, as \(value) is"
    case .notProbability: "\(subject) must lie between 0 and 1, not \(value)"
    case .below(let other, let bound):
      "\(subject) must be at least '\(other)', which is \(number(bound)), not \(value)"
    case .notAbove(let other, let bound):
      "\(subject) must be greater than '\(other)', which is \(number(bound)), not \(value)"
    case .above(let most): "\(subject) must be at most \(number(most)), not \(value)"
    case .under(let least): "\(subject) must be at least \(number(least)), not \(value)"
    case .notWhole: "\(subject) must be a whole number, not \(value)"
    case .empty: "\(subject) is empty"
    case .notAsLong(let length): "\(subject) has \(value) entries where \(length) are needed"
    case .keepsTooLittle(let probability):
      "the bounds of the law '\(fault.law)' keep only the probability \(number(probability)) of it"
    case .numerical: "the law '\(fault.law)' cannot be computed with these numbers"
    }
  }

  private static func number(_ value: Double) -> String { QuantityPrinting.number(value) }
}
