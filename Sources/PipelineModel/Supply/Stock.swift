import Quantities
import Randomness

/// Units on a shelf that steps consume: vector doses, bags of MSC, kits.
///
/// `vector-dose: { initial: 40 doses, reorder: { at: 40 doses, up to: 120 doses, after: 12 wk }, shelf life: 3 y }`.
/// A claim that finds too few waits (a backorder). Issued first to expire, first out.
public struct Stock: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// `initial:` units at the start.
  public var initial: Int = 0
  /// `unit:` the word for one unit; taken from `initial: 40 doses` where it is written so.
  public var unitName: String = "unit"
  /// `facility:` where it is kept, for reports.
  public var facility: String?
  /// `shelf life:` of each lot, from its arrival; no limit when absent.
  public var shelfLife: TimeLength?
  /// `reorder:`.
  public var reorder: Reorder?
  /// `costs:` of a unit.
  public var costs: StockCosts = StockCosts()

  /// A stock.
  public init(name: String, initial: Int = 0) {
    self.name = name
    self.initial = initial
  }
}

/// When and how a stock is replenished. Reviewed at every issue; position = on hand + on order − backorders.
public struct Reorder: Hashable, Sendable {
  /// How what was ordered comes.
  public enum Supply: Hashable, Sendable {
    /// `after:` a lead time; the whole order arrives.
    case leadTime(SpanLaw)
    /// `made by: lentiviral-vector`: one lot of that product is started for each order; its `store:` says what comes in.
    case product(String)
  }
  /// `at:` the reorder point: ordered when the position is at or below it.
  public var at: Int
  /// `up to:` orders the difference to this level; or `quantity:`.
  public var upTo: Int?
  /// `quantity:` a fixed order; with `made by:` the quantity that one lot counts for until it is stored.
  public var quantity: Int?
  /// `a lot brings:` with `up to:` and `made by:`, what one lot counts for until it is stored; as many lots are started as
  /// reach the level. One lot counts for all where it is not said.
  public var lotBrings: Int?
  /// `after:` or `made by:`.
  public var supply: Supply
  /// `fails:` probability that an order (with `after:`) brings nothing and is ordered again.
  public var fails: Double = 0

  /// A reorder rule.
  public init(at: Int, upTo: Int? = nil, quantity: Int? = nil, supply: Supply) {
    self.at = at
    self.upTo = upTo
    self.quantity = quantity
    self.supply = supply
  }
}
