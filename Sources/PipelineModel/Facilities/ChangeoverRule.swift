import Quantities

/// How long a unit is cleared where the use before and the use to come are these: `{ after: viral vector, takes: 2 d }`.
public struct ChangeoverRule: Hashable, Sendable {
  /// Which uses of a unit are meant.
  public enum Use: Hashable, Sendable {
    /// `any`.
    case any
    /// `same product`: the product before and the product to come are the same.
    case sameProduct
    /// `other product`: they are not.
    case otherProduct
    /// A product with this trait.
    case trait(String)
  }
  /// `after:` what the unit was used for before; any when absent.
  public var after: Use
  /// `before:` what it is used for next; any when absent.
  public var before: Use
  /// `takes:` how long.
  public var takes: SpanLaw

  /// A rule of a list, of which the first that fits decides.
  public init(after: Use = .any, before: Use = .any, takes: SpanLaw) {
    self.after = after
    self.before = before
    self.takes = takes
  }
}
