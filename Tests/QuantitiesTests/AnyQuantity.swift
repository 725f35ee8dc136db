import Quantities

/// Any quantity read by the parser of its form: its value, and the text it is printed as where it has one.
struct AnyQuantity: Equatable {
  let value: AnyHashable
  let printed: String

  init(_ form: QuantityForm, _ text: String) throws(QuantityFault) {
    func keep<Value: Hashable & CustomStringConvertible>(_ value: Value) -> (AnyHashable, String) {
      (AnyHashable(value), value.description)
    }
    func keepNumber(_ value: Double) -> (AnyHashable, String) {
      (AnyHashable(value), QuantityPrinting.number(value))
    }
    switch form {
    case .number: (value, printed) = keepNumber(try QuantityGrammar.number(text))
    case .count: (value, printed) = keep(try QuantityGrammar.count(text))
    case .probability: (value, printed) = keepNumber(try QuantityGrammar.probability(text))
    case .percentage:
      let fraction = try QuantityGrammar.percentage(text)
      (value, printed) = (AnyHashable(fraction), fraction == 0 ? "0 %" : "\(fraction)e2 %")
    case .duration: (value, printed) = keep(try QuantityGrammar.timeLength(text))
    case .rate: (value, printed) = keep(try QuantityGrammar.rate(text))
    case .hazard: (value, printed) = keep(try QuantityGrammar.hazard(text))
    case .money: (value, printed) = keep(try QuantityGrammar.money(text))
    case .countedThings: (value, printed) = keep(try QuantityGrammar.countedThings(text))
    case .date: (value, printed) = keep(try QuantityGrammar.date(text))
    case .dateOrDuration: (value, printed) = keep(try QuantityGrammar.dateOrLength(text))
    case .instant: (value, printed) = keep(try QuantityGrammar.instant(text))
    case .monthDay: (value, printed) = keep(try QuantityGrammar.monthDay(text))
    case .timeOfDay: (value, printed) = keep(try QuantityGrammar.timeOfDay(text))
    case .timeOfDayRange: (value, printed) = keep(try QuantityGrammar.timeOfDayRange(text))
    case .weekday: (value, printed) = keep(try QuantityGrammar.weekday(text))
    case .weekdays: (value, printed) = keep(try QuantityGrammar.weekdays(text))
    case .tick: (value, printed) = keep(try QuantityGrammar.tick(text))
    }
  }
}
