internal import CGSL

/// Two-sided critical values of the laws that intervals use.
///
/// Quantiles are those of the GNU Scientific Library. Levels lie strictly between 0 and 1.
public enum CriticalValue {
  /// The value that a Student variable exceeds in size with probability 1 − `level`.
  public static func student(level: Double, degreesOfFreedom: Double) -> Double {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    return gsl_cdf_tdist_Qinv((1 - level) / 2, degreesOfFreedom)
  }

  /// The value that a standard normal variable exceeds in size with probability 1 − `level`.
  public static func normal(level: Double) -> Double {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    return gsl_cdf_ugaussian_Qinv((1 - level) / 2)
  }
}
