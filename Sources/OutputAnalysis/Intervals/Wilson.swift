extension Interval {
  /// Wilson's score interval for a proportion.
  ///
  /// It never collapses to a point: with no success in `trials` its upper end is z²/(trials + z²). Numbers
  /// need not be whole, so that a design effect can reduce them. Wilson (1927), DOI
  /// 10.1080/01621459.1927.10502953.
  ///
  /// - Parameters:
  ///   - successes: how many succeeded, from 0 to `trials`
  ///   - trials: how many there were, more than 0
  ///   - level: the confidence level
  ///   - critical: the critical value, the normal one unless given
  public static func wilson(
    successes: Double, trials: Double, level: Double = 0.95, critical: Double? = nil
  ) -> Interval {
    precondition(
      trials > 0 && successes >= 0 && successes <= trials, "successes lie in 0...trials, trials > 0")
    let z = critical ?? CriticalValue.normal(level: level)
    let proportion = successes / trials
    let square = z * z / trials
    let center = (proportion + square / 2) / (1 + square)
    let spread = (proportion * (1 - proportion) + square / 4) / trials
    let halfWidth = z * spread.squareRoot() / (1 + square)
    // At the ends the formula gives 0 or 1 but for rounding; say so exactly.
    let low = successes == 0 ? 0 : Swift.max(0, center - halfWidth)
    let high = successes == trials ? 1 : Swift.min(1, center + halfWidth)
    return Interval(low: low, high: high, level: level, method: .wilson)
  }
}
