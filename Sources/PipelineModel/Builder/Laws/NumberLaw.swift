import Randomness

/// A law of numbers as the builder writes it: `6`, or `.poisson(2)`.
///
/// Parameters that make no law are a programmer error and stop the program with a sentence, as those of a `SpanLaw`.
/// Parameters that a program computes or reads go through the throwing factories: `NumberLaw(try Law.poisson(mean: x))`.
public struct NumberLaw: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// The law.
  public var law: Law

  /// A law.
  public init(_ law: Law) { self.law = law }
  /// Always the same number.
  public init(_ value: Double) { law = .written { () throws(LawFault) in try .fixed(value) } }
  /// Always the same number.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
  /// Always the same number.
  public init(floatLiteral value: Double) { self.init(value) }

  private init(written make: () throws(LawFault) -> Law) { law = .written(make) }

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

  /// The normal law.
  public static func normal(mean: Double, standardDeviation: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .normal(mean: mean, standardDeviation: standardDeviation) })
  }

  /// The law whose logarithm is normal.
  public static func lognormal(median: Double, sigma: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .lognormal(median: median, sigma: sigma) })
  }

  /// The law without memory, by its mean.
  public static func exponential(_ mean: Double) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .exponential(mean: mean) })
  }

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

  /// Listed values with weights, which need not add up to 1.
  public static func discrete(values: [Double], weights: [Double]) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .discrete(values: values, weights: weights) })
  }

  /// Observed values, each as likely.
  public static func empirical(_ values: [Double]) -> NumberLaw {
    NumberLaw(written: { () throws(LawFault) in try .empirical(values) })
  }
}
