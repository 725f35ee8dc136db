import Quantities
import Randomness

extension SpanLaw {
  /// Any length between the least and the greatest, all equally likely.
  public static func uniform(_ least: TimeLength, _ greatest: TimeLength) -> SpanLaw {
    written([least, greatest]) { (v) throws(LawFault) in try .uniform(minimum: v[0], maximum: v[1]) }
  }

  /// Least, likeliest and greatest length, with straight lines between.
  public static func triangular(
    _ least: TimeLength, _ likeliest: TimeLength, _ greatest: TimeLength
  ) -> SpanLaw {
    written([least, likeliest, greatest]) { (v) throws(LawFault) in
      try .triangular(minimum: v[0], mode: v[1], maximum: v[2])
    }
  }

  /// Least, likeliest and greatest length, joined smoothly.
  public static func pert(
    _ least: TimeLength, _ likeliest: TimeLength, _ greatest: TimeLength
  ) -> SpanLaw {
    written([least, likeliest, greatest]) { (v) throws(LawFault) in
      try .pert(minimum: v[0], mode: v[1], maximum: v[2])
    }
  }

  /// The law without memory, by its mean.
  public static func exponential(_ mean: TimeLength) -> SpanLaw {
    written([mean]) { (v) throws(LawFault) in try .exponential(mean: v[0]) }
  }

  /// The normal law, cut off at zero.
  public static func normal(mean: TimeLength, standardDeviation: TimeLength) -> SpanLaw {
    written([mean, standardDeviation]) { (v) throws(LawFault) in
      try Law.normal(mean: v[0], standardDeviation: v[1]).truncated(from: 0)
    }
  }

  /// The law whose logarithm is normal, by its median and the standard deviation of the natural logarithm.
  public static func lognormal(median: TimeLength, sigma: Double) -> SpanLaw {
    written([median]) { (v) throws(LawFault) in try .lognormal(median: v[0], sigma: sigma) }
  }

  /// The law whose logarithm is normal, by its own mean and standard deviation.
  public static func lognormal(mean: TimeLength, standardDeviation: TimeLength) -> SpanLaw {
    written([mean, standardDeviation]) { (v) throws(LawFault) in
      try .lognormal(mean: v[0], standardDeviation: v[1])
    }
  }

  /// The law whose logarithm is normal, by its median and its quartiles, which decide the spread.
  public static func lognormal(
    median: TimeLength, lowerQuartile: TimeLength, upperQuartile: TimeLength
  ) -> SpanLaw {
    written([median, lowerQuartile, upperQuartile]) { (v) throws(LawFault) in
      try .lognormal(median: v[0], lowerQuartile: v[1], upperQuartile: v[2])
    }
  }

  /// The gamma law, by its shape and its mean.
  public static func gamma(mean: TimeLength, shape: Double) -> SpanLaw {
    written([mean]) { (v) throws(LawFault) in try .gamma(shape: shape, scale: v[0] / shape) }
  }

  /// The gamma law, by its shape and its scale, which is mean / shape.
  public static func gamma(scale: TimeLength, shape: Double) -> SpanLaw {
    written([scale]) { (v) throws(LawFault) in try .gamma(shape: shape, scale: v[0]) }
  }

  /// The sum of so many exponential stages, by the mean of the whole.
  public static func erlang(stages: Int, mean: TimeLength) -> SpanLaw {
    written([mean]) { (v) throws(LawFault) in try .erlang(stages: stages, mean: v[0]) }
  }

  /// The Weibull law; a shape above 1 means that failure grows likelier with age.
  public static func weibull(shape: Double, scale: TimeLength) -> SpanLaw {
    written([scale]) { (v) throws(LawFault) in try .weibull(shape: shape, scale: v[0]) }
  }

  /// The law whose logarithm is logistic.
  public static func logLogistic(median: TimeLength, shape: Double) -> SpanLaw {
    written([median]) { (v) throws(LawFault) in try .logLogistic(median: v[0], shape: shape) }
  }

  /// The beta law, stretched between two lengths.
  public static func beta(
    alpha: Double, beta: Double, from least: TimeLength, to greatest: TimeLength
  ) -> SpanLaw {
    written([least, greatest]) { (v) throws(LawFault) in
      try .beta(alpha: alpha, beta: beta, from: v[0], to: v[1])
    }
  }

  /// A choice between exponential laws: more variable than one of them.
  public static func hyperexponential(probabilities: [Double], means: [TimeLength]) -> SpanLaw {
    written(means) { (v) throws(LawFault) in try .hyperexponential(weights: probabilities, means: v) }
  }
}
