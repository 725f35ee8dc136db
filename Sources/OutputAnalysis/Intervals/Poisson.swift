internal import CGSL

extension Interval {
  /// Garwood's exact interval for the mean of a Poisson law.
  ///
  /// It never collapses to a point: with no event in an exposure of n its upper end is −ln((1 − level) / 2) / n, which is
  /// 3.69 / n at 0.95; the rule of three's 3 / n (Hanley & Lippman-Hand 1983, DOI 10.1001/jama.1983.03330370053031)
  /// is the one-sided bound. It covers the mean at least as often as its level says. The number of events need not
  /// be whole, so that a design effect can reduce it. Garwood (1936), DOI 10.1093/biomet/28.3-4.437.
  ///
  /// - Parameters:
  ///   - events: how many events there were, not negative
  ///   - exposure: in how much they were looked for, such as a number of replications; more than 0
  ///   - level: the confidence level
  public static func poisson(events: Double, exposure: Double, level: Double = 0.95) -> Interval {
    precondition(events >= 0 && exposure > 0, "events are not negative, the exposure is more than 0")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let tail = (1 - level) / 2
    let low = events == 0 ? 0 : gsl_cdf_chisq_Pinv(tail, 2 * events) / 2
    let high = gsl_cdf_chisq_Qinv(tail, 2 * events + 2) / 2
    return Interval(low: low / exposure, high: high / exposure, level: level, method: .poisson)
  }
}
