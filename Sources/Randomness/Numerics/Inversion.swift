import CGSL
import Foundation

/// The inverse distribution functions, shared by `Law.quantile` and by compiled samplers so that both agree bit by
/// bit. `u` lies in (0, 1).
enum Inversion {
  static func uniform(_ u: Double, _ minimum: Double, _ width: Double) -> Double { minimum + width * u }

  static func triangular(_ u: Double, _ minimum: Double, _ mode: Double, _ maximum: Double) -> Double {
    let width = maximum - minimum
    guard width > 0 else { return minimum }
    let rise = mode - minimum
    if u * width < rise { return minimum + (u * width * rise).squareRoot() }
    return maximum - ((1 - u) * width * (maximum - mode)).squareRoot()
  }

  static func exponential(_ u: Double, _ mean: Double) -> Double { -mean * log1p(-u) }

  /// By Wichura's AS 241 in GSL, relative error about 1e-16.
  static func normal(_ u: Double, _ mean: Double, _ deviation: Double) -> Double {
    mean + deviation * gsl_cdf_ugaussian_Pinv(u)
  }

  static func lognormal(_ u: Double, _ median: Double, _ sigma: Double) -> Double {
    median * exp(sigma * gsl_cdf_ugaussian_Pinv(u))
  }

  static func weibull(_ u: Double, _ reciprocalShape: Double, _ scale: Double) -> Double {
    scale * pow(-log1p(-u), reciprocalShape)
  }

  static func logLogistic(_ u: Double, _ median: Double, _ reciprocalShape: Double) -> Double {
    median * pow(u / (1 - u), reciprocalShape)
  }

  /// GSL's Newton iteration from a rough start, accepted if the distribution function there is `u` to 1 part in 10⁹,
  /// else bisected to the last bit. GSL 2.7.1 gives NaN for shapes up to 0.1 and for some from 10⁵ on; between, its
  /// inverse of P loses the digits of the upper tail, so that the inverse of Q is asked there.
  static func gamma(_ u: Double, _ shape: Double, _ scale: Double) -> Double {
    let guess = u <= 0.5 ? gsl_cdf_gamma_Pinv(u, shape, 1) : gsl_cdf_gamma_Qinv(1 - u, shape, 1)
    if guess.isFinite, guess > 0,
      fits(u, gsl_cdf_gamma_P(guess, shape, 1), gsl_cdf_gamma_Q(guess, shape, 1))
    {
      return scale * guess
    }
    _ = GSLErrors.take()
    let upper = u <= 0.5
    return scale
      * OrderedBisection.first(from: 0, to: shape + 40 * shape.squareRoot() + 60) { x in
        upper ? gsl_cdf_gamma_P(x, shape, 1) >= u : gsl_cdf_gamma_Q(x, shape, 1) <= 1 - u
      }
  }

  /// As for `gamma`: GSL's iteration does not always converge, and then reports it or returns no number.
  static func beta(_ u: Double, _ alpha: Double, _ beta: Double) -> Double {
    let guess = u <= 0.5 ? gsl_cdf_beta_Pinv(u, alpha, beta) : gsl_cdf_beta_Qinv(1 - u, alpha, beta)
    if guess.isFinite, guess > 0, guess < 1,
      fits(u, gsl_cdf_beta_P(guess, alpha, beta), gsl_cdf_beta_Q(guess, alpha, beta))
    {
      return guess
    }
    _ = GSLErrors.take()
    let upper = u <= 0.5
    return OrderedBisection.first(from: 0, to: 1) { x in
      upper ? gsl_cdf_beta_P(x, alpha, beta) >= u : gsl_cdf_beta_Q(x, alpha, beta) <= 1 - u
    }
  }

  /// The number of trials up to the first success: 1, 2, …
  static func geometric(_ u: Double, _ probability: Double) -> Double {
    guard probability < 1 else { return 1 }
    var trials = max(1, (log1p(-u) / log1p(-probability)).rounded(.up))
    // The logarithms may miss by one. More is not searched: far out, a billion trials share one rounded probability.
    if trials > 1, geometricDistribution(trials - 1, probability) >= u {
      trials -= 1
    } else if geometricDistribution(trials, probability) < u {
      trials += 1
    }
    return trials
  }

  static func geometricDistribution(_ trials: Double, _ probability: Double) -> Double {
    trials < 1 ? 0 : -expm1(trials * log1p(-probability))
  }

  // The smaller tail decides, since the larger one has lost its digits.
  private static func fits(_ u: Double, _ lower: Double, _ upper: Double) -> Bool {
    let (wanted, got) = u <= 0.5 ? (u, lower) : (1 - u, upper)
    return abs(got - wanted) <= 1e-9 * wanted
  }
}
