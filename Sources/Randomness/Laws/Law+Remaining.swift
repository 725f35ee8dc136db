import Foundation

extension Law {
  /// What is left of a time that has lasted for `elapsed` already: the quantile of X − elapsed, given X > elapsed.
  ///
  /// By inversion above the distribution function there: Q(F(e) + p (1 − F(e))) − e, so that p uniform gives the exact
  /// conditional law (Devroye, 1986, Non-Uniform Random Variate Generation, II.2.2). An exponential law has no memory and
  /// needs no elapsed time. Where the law says that nothing lasts so long, nothing is left. Never negative, never NaN.
  ///
  /// Precondition: `p` lies in [0, 1]. The tail beyond a probability of 1 − 10⁻¹⁵ is not told apart from the end of the law.
  public func remaining(_ p: Double, after elapsed: Double) -> Double {
    if elapsed <= 0 { return Swift.max(0, quantile(p)) }
    if case .exponential = self { return Swift.max(0, quantile(p)) }
    let below = distributionFunction(at: elapsed)
    if below >= 1 - 1e-15 { return 0 }
    return Swift.max(0, quantile(Swift.min(1, below + p * (1 - below))) - elapsed)
  }
}
