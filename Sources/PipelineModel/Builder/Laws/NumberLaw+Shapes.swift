import Randomness

extension NumberLaw {
  /// Any number between the least and the greatest, all equally likely.
  public static func uniform(_ least: Double, _ greatest: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .uniform(minimum: least, maximum: greatest) })
  }

  /// Least, likeliest and greatest number, with straight lines between.
  public static func triangular(_ least: Double, _ likeliest: Double, _ greatest: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in
      try .triangular(minimum: least, mode: likeliest, maximum: greatest)
    })
  }

  /// Least, likeliest and greatest number, joined smoothly.
  public static func pert(_ least: Double, _ likeliest: Double, _ greatest: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .pert(minimum: least, mode: likeliest, maximum: greatest)
    })
  }

  /// The normal law.
  public static func normal(mean: Double, standardDeviation: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .normal(mean: mean, standardDeviation: standardDeviation)
    })
  }

  /// The law whose logarithm is normal, by its median and the standard deviation of the natural logarithm.
  public static func lognormal(median: Double, sigma: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .lognormal(median: median, sigma: sigma) })
  }

  /// The law whose logarithm is normal, by its own mean and standard deviation.
  public static func lognormal(mean: Double, standardDeviation: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in
      try .lognormal(mean: mean, standardDeviation: standardDeviation)
    })
  }

  /// The law whose logarithm is normal, by its median and its quartiles, which decide the spread.
  public static func lognormal(median: Double, lowerQuartile: Double, upperQuartile: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in
      try .lognormal(median: median, lowerQuartile: lowerQuartile, upperQuartile: upperQuartile)
    })
  }

  /// The law without memory, by its mean.
  public static func exponential(_ mean: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .exponential(mean: mean) })
  }

  /// The gamma law, by its shape and its mean.
  public static func gamma(mean: Double, shape: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .gamma(shape: shape, scale: mean / shape) })
  }

  /// The gamma law, by its shape and its scale, which is mean / shape.
  public static func gamma(scale: Double, shape: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .gamma(shape: shape, scale: scale) })
  }

  /// The sum of so many exponential stages, by the mean of the whole.
  public static func erlang(stages: Int, mean: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .erlang(stages: stages, mean: mean) })
  }

  /// The Weibull law; a shape above 1 means that failure grows likelier with age.
  public static func weibull(shape: Double, scale: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .weibull(shape: shape, scale: scale) })
  }

  /// The law whose logarithm is logistic.
  public static func logLogistic(median: Double, shape: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .logLogistic(median: median, shape: shape) })
  }

  /// The beta law, stretched between two numbers.
  public static func beta(alpha: Double, beta: Double, from least: Double = 0, to greatest: Double = 1)
    -> NumberLaw
  {
    NumberLaw(written: { () throws(LawFault) in try .beta(alpha: alpha, beta: beta, from: least, to: greatest)
    })
  }

  /// A choice between exponential laws: more variable than one of them.
  public static func hyperexponential(probabilities: [Double], means: [Double]) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .hyperexponential(weights: probabilities, means: means) })
  }
}
