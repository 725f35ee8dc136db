/// A decimal number as it was written, not yet rounded to a `Double`.
///
/// Keeping the digits lets `2.4 %` be exactly the `Double` of `0.024`, and `25k` that of `25000`.
struct DecimalLiteral {
  /// Sign, digits, and perhaps a point with digits.
  let mantissa: String
  /// The power of ten.
  let exponent: Int
  /// Whether a fraction or an exponent was written.
  let isPlainInteger: Bool

  var isNegative: Bool { mantissa.hasPrefix("-") && mantissa.contains { $0 >= "1" && $0 <= "9" } }

  /// The nearest `Double` to the number times a power of ten; nil where it is too large.
  func value(timesTenTo power: Int = 0) -> Double? {
    guard let value = Double("\(mantissa)e\(exponent + power)"), value.isFinite else { return nil }
    return value + 0  // A written minus zero is zero.
  }
}

extension QuantityScanner {
  /// Takes `[+-]digits[.digits][e[+-]digits]`, and faults anything else.
  mutating func takeNumber() throws(QuantityFault) -> DecimalLiteral {
    if looksNotFinite { throw fault(.notFinite) }
    let sign = take("-") ? "-" : take("+") ? "+" : ""
    let whole = takeDigits()
    guard !whole.isEmpty else { throw fault(.notANumber) }
    var mantissa = sign + whole
    let hasFraction = take(".")
    if hasFraction {
      let fraction = takeDigits()
      guard !fraction.isEmpty else { throw fault(.notANumber) }
      mantissa += "." + fraction
    }
    let exponent = takeExponent()
    let literal = DecimalLiteral(
      mantissa: mantissa, exponent: exponent ?? 0, isPlainInteger: !hasFraction && exponent == nil)
    if literal.value() == nil { throw fault(.notFinite) }
    return literal
  }

  /// Takes an exponent if there is a whole one; the `E` of `25EUR` stays where it is.
  private mutating func takeExponent() -> Int? {
    var probe = self
    guard probe.take("e") || probe.take("E") else { return nil }
    let sign = probe.take("-") ? -1 : 1
    if sign == 1 { _ = probe.take("+") }
    let digits = probe.takeDigits()
    guard !digits.isEmpty else { return nil }
    self = probe
    // Past this a Double is zero or infinite whatever the digits before it, short of absurd lengths.
    return sign * min(Int(digits) ?? 1_000_000, 1_000_000)
  }

  /// Whether the text spells an infinity or a NaN, as YAML or C would.
  private var looksNotFinite: Bool {
    var word = rest.lowercased()
    if word.hasPrefix("+") || word.hasPrefix("-") { word.removeFirst() }
    if word.hasPrefix(".") { word.removeFirst() }
    return ["inf", "nan"].contains { name in
      word.hasPrefix(name) && !(word.dropFirst(3).first?.isLetter ?? false)
    } || word.hasPrefix("infinity")
  }
}
