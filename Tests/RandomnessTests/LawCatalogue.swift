@testable import Randomness

/// A law of every kind, and some at the edges of what the factories allow.
enum LawCatalogue {
  static let continuous: [Law] = {
    do {
      return [
        try .uniform(minimum: 2, maximum: 5),
        try .triangular(minimum: 3, mode: 4, maximum: 6),
        try .triangular(minimum: 3, mode: 3, maximum: 6),
        try .triangular(minimum: -1, mode: 2, maximum: 2),
        try .pert(minimum: 3, mode: 4, maximum: 6),
        try .pert(minimum: 0, mode: 0, maximum: 1),
        try .beta(alpha: 2, beta: 5),
        try .beta(alpha: 0.7, beta: 0.8, from: -3, to: 3),
        try .normal(mean: 5, standardDeviation: 1.5),
        try .lognormal(median: 7, sigma: 0.5),
        try .lognormal(mean: 10, standardDeviation: 4),
        try .exponential(mean: 3),
        try .gamma(shape: 2.5, scale: 2),
        try .gamma(shape: 0.5, scale: 1),
        try .gamma(shape: 400, scale: 0.1),
        try .erlang(stages: 4, mean: 2),
        try .weibull(shape: 1.5, scale: 10),
        try .weibull(shape: 0.8, scale: 1),
        try .logLogistic(median: 4, shape: 5),
        try .hyperexponential(weights: [0.3, 0.7], means: [10, 1]),
        try .mixture(
          [.normal(mean: 2, standardDeviation: 0.5), .exponential(mean: 8)], weights: [1, 3]),
        try .exponential(mean: 3).shifted(by: 2),
        try .normal(mean: 5, standardDeviation: 3).truncated(from: 0),
        try .lognormal(median: 7, sigma: 0.5).truncated(from: 4, to: 20),
        try .mixture([.uniform(minimum: 0, maximum: 1), .exponential(mean: 2)], weights: [1, 1])
          .truncated(from: 0.5, to: 4),
      ]
    } catch {
      preconditionFailure("the catalogue has an impossible law: \(error)")
    }
  }()

  static let discrete: [Law] = {
    do {
      return [
        try .fixed(3),
        try .bernoulli(probability: 0.3),
        try .binomial(trials: 20, probability: 0.3),
        try .geometric(probability: 0.3),
        try .poisson(mean: 3.5),
        try .poisson(mean: 5000),
        try .negativeBinomial(successes: 2.5, probability: 0.4),
        try .discrete(values: [5, 1, 2.5], weights: [1, 2, 1]),
        try .empirical([1, 2, 2, 5, 9.5]),
        try .mixture([.fixed(0), .poisson(mean: 4)], weights: [0.25, 0.75]),
        try .poisson(mean: 3.5).shifted(by: 1),
        try .poisson(mean: 3.5).scaled(by: 0.1),
        try .poisson(mean: 3.5).truncated(from: 1, to: 8),
        try .empirical([1, 2, 2, 5, 9.5]).truncated(from: 1.5, to: 6),
      ]
    } catch {
      preconditionFailure("the catalogue has an impossible law: \(error)")
    }
  }()

  static let all = continuous + discrete
}
