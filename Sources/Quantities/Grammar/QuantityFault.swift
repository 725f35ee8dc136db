/// What is wrong with a text that should have been a quantity.
///
/// A fault is data. `sentence` words it.
public struct QuantityFault: Error, Hashable, Sendable {
  /// The kind of fault.
  public enum Kind: Hashable, Sendable {
    /// There is no text.
    case empty
    /// A number was due and something else stands there.
    case notANumber
    /// The number is infinite, not a number, or too large to hold.
    case notFinite
    /// The number has no unit.
    case missingUnit
    /// There is no such unit; `near` is the one that was probably meant.
    case unknownUnit(String, near: String?)
    /// The unit exists but cannot be used here.
    case unitNotAllowed(String)
    /// The number is below zero.
    case negative
    /// The number is zero where it cannot be.
    case zero
    /// The number is not whole.
    case notWhole
    /// The number is outside its bounds, such as 0 and 1.
    case outOfRange(String)
    /// Text is left over after the quantity.
    case unexpected(String)
    /// The text does not have the form that was due.
    case malformed
    /// The form is right but no calendar has such a date.
    case noSuchDate
    /// The form is right but no clock shows such a time.
    case noSuchTime
    /// The two ends of a range are the same.
    case emptyRange
    /// There is no such weekday; `near` is the one that was probably meant.
    case unknownWeekday(String, near: String?)
    /// The same thing is listed twice.
    case repeated(String)
  }

  /// What was due.
  public var expected: QuantityForm
  /// What is wrong.
  public var kind: Kind
  /// The text that was found.
  public var found: String

  /// A fault in `found`, which should have been of the form `expected`.
  public init(_ kind: Kind, in found: String, expected: QuantityForm) {
    self.expected = expected
    self.kind = kind
    self.found = found
  }
}

/// A form of quantity that the grammar knows.
public enum QuantityForm: Hashable, Sendable, CaseIterable {
  /// A decimal number.
  case number
  /// A whole number, zero or more.
  case count
  /// A number from 0 to 1, or a percentage from 0 to 100 %.
  case probability
  /// A percentage, zero or more.
  case percentage
  /// A length of time with its unit.
  case duration
  /// A number or percentage per length of time.
  case rate
  /// A percentage per length of time.
  case hazard
  /// An amount with its currency.
  case money
  /// A whole number and a word.
  case countedThings
  /// A date or a quarter.
  case date
  /// A date or a length of time.
  case dateOrDuration
  /// A date and a time of day.
  case instant
  /// A day of every year.
  case monthDay
  /// A time of day.
  case timeOfDay
  /// A stretch of the day.
  case timeOfDayRange
  /// A day of the week.
  case weekday
  /// Days of the week.
  case weekdays
  /// The length of a tick.
  case tick
}
