/// A length of time as it was written: an amount and its unit.
///
/// `24 h` and `1 d` are different values of the same length. A scenario is read back as it was written, and `mo`, `y`
/// and `wd` have no fixed length where they are added to a date. Compare `seconds` to compare lengths.
public struct TimeLength: Hashable, Sendable {
  /// How many of the unit.
  public var amount: Double
  /// The unit.
  public var unit: TimeUnit

  /// So many of a unit.
  public init(_ amount: Double, _ unit: TimeUnit) {
    self.amount = amount
    self.unit = unit
  }

  /// The length in seconds (`mo` is `y`/12 and `y` is 365.25 d); nil for working days.
  public var seconds: Double? {
    switch unit {
    // Division by a power of ten rounds correctly; multiplication by its inverse does not.
    case .us: amount / 1e6
    case .ms: amount / 1e3
    default: unit.secondsPerUnit.map { amount * $0 }
    }
  }

  /// So many seconds.
  public static func seconds(_ amount: Double) -> TimeLength { TimeLength(amount, .s) }
  /// So many minutes.
  public static func minutes(_ amount: Double) -> TimeLength { TimeLength(amount, .min) }
  /// So many hours.
  public static func hours(_ amount: Double) -> TimeLength { TimeLength(amount, .h) }
  /// So many days of 24 h.
  public static func days(_ amount: Double) -> TimeLength { TimeLength(amount, .d) }
  /// So many weeks of 7 d.
  public static func weeks(_ amount: Double) -> TimeLength { TimeLength(amount, .wk) }
  /// So many months.
  public static func months(_ amount: Double) -> TimeLength { TimeLength(amount, .mo) }
  /// So many years.
  public static func years(_ amount: Double) -> TimeLength { TimeLength(amount, .y) }
  /// So many working days of the plan of whoever performs the step.
  public static func workingDays(_ amount: Double) -> TimeLength { TimeLength(amount, .wd) }
}

extension TimeLength: LosslessStringConvertible {
  /// The length that a text such as `9 d` names, or nil.
  public init?(_ text: String) {
    guard let length = try? QuantityGrammar.timeLength(text) else { return nil }
    self = length
  }

  /// As a scenario writes it: `9 d`, `1.5 h`.
  public var description: String { QuantityPrinting.timeLength(self) }
}
