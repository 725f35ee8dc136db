/// One with a probability, else zero.
public struct BernoulliLaw: IntegerShape {
  /// The probability of one.
  public let probability: Double

  init(probability: Double) throws(LawFault) {
    try ParameterCheck("bernoulli").probability("probability", probability)
    self.probability = probability
  }

  var mean: Double { probability }
  var variance: Double { probability * (1 - probability) }
  var minimum: Double { probability == 1 ? 1 : 0 }
  var maximum: Double { probability == 0 ? 0 : 1 }
  func mass(at x: Double) -> Double { x == 0 ? 1 - probability : x == 1 ? probability : 0 }
  func distributionFunction(at x: Double) -> Double { x < 0 ? 0 : x < 1 ? 1 - probability : 1 }
  func quantile(_ p: Double) -> Double { bernoulli(probability, p) ? 1 : 0 }
  var written: String { "{ bernoulli: \(Randomness.written(probability)) }" }
}

extension Law {
  /// One with this probability, else zero.
  public static func bernoulli(probability: Double) throws(LawFault) -> Law {
    .bernoulli(try BernoulliLaw(probability: probability))
  }
}
