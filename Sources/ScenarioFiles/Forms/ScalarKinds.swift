import Quantities

extension ScalarKind {
  /// A kind of quantity that the grammar of `Quantities` reads.
  init(
    _ name: String, _ form: QuantityForm, unit: String = "", range: String, isNumber: Bool = true,
    schema: JSONValue
  ) {
    self.init(
      name: name, expectation: "\(form.phrase), such as \(form.examples)", unit: unit, range: range,
      isNumber: isNumber, schema: schema)
  }

  static let times = "time"
  private static let timeUnits = "(us|ms|s|min|h|d|wk|mo|y|wd)"
  private static let calendarUnits = "(us|ms|s|min|h|d|wk|mo|y)"
  private static let digits = "\\\\+?[0-9]+(\\\\.[0-9]+)?([eE][+-]?[0-9]+)?".replacing("\\\\", with: "\\")
  private static let dates = "[0-9]{4}-([0-9]{2}-[0-9]{2}|Q[1-4])"
  private static let clock = "[0-9]{2}:[0-9]{2}(:[0-9]{2})?"

  static func pattern(_ pattern: String) -> JSONValue {
    .object(["type": .text("string"), "pattern": .text("^\\s*" + pattern + "\\s*$")])
  }

  static let text = ScalarKind(
    name: "text", expectation: "a text", range: "any text",
    schema: .object(["type": .list([.text("string"), .text("number"), .text("boolean")])]))
  static let name = ScalarKind(
    name: "name", expectation: "a name", range: "a name without . / : and quotes",
    schema: .object(["type": .list([.text("string"), .text("number")])]))
  static let boolean = ScalarKind(
    name: "true or false", expectation: "'true' or 'false'", range: "true, false",
    schema: .object(["type": .text("boolean")]))
  static let number = ScalarKind(
    "number", .number, range: "any finite number", schema: .object(["type": .text("number")]))
  static let positiveNumber = ScalarKind(
    "number", .number, range: "greater than 0",
    schema: .object(["type": .text("number"), "exclusiveMinimum": .number(0)]))
  static let amount = ScalarKind(
    "number", .number, range: "0 or more", schema: .object(["type": .text("number"), "minimum": .number(0)]))
  static let probability = ScalarKind(
    "probability", .probability, unit: "none, or %", range: "0 to 1, or 0 % to 100 %",
    schema: .object([
      "anyOf": .list([
        .object(["type": .text("number"), "minimum": .number(0), "maximum": .number(1)]),
        pattern(digits + "\\s*%"),
      ])
    ]))
  static let duration = ScalarKind(
    "duration", .duration, unit: "time, or `wd`", range: "0 or longer",
    schema: pattern(digits + "\\s*" + timeUnits))
  static let calendarDuration = ScalarKind(
    "duration", .duration, unit: times, range: "0 or longer", schema: pattern(digits + "\\s*" + calendarUnits)
  )
  static let rate = ScalarKind(
    "rate", .rate, unit: "a number, or a percentage, per time", range: "0 or more",
    schema: pattern(digits + "\\s*%?\\s*/\\s*(" + digits + ")?\\s*" + timeUnits))
  static let hazard = ScalarKind(
    "hazard", .hazard, unit: "% per time", range: "0 or more; a constant rate",
    schema: pattern(digits + "\\s*%\\s*/\\s*(" + digits + ")?\\s*" + timeUnits))
  static let countedThings = ScalarKind(
    name: "count of things",
    expectation: "a whole number, with or without its word, such as '40' or '40 doses'",
    unit: "any word", range: "0 or more", isNumber: true,
    schema: .object([
      "anyOf": .list([
        .object(["type": .text("integer"), "minimum": .number(0)]), pattern("[0-9]+\\s*[A-Za-z][A-Za-z-]*"),
      ])
    ]))
  static let instant = ScalarKind(
    name: "date",
    expectation: "a date, such as '2024-10-01' or '2024-Q3', or a date and time, such as '2025-03-01 08:00'",
    range: "years 0001 to 9999", isNumber: true, schema: pattern(dates + "([ T]" + clock + ")?"))
  static let moment = ScalarKind(
    name: "moment",
    expectation:
      "a date, such as '2024-10-01', '2024-Q3' or '2025-03-01 08:00', or a time after the start, such as '36 h'",
    unit: times, range: "a date, or 0 or longer after the start", isNumber: true,
    schema: .object([
      "anyOf": .list([pattern(dates + "([ T]" + clock + ")?"), pattern(digits + "\\s*" + timeUnits)])
    ]))
  static let monthDay = ScalarKind(
    "day of the year", .monthDay, range: "01-01 to 12-31", schema: pattern("[0-9]{2}-[0-9]{2}"))
  static let hours = ScalarKind(
    "time range", .timeOfDayRange, range: "00:00 to 24:00; may run past midnight",
    schema: pattern(clock + "\\s*-\\s*" + clock))
  static let weekdays = ScalarKind(
    "weekdays", .weekdays, range: "mon tue wed thu fri sat sun", isNumber: false, schema: pattern("[a-z, -]+")
  )
  static let tick = ScalarKind(
    "tick", .tick, unit: "ms, us", range: "1 ms or 1 us", isNumber: false, schema: pattern("1\\s*(ms|us)"))
  static let bound = ScalarKind(
    name: "bound", expectation: "a number with the unit of what it bounds, such as '3 mo' or '0.05'",
    range: "as the number that it bounds",
    schema: .object(["type": .list([.text("string"), .text("number")])]))
  static let dateOffset = ScalarKind(
    name: "booked date", expectation: "'booked day', 'booked day + 7 d' or 'booked day + 1 wd'",
    unit: "d (dates), wd (working days)", range: "0 or later",
    schema: pattern("booked day(\\s*\\+\\s*[0-9]+\\s*(d|wk|wd))?"))

  /// A whole number in a range.
  static func whole(_ range: ClosedRange<Int>) -> ScalarKind {
    let words =
      range.upperBound >= largestCount
      ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    return ScalarKind(
      "whole number", .count, range: words,
      schema: .object(["type": .text("integer"), "minimum": .number(Double(range.lowerBound))]))
  }

  /// The largest count that the language accepts anywhere.
  static let largestCount = 1_000_000_000

  /// One of several words.
  static func word(_ words: [String]) -> ScalarKind {
    ScalarKind(
      name: "word", expectation: words.map { "'\($0)'" }.joined(separator: " or "),
      range: words.joined(separator: " | "), schema: .object(["enum": .list(words.map(JSONValue.text))]))
  }
}
