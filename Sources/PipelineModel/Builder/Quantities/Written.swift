import Quantities

/// A quantity that a Swift string literal may spell as a scenario file does: `"2025-01-06"`, `"07:00-17:30"`.
public protocol WrittenQuantity: Hashable, Sendable {
  /// The quantity that a text spells; nil for another text.
  static func spelled(_ text: String) -> Self?
}

/// A quantity, or the literal that spells it.
///
/// A literal that spells nothing is a programmer error and stops the program with a sentence. Texts that are not
/// literals are read with the initialisers of the quantity itself, which return nil, and passed as `.init(quantity)`.
public struct Written<Quantity: WrittenQuantity>: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The quantity.
  public var quantity: Quantity

  /// The quantity itself.
  public init(_ quantity: Quantity) { self.quantity = quantity }

  /// The quantity that a literal spells.
  ///
  /// - Precondition: the literal spells a quantity of this kind.
  public init(stringLiteral text: String) {
    guard let quantity = Quantity.spelled(text) else {
      WrittenFault.stop("'\(text)' does not spell a \(Quantity.self)")
    }
    self.quantity = quantity
  }
}

/// The end of a program that wrote numbers into its own text that cannot be.
enum WrittenFault {
  /// Stops with a sentence, in release builds too.
  static func stop(_ sentence: String) -> Never { fatalError("scenario builder: \(sentence)") }
}

extension CivilInstant: WrittenQuantity {
  /// `2025-01-06`, `2024-Q3` or `2025-03-01 08:00`.
  public static func spelled(_ text: String) -> CivilInstant? {
    CivilDate(text).map { CivilInstant($0) } ?? CivilInstant(text)
  }
}

extension CivilDate: WrittenQuantity {
  /// `2025-01-06` or `2024-Q3`.
  public static func spelled(_ text: String) -> CivilDate? { CivilDate(text) }
}

extension MonthDay: WrittenQuantity {
  /// `07-01`.
  public static func spelled(_ text: String) -> MonthDay? { MonthDay(text) }
}

extension TimeOfDayRange: WrittenQuantity {
  /// `07:00-17:30`.
  public static func spelled(_ text: String) -> TimeOfDayRange? { TimeOfDayRange(text) }
}

extension CivilZone: WrittenQuantity {
  /// `Europe/Stockholm`.
  public static func spelled(_ text: String) -> CivilZone? { CivilZone(identifier: text) }
}
