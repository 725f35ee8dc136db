/// A result builder whose statements make a list: with `if`, `switch`, `for` and `#available`.
///
/// The builders of the braces adopt it and add which statements they take.
public protocol PartListBuilder {
  /// What the list holds.
  associatedtype Entry
}

extension PartListBuilder {
  /// The statements one after the other.
  public static func buildBlock(_ statements: [Entry]...) -> [Entry] { statements.flatMap { $0 } }
  /// The rounds of a `for` one after the other.
  public static func buildArray(_ rounds: [[Entry]]) -> [Entry] { rounds.flatMap { $0 } }
  /// An `if` without `else`; nothing where it does not hold.
  public static func buildOptional(_ statements: [Entry]?) -> [Entry] { statements ?? [] }
  /// The first arm of an `if` or a `switch`.
  public static func buildEither(first statements: [Entry]) -> [Entry] { statements }
  /// Another arm of an `if` or a `switch`.
  public static func buildEither(second statements: [Entry]) -> [Entry] { statements }
  /// The statements behind `if #available`.
  public static func buildLimitedAvailability(_ statements: [Entry]) -> [Entry] { statements }
}
