/// An amount of money as it was written.
///
/// Amounts in different currencies are never converted or added here; a scenario states its own exchange rates.
public struct Money: Hashable, Sendable {
  /// Whole and part units of the currency.
  public var amount: Double
  /// The currency.
  public var currency: Currency

  /// So much of a currency.
  public init(_ amount: Double, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// So many euros.
  public static func euros(_ amount: Double) -> Money { Money(amount, .eur) }
  /// So many Swedish crowns.
  public static func swedishCrowns(_ amount: Double) -> Money { Money(amount, .sek) }
}

/// A currency that scenarios may use, by its ISO 4217 code.
public enum Currency: String, Hashable, Sendable, CaseIterable {
  /// Euro.
  case eur = "EUR"
  /// Swedish crown.
  case sek = "SEK"
  /// Danish crown.
  case dkk = "DKK"
  /// Norwegian crown.
  case nok = "NOK"
  /// Pound sterling.
  case gbp = "GBP"
  /// Swiss franc.
  case chf = "CHF"
  /// United States dollar.
  case usd = "USD"

  /// The written code, such as `EUR`.
  public var code: String { rawValue }
}

extension Money: LosslessStringConvertible {
  /// The amount that a text such as `25000 EUR` names, or nil.
  public init?(_ text: String) {
    guard let money = try? QuantityGrammar.money(text) else { return nil }
    self = money
  }

  /// As a scenario writes it: `25000 EUR`.
  public var description: String { QuantityPrinting.money(self) }
}
