extension QuantityGrammar {
  /// Money, zero or more, with its currency: `25000 EUR`, `25k EUR`, `1.2M SEK`.
  public static func money(_ text: String) throws(QuantityFault) -> Money {
    var scanner = try QuantityScanner(text, expecting: .money)
    let literal = try scanner.takeNumber()
    let power = scanner.take("k") ? 3 : scanner.take("M") ? 6 : 0
    let amount = try scanner.finite(literal, timesTenTo: power)
    scanner.skipSpaces()
    if scanner.isAtEnd { throw scanner.fault(.missingUnit) }
    let code = scanner.takeRest()
    guard let currency = Currency(rawValue: code) else {
      throw scanner.fault(.unknownUnit(code, near: Currency.near(code)?.code))
    }
    if literal.isNegative { throw scanner.fault(.negative) }
    return Money(amount, currency)
  }
}
