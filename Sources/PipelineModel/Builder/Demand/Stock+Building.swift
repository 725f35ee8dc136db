import Quantities

extension Stock: ScenarioPart {
  /// A stock: `Stock("vector-dose", initial: 40, unit: "doses")`.
  public init(_ name: String, initial: Int = 0, unit: String = "unit", facility: String? = nil) {
    self.init(name: name, initial: initial)
    unitName = unit
    self.facility = facility
  }

  /// The stock without notes.
  public var noted: Noted<Stock> { Noted(self) }
}

extension ScenarioPart where Part == Stock {
  /// `shelf life:` of each lot, from its arrival.
  public func shelfLife(_ length: TimeLength) -> Noted<Stock> { setting(\.shelfLife, length) }

  /// `reorder:` to a level, after a lead time; `fails` is the probability that an order brings nothing.
  public func reorder(at point: Int, upTo level: Int, after law: SpanLaw, fails: Double = 0) -> Noted<Stock> {
    reorder(Reorder(at: point, upTo: level, supply: .leadTime(law)), fails: fails)
  }

  /// `reorder:` a fixed quantity, after a lead time; `fails` is the probability that an order brings nothing.
  public func reorder(at point: Int, quantity: Int, after law: SpanLaw, fails: Double = 0) -> Noted<Stock> {
    reorder(Reorder(at: point, quantity: quantity, supply: .leadTime(law)), fails: fails)
  }

  /// `reorder:` to a level, by as many lots of a product as reach it where `lotBrings` says what one counts for, else by one.
  public func reorder(
    at point: Int, upTo level: Int, madeBy product: String, lotBrings: Int? = nil
  ) -> Noted<Stock> {
    var rule = Reorder(at: point, upTo: level, supply: .product(product))
    rule.lotBrings = lotBrings
    return reorder(rule, fails: 0)
  }

  /// `reorder:` each order starts a lot of a product, which counts for a quantity until it is stored.
  public func reorder(at point: Int, quantity: Int, madeBy product: String) -> Noted<Stock> {
    reorder(Reorder(at: point, quantity: quantity, supply: .product(product)), fails: 0)
  }

  private func reorder(_ rule: Reorder, fails: Double) -> Noted<Stock> {
    var rule = rule
    rule.fails = fails
    return setting(\.reorder, rule)
  }
}
