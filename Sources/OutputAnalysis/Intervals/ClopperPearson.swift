internal import CGSL

extension Interval {
  /// Clopper and Pearson's exact interval for a proportion of independent trials.
  ///
  /// It holds every proportion that neither explains so many successes, nor so few, with a probability of (1 − level) / 2
  /// at most; so it covers at least as often as its level says. Its ends are quantiles of the beta law. Clopper &
  /// Pearson (1934), DOI 10.1093/biomet/26.4.404.
  ///
  /// - Parameters:
  ///   - successes: how many succeeded, from 0 to `trials`
  ///   - trials: how many there were, more than 0
  ///   - level: the confidence level
  public static func clopperPearson(successes: Int, trials: Int, level: Double = 0.95) -> Interval {
    precondition(
      trials > 0 && successes >= 0 && successes <= trials, "successes lie in 0...trials, trials > 0")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let tail = (1 - level) / 2
    let (above, below) = (Double(successes), Double(trials - successes))
    return Interval(
      low: successes == 0 ? 0 : betaQuantile(tail, above, below + 1),
      high: successes == trials ? 1 : 1 - betaQuantile(tail, below, above + 1),
      level: level, method: .clopperPearson)
  }

  /// The point below which a beta law has so much probability; by bisection, which ends at neighbouring numbers for any
  /// parameters, where an iteration need not.
  private static func betaQuantile(_ probability: Double, _ first: Double, _ second: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if gsl_cdf_beta_P(middle, first, second) < probability { low = middle } else { high = middle }
    }
  }
}
