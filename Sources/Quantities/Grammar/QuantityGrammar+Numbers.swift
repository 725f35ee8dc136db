extension QuantityGrammar {
  /// A finite decimal number: `12`, `-0.5`, `3e-4`.
  public static func number(_ text: String) throws(QuantityFault) -> Double {
    var scanner = try QuantityScanner(text, expecting: .number)
    let literal = try scanner.takeNumber()
    try scanner.endOfNumber()
    return try scanner.finite(literal)
  }

  /// A whole number, zero or more, without fraction or exponent: `12`.
  public static func count(_ text: String) throws(QuantityFault) -> Int {
    var scanner = try QuantityScanner(text, expecting: .count)
    let count = try scanner.takeCount()
    try scanner.endOfNumber()
    return count
  }

  /// A probability from 0 to 1: `0.04` or `4 %`.
  public static func probability(_ text: String) throws(QuantityFault) -> Double {
    var scanner = try QuantityScanner(text, expecting: .probability)
    let literal = try scanner.takeNumber()
    scanner.skipSpaces()
    let isPercentage = scanner.take("%")
    try scanner.endOfNumber()
    let value = try scanner.finite(literal, timesTenTo: isPercentage ? -2 : 0)
    if literal.isNegative { throw scanner.fault(.negative) }
    if value > 1 {
      throw scanner.fault(.outOfRange(isPercentage ? "from 0 to 100 %" : "from 0 to 1"))
    }
    return value
  }

  /// A percentage, zero or more, as a fraction: `87.5 %` is 0.875.
  public static func percentage(_ text: String) throws(QuantityFault) -> Double {
    var scanner = try QuantityScanner(text, expecting: .percentage)
    let literal = try scanner.takeNumber()
    scanner.skipSpaces()
    if scanner.isAtEnd { throw scanner.fault(.missingUnit) }
    guard scanner.take("%") else {
      let isPercentInWords = ["percent", "per cent", "pct", "procent"].contains(scanner.rest.lowercased())
      throw scanner.fault(.unknownUnit(scanner.rest, near: isPercentInWords ? "%" : nil))
    }
    try scanner.end()
    if literal.isNegative { throw scanner.fault(.negative) }
    return try scanner.finite(literal, timesTenTo: -2)
  }

  /// A whole number and a word: `40 doses`.
  public static func countedThings(_ text: String) throws(QuantityFault) -> CountedThings {
    var scanner = try QuantityScanner(text, expecting: .countedThings)
    let count = try scanner.takeCount()
    scanner.skipSpaces()
    if scanner.isAtEnd { throw scanner.fault(.missingUnit) }
    var noun = scanner.takeLetters()
    while !noun.isEmpty, scanner.take("-") {
      let part = scanner.takeLetters()
      guard !part.isEmpty else { throw scanner.fault(.malformed) }
      noun += "-" + part
    }
    try scanner.end()
    return CountedThings(count, noun)
  }
}

extension QuantityScanner {
  /// The value of a literal, or the fault that it is too large.
  func finite(_ literal: DecimalLiteral, timesTenTo power: Int = 0) throws(QuantityFault) -> Double {
    guard let value = literal.value(timesTenTo: power) else { throw fault(.notFinite) }
    return value
  }

  /// Takes a whole number, zero or more.
  mutating func takeCount() throws(QuantityFault) -> Int {
    let literal = try takeNumber()
    if literal.isNegative { throw fault(.negative) }
    guard literal.isPlainInteger else { throw fault(.notWhole) }
    guard let count = Int(literal.mantissa) else { throw fault(.outOfRange("at most \(Int.max)")) }
    return count
  }

  /// Faults what is left after a number: `0x1F`, `1_000` and `12:30` are no numbers.
  func endOfNumber() throws(QuantityFault) {
    if isAtEnd { return }
    throw fault(rest.hasPrefix(" ") ? .unexpected(String(rest.drop { $0 == " " })) : .notANumber)
  }
}
