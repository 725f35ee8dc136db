extension QuantityPrinting {
  /// A length in seconds for people: its two largest units, such as `3 d 4 h`, `7 h 30 min`, `45 s`, `1.5 s`.
  ///
  /// It is rounded to the smaller of the two, halves away from zero, and one that is nothing is left out. Below ten
  /// seconds there are up to three decimals. What is not finite is `–`.
  public static func elapsed(seconds: Double) -> String {
    guard seconds.isFinite else { return "–" }
    if seconds < 0 {
      let text = elapsed(seconds: -seconds)
      return text == "0 s" ? text : "-" + text
    }
    if seconds < 10 {
      let rounded = (seconds * 1_000).rounded() / 1_000
      return "\(number(rounded)) s"
    }
    // Rounding may carry into the next larger unit, so each pair checks what it rounds to.
    for (larger, smaller) in [(TimeUnit.min, TimeUnit.s), (.h, .min), (.d, .h)] {
      guard let large = larger.secondsPerUnit, let small = smaller.secondsPerUnit else { continue }
      let count = (seconds / small).rounded()
      let perLarge = large / small
      if let next = limit(of: larger), count * small >= next { continue }
      let whole = (count / perLarge).rounded(.down)
      return pair(whole, larger, count - whole * perLarge, smaller)
    }
    return "\(number((seconds / 86_400).rounded())) d"
  }

  /// The seconds from which a larger unit takes over.
  private static func limit(of unit: TimeUnit) -> Double? {
    switch unit {
    case .min: 3_600
    case .h: 86_400
    default: nil
    }
  }

  private static func pair(_ large: Double, _ larger: TimeUnit, _ small: Double, _ smaller: TimeUnit)
    -> String
  {
    let parts = [(large, larger), (small, smaller)].filter { $0.0 != 0 }
    return parts.map { "\(number($0.0)) \($0.1.symbol)" }.joined(separator: " ")
  }
}
