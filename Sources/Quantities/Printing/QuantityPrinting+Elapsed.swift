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
    // The pair is chosen by what the length rounds to, so that 59 min 59.9 s is 1 h and not 60 min.
    if seconds.rounded() < 3_600 {
      return pair(seconds.rounded(), of: .s, larger: .min, ratio: 60)
    }
    let minutes = (seconds / 60).rounded()
    if minutes < 1_440 { return pair(minutes, of: .min, larger: .h, ratio: 60) }
    return pair((seconds / 3_600).rounded(), of: .h, larger: .d, ratio: 24)
  }

  private static func pair(_ count: Double, of smaller: TimeUnit, larger: TimeUnit, ratio: Double) -> String {
    let whole = (count / ratio).rounded(.down)
    let parts = [(whole, larger), (count - whole * ratio, smaller)].filter { $0.0 != 0 }
    return parts.map { "\(number($0.0)) \($0.1.symbol)" }.joined(separator: " ")
  }
}
