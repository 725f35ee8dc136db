extension QuantityGrammar {
  /// A length of time, zero or more, with its unit: `9 d`, `36h`, `1 wd`.
  public static func timeLength(_ text: String) throws(QuantityFault) -> TimeLength {
    var scanner = try QuantityScanner(text, expecting: .duration)
    return try scanner.takeTimeLength()
  }

  /// A rate, zero or more: `18 / y`, `0.9 / h`, `2.4 % / 30 d`.
  public static func rate(_ text: String) throws(QuantityFault) -> Rate {
    try rate(text, expecting: .rate)
  }

  /// A hazard, a percentage per length of time that is a constant rate: `2.4 % / 30 d`.
  public static func hazard(_ text: String) throws(QuantityFault) -> Rate {
    try rate(text, expecting: .hazard)
  }

  /// The length of a tick: `1 ms` or `1 us`.
  public static func tick(_ text: String) throws(QuantityFault) -> TickLength {
    var scanner = try QuantityScanner(text, expecting: .tick)
    let length = try scanner.takeTimeLength()
    guard let tick = TickLength.allCases.first(where: { $0.description == length.description }) else {
      throw scanner.fault(.outOfRange("1 ms or 1 us"))
    }
    return tick
  }

  private static func rate(_ text: String, expecting form: QuantityForm) throws(QuantityFault) -> Rate {
    var scanner = try QuantityScanner(text, expecting: form)
    let literal = try scanner.takeNumber()
    let written = try scanner.finite(literal)
    scanner.skipSpaces()
    let isPercentage = scanner.take("%")
    scanner.skipSpaces()
    if scanner.isAtEnd { throw scanner.fault(.missingUnit) }
    guard scanner.take("/") else { throw scanner.fault(.unexpected(scanner.rest)) }
    if form == .hazard && !isPercentage { throw scanner.fault(.malformed) }
    if literal.isNegative { throw scanner.fault(.negative) }
    scanner.skipSpaces()
    if scanner.isAtEnd { throw scanner.fault(.missingUnit) }
    let per = try scanner.takeRateLength()
    guard let seconds = per.seconds else { throw scanner.fault(.unitNotAllowed(per.unit.symbol)) }
    guard seconds > 0 else { throw scanner.fault(.zero) }
    let rate = isPercentage ? Rate(percent: written, per: per) : Rate(count: written, per: per)
    guard rate.perSecond.isFinite else { throw scanner.fault(.notFinite) }
    return rate
  }
}

extension QuantityScanner {
  /// Takes a number and a unit to the end of the text.
  mutating func takeTimeLength() throws(QuantityFault) -> TimeLength {
    let literal = try takeNumber()
    let amount = try finite(literal)
    let unit = try takeTimeUnit()
    if literal.isNegative { throw fault(.negative) }
    let length = TimeLength(amount, unit)
    guard (length.seconds ?? amount).isFinite else { throw fault(.notFinite) }
    return length
  }

  /// Takes a unit, with or without a number before it.
  mutating func takeRateLength() throws(QuantityFault) -> TimeLength {
    var probe = self
    if probe.takeLetters().isEmpty { return try takeTimeLength() }
    return TimeLength(1, try takeTimeUnit())
  }

  /// Takes the rest of the text as a unit of time.
  private mutating func takeTimeUnit() throws(QuantityFault) -> TimeUnit {
    skipSpaces()
    if isAtEnd { throw fault(.missingUnit) }
    let symbol = takeRest()
    if let unit = TimeUnit(rawValue: symbol) { return unit }
    throw fault(.unknownUnit(symbol, near: TimeUnit.near(symbol)?.symbol))
  }
}
