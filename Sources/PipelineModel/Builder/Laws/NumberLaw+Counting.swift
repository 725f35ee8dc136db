import Randomness

extension NumberLaw {
  /// The Poisson law, by its mean.
  public static func poisson(_ mean: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .poisson(mean: mean) })
  }

  /// One with this probability, else zero.
  public static func bernoulli(_ probability: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .bernoulli(probability: probability) })
  }

  /// Trials up to and including the first success.
  public static func geometric(_ probability: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .geometric(probability: probability) })
  }

  /// Successes in a number of trials.
  public static func binomial(trials: Int, probability: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .binomial(trials: trials, probability: probability) })
  }

  /// Failures before a number of successes.
  public static func negativeBinomial(successes: Double, probability: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in
      try .negativeBinomial(successes: successes, probability: probability)
    })
  }

  /// Listed values with weights, which need not add up to 1.
  public static func discrete(values: [Double], weights: [Double]) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .discrete(values: values, weights: weights) })
  }

  /// Observed values, each as likely.
  public static func empirical(_ values: [Double]) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .empirical(values) })
  }

  /// One of several laws, chosen by weight: `.mixture((3, .poisson(2)), (1, 5))`.
  public static func mixture(_ parts: (weight: Double, law: NumberLaw)...) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in
      try .mixture(parts.map(\.law.law), weights: parts.map(\.weight))
    })
  }

  /// This law, greater by a constant.
  public func shifted(by offset: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try law.shifted(by: offset) })
  }

  /// This law, given that its value lies within bounds.
  public func truncated(from least: Double = -.infinity, to greatest: Double = .infinity) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try law.truncated(from: least, to: greatest) })
  }

  /// This law times a constant.
  public func scaled(by factor: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in factor == 1 ? law : try law.scaled(by: factor) })
  }
}
