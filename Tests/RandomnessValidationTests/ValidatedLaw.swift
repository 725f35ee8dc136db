import Randomness

/// A law, and the same law with one parameter wrong by a few per cent, which the tests have to tell apart.
struct ValidatedLaw: Sendable, CustomStringConvertible {
  let law: Law
  let wrong: Law
  var description: String { law.description }

  init(_ law: Law, wrong: Law) {
    self.law = law
    self.wrong = wrong
  }

  static let all: [ValidatedLaw] = {
    do { return try laws() } catch { preconditionFailure("an impossible law: \(error)") }
  }()

  private static func scaled(_ law: Law) throws -> ValidatedLaw {
    ValidatedLaw(law, wrong: try law.scaled(by: 1.05))
  }

  private static func laws() throws -> [ValidatedLaw] {
    [
      ValidatedLaw(try .fixed(3), wrong: try .fixed(3.15)),
      try scaled(.uniform(minimum: 2, maximum: 5)),
      try scaled(.triangular(minimum: 3, mode: 4, maximum: 6)),
      try scaled(.pert(minimum: 3, mode: 4, maximum: 6)),
      try scaled(.beta(alpha: 2, beta: 5)),
      try scaled(.normal(mean: 5, standardDeviation: 1.5)),
      try scaled(.normal(mean: 5, standardDeviation: 3).truncated(from: 0)),
      try scaled(.lognormal(median: 7, sigma: 0.5)),
      try scaled(.lognormal(mean: 10, standardDeviation: 4)),
      try scaled(.lognormal(median: 28, lowerQuartile: 20, upperQuartile: 39)),
      try scaled(.exponential(mean: 3)),
      try scaled(.gamma(shape: 2.5, scale: 2)),
      try scaled(.gamma(shape: 0.5, scale: 2)),
      try scaled(.erlang(stages: 4, mean: 2)),
      try scaled(.weibull(shape: 1.5, scale: 10)),
      try scaled(.logLogistic(median: 4, shape: 3)),
      try scaled(.hyperexponential(weights: [0.3, 0.7], means: [10, 1])),
      ValidatedLaw(try .bernoulli(probability: 0.3), wrong: try .bernoulli(probability: 0.33)),
      ValidatedLaw(
        try .binomial(trials: 20, probability: 0.3), wrong: try .binomial(trials: 20, probability: 0.315)),
      ValidatedLaw(try .geometric(probability: 0.3), wrong: try .geometric(probability: 0.315)),
      ValidatedLaw(try .poisson(mean: 3.5), wrong: try .poisson(mean: 3.675)),
      ValidatedLaw(try .poisson(mean: 5000), wrong: try .poisson(mean: 5005)),
      ValidatedLaw(
        try .negativeBinomial(successes: 2.5, probability: 0.4),
        wrong: try .negativeBinomial(successes: 2.625, probability: 0.4)),
      ValidatedLaw(
        try .discrete(values: [1, 2.5, 5], weights: [1, 2, 1]),
        wrong: try .discrete(values: [1, 2.5, 5], weights: [1.1, 2, 1])),
      ValidatedLaw(
        try .empirical([1, 2, 2, 5, 9.5]),
        wrong: try .discrete(values: [1, 2, 5, 9.5], weights: [1.1, 2, 1, 1])),
      try scaled(.mixture([.uniform(minimum: 1, maximum: 2), .exponential(mean: 8)], weights: [1, 3])),
      ValidatedLaw(
        try .mixture([.fixed(0), .exponential(mean: 8)], weights: [0.25, 0.75]),
        wrong: try .mixture([.fixed(0), .exponential(mean: 8)], weights: [0.27, 0.73])),
      try scaled(.exponential(mean: 3).shifted(by: 2)),
      try scaled(.lognormal(median: 7, sigma: 0.5).truncated(from: 4, to: 20)),
      ValidatedLaw(
        try .poisson(mean: 3.5).truncated(from: 1, to: 8),
        wrong: try .poisson(mean: 3.675).truncated(from: 1, to: 8)),
      ValidatedLaw(
        try .poisson(mean: 3.5).scaled(by: 0.1), wrong: try .poisson(mean: 3.675).scaled(by: 0.1)),
    ]
  }
}
