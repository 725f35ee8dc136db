extension QuantityFault: CustomStringConvertible {
  /// The fault as one sentence without a full stop, for people.
  public var sentence: String {
    let start = "expected \(expected.phrase), such as \(expected.examples)"
    let quoted = found.isEmpty ? "nothing" : "'\(QuantityFault.shortened(found))'"
    guard let remark else { return "\(start), but found \(quoted)" }
    return "\(start), but found \(quoted): \(remark)"
  }

  /// The sentence.
  public var description: String { sentence }

  private var remark: String? {
    switch kind {
    case .empty, .notANumber, .malformed, .missingUnit: nil
    case .notFinite: "a number must be finite"
    case .unknownUnit(let unit, let near?):
      "there is no unit '\(QuantityFault.shortened(unit))'; did you mean '\(near)'?"
    case .unknownUnit(let unit, nil): "there is no unit '\(QuantityFault.shortened(unit))'"
    case .unitNotAllowed(let unit): "the unit '\(unit)' cannot be used here"
    case .negative: "it must not be negative"
    case .zero: "it must not be zero"
    case .notWhole: "it must be a whole number"
    case .outOfRange(let bounds): "it must be \(bounds)"
    case .unexpected(let text): "'\(QuantityFault.shortened(text))' is not expected"
    case .noSuchDate: "there is no such date"
    case .noSuchTime: "there is no such time of day"
    case .emptyRange: "it starts and ends at the same point"
    case .unknownWeekday(let day, let near?):
      "there is no weekday '\(QuantityFault.shortened(day))'; did you mean '\(near)'?"
    case .unknownWeekday(let day, nil): "there is no weekday '\(QuantityFault.shortened(day))'"
    case .repeated(let item): "'\(item)' is listed twice"
    }
  }

  /// A text short enough to quote, on one line.
  private static func shortened(_ text: String) -> String {
    let oneLine = String(text.map { $0.isNewline ? " " : $0 })
    return oneLine.count <= 60 ? oneLine : oneLine.prefix(57) + "..."
  }
}

extension QuantityForm {
  /// What it is, with its article: `a duration with a unit`.
  public var phrase: String {
    switch self {
    case .number: "a number"
    case .count: "a whole number"
    case .probability: "a probability"
    case .percentage: "a percentage"
    case .duration: "a duration with a unit"
    case .rate: "a rate"
    case .hazard: "a hazard"
    case .money: "an amount of money with its currency"
    case .countedThings: "a whole number of things"
    case .date: "a date"
    case .dateOrDuration: "a date or a duration with a unit"
    case .instant: "a date and time"
    case .monthDay: "a month and day"
    case .timeOfDay: "a time of day"
    case .timeOfDayRange: "a time range"
    case .weekday: "a weekday"
    case .weekdays: "weekdays"
    case .tick: "the length of a tick"
    }
  }

  /// Two examples, quoted: `'4 h' or '9 d'`.
  public var examples: String {
    switch self {
    case .number: "'12' or '0.5'"
    case .count: "'0' or '12'"
    case .probability: "'0.04' or '4 %'"
    case .percentage: "'4 %' or '87.5 %'"
    case .duration: "'4 h' or '9 d'"
    case .rate: "'18 / y' or '0.9 / h'"
    case .hazard: "'2.4 % / 30 d' or '8 % / y'"
    case .money: "'25000 EUR' or '25k EUR'"
    case .countedThings: "'40 doses'"
    case .date: "'2024-10-01' or '2024-Q3'"
    case .dateOrDuration: "'2034-01-01' or '10 y'"
    case .instant: "'2025-03-01 08:00'"
    case .monthDay: "'07-01'"
    case .timeOfDay: "'07:30'"
    case .timeOfDayRange: "'07:00-17:30'"
    case .weekday: "'mon'"
    case .weekdays: "'mon-fri' or 'mon, wed, fri'"
    case .tick: "'1 ms' or '1 us'"
    }
  }
}
