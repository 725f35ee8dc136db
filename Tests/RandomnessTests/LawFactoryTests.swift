@testable import Randomness
import Testing

@Suite("Factories") struct LawFactoryTests {
  static let impossible: [@Sendable () throws -> Law] = [
    { try .fixed(.nan) }, { try .fixed(.infinity) },
    { try .uniform(minimum: 2, maximum: 2) }, { try .uniform(minimum: 3, maximum: 2) },
    { try .uniform(minimum: -1.7e308, maximum: 1.7e308) },
    { try .triangular(minimum: 3, mode: 2, maximum: 6) },
    { try .triangular(minimum: 3, mode: 7, maximum: 6) },
    { try .triangular(minimum: 3, mode: 3, maximum: 3) },
    { try .triangular(minimum: .nan, mode: 3, maximum: 4) },
    { try .pert(minimum: 3, mode: 2, maximum: 6) }, { try .pert(minimum: 3, mode: 3, maximum: 3) },
    { try .beta(alpha: 0, beta: 1) }, { try .beta(alpha: 1, beta: -1) },
    { try .beta(alpha: 1, beta: 1, from: 2, to: 1) },
    { try .normal(mean: 1, standardDeviation: 0) }, { try .normal(mean: .nan, standardDeviation: 1) },
    { try .lognormal(median: 0, sigma: 1) }, { try .lognormal(median: 1, sigma: 0) },
    { try .lognormal(median: 1, sigma: 21) }, { try .lognormal(mean: -1, standardDeviation: 1) },
    { try .lognormal(mean: 1, standardDeviation: 0) },
    { try .lognormal(median: 3, lowerQuartile: 3, upperQuartile: 5) },
    { try .lognormal(median: 6, lowerQuartile: 3, upperQuartile: 5) },
    { try .exponential(mean: 0) }, { try .exponential(mean: .infinity) },
    { try .gamma(shape: 0.01, scale: 1) }, { try .gamma(shape: 1, scale: 0) },
    { try .erlang(stages: 0, mean: 1) }, { try .erlang(stages: 2, mean: -1) },
    { try .weibull(shape: 0, scale: 1) }, { try .weibull(shape: 1, scale: .nan) },
    { try .logLogistic(median: 0, shape: 2) }, { try .logLogistic(median: 1, shape: 0) },
    { try .hyperexponential(weights: [], means: []) },
    { try .hyperexponential(weights: [1], means: [1, 2]) },
    { try .hyperexponential(weights: [1, -1], means: [1, 2]) },
    { try .hyperexponential(weights: [0, 0], means: [1, 2]) },
    { try .hyperexponential(weights: [1, 1], means: [1, 0]) },
    { try .bernoulli(probability: 1.1) }, { try .bernoulli(probability: -0.1) },
    { try .binomial(trials: -1, probability: 0.5) }, { try .binomial(trials: 2, probability: .nan) },
    { try .geometric(probability: 0) }, { try .geometric(probability: 2) },
    { try .poisson(mean: 0) }, { try .poisson(mean: 1e9) },
    { try .negativeBinomial(successes: 0, probability: 0.5) },
    { try .negativeBinomial(successes: 1, probability: 0) },
    { try .discrete(values: [], weights: []) }, { try .discrete(values: [1], weights: [1, 2]) },
    { try .discrete(values: [1, .nan], weights: [1, 2]) },
    { try .discrete(values: [1, 2], weights: [0, 0]) },
    { try .empirical([]) }, { try .empirical([1, .infinity]) },
    { try .mixture([], weights: []) }, { try .mixture([.fixed(1)], weights: [1, 2]) },
    { try Law.fixed(1).shifted(by: .nan) },
    { try Law.exponential(mean: 1).truncated(from: 3, to: 2) },
    { try Law.exponential(mean: 1).truncated(from: .nan) },
    { try Law.exponential(mean: 1).truncated(from: 20) },
    { try Law.exponential(mean: 1).truncated(from: -3, to: -2) },
  ]

  @Test("Impossible parameters are refused", arguments: impossible.indices)
  func refuses(index: Int) {
    #expect(throws: LawFault.self) { try LawFactoryTests.impossible[index]() }
  }

  @Test("A fault says which law, which parameter, which value and why") func fault() {
    #expect(
      throws: LawFault(law: "triangular", parameter: "mode", value: 2, reason: .below("minimum", 3))
    ) { try Law.triangular(minimum: 3, mode: 2, maximum: 6) }
    #expect(throws: LawFault(law: "exponential", parameter: "mean", value: -1, reason: .notPositive)) {
      try Law.exponential(mean: -1)
    }
  }

  @Test("A lognormal law has the mean and deviation, or the median and quartile ratio, that it was made from")
  func lognormal() throws {
    let byMean = try Law.lognormal(mean: 10, standardDeviation: 4)
    #expect(abs(byMean.mean - 10) < 1e-12)
    #expect(abs(byMean.standardDeviation - 4) < 1e-12)
    let byQuartiles = try Law.lognormal(median: 28, lowerQuartile: 20, upperQuartile: 39.2)
    #expect(abs(byQuartiles.median - 28) < 1e-12)
    #expect(abs(byQuartiles.quantile(0.25) - 20) < 1e-9)
    #expect(abs(byQuartiles.quantile(0.75) - 39.2) < 1e-9)
    let skew = try Law.lognormal(median: 25, lowerQuartile: 20, upperQuartile: 40)
    #expect(skew.median == 25)
    #expect(abs(skew.quantile(0.75) / skew.quantile(0.25) - 2) < 1e-12)
  }

  @Test("Means and variances are the textbook ones") func textbook() throws {
    let pert = try Law.pert(minimum: 2, mode: 5, maximum: 14)
    #expect(abs(pert.mean - 6) < 1e-12)
    let erlang = try Law.erlang(stages: 4, mean: 2)
    #expect(abs(erlang.variance - 1) < 1e-12)
    let weibull = try Law.weibull(shape: 2, scale: 1)
    #expect(abs(weibull.mean - 0.886_226_925_452_758) < 1e-12)
    let hyperexponential = try Law.hyperexponential(weights: [1, 1], means: [1, 3])
    #expect(abs(hyperexponential.variance - 6) < 1e-12)
    let negativeBinomial = try Law.negativeBinomial(successes: 3, probability: 0.25)
    #expect(abs(negativeBinomial.mean - 9) < 1e-12)
    let geometric = try Law.geometric(probability: 0.25)
    #expect(geometric.mean == 4)
    let half = try Law.normal(mean: 0, standardDeviation: 1).truncated(from: 0)
    #expect(abs(half.mean - 0.797_884_560_802_865) < 1e-9)
    #expect(abs(half.variance - 0.363_380_227_632_419) < 1e-9)
    #expect(try Law.logLogistic(median: 1, shape: 1).mean == .infinity)
    #expect(try Law.logLogistic(median: 1, shape: 2).variance == .infinity)
  }

  @Test("A law is written as a scenario file has it") func written() throws {
    let texts: [(Law, String)] = [
      (try .fixed(3), "3"),
      (try .fixed(0.25), "0.25"),
      (try .uniform(minimum: 2, maximum: 5), "{ uniform: [2, 5] }"),
      (try .triangular(minimum: 3, mode: 4, maximum: 6), "{ triangular: [3, 4, 6] }"),
      (try .pert(minimum: 3, mode: 4.5, maximum: 6), "{ pert: [3, 4.5, 6] }"),
      (try .beta(alpha: 2, beta: 5), "{ beta: { alpha: 2, beta: 5 } }"),
      (try .beta(alpha: 2, beta: 5, from: 1, to: 3), "{ beta: { alpha: 2, beta: 5, from: 1, to: 3 } }"),
      (try .normal(mean: 5, standardDeviation: 1.5), "{ normal: { mean: 5, sd: 1.5 } }"),
      (try .lognormal(median: 7, sigma: 0.5), "{ lognormal: { median: 7, sigma: 0.5 } }"),
      (try .exponential(mean: 3), "{ exponential: { mean: 3 } }"),
      (try .gamma(shape: 2.5, scale: 2), "{ gamma: { shape: 2.5, scale: 2 } }"),
      (try .erlang(stages: 4, mean: 2), "{ erlang: { stages: 4, mean: 2 } }"),
      (try .weibull(shape: 1.5, scale: 10), "{ weibull: { shape: 1.5, scale: 10 } }"),
      (try .logLogistic(median: 4, shape: 3), "{ log-logistic: { median: 4, shape: 3 } }"),
      (
        try .hyperexponential(weights: [1, 3], means: [10, 1]),
        "{ hyperexponential: { weights: [0.25, 0.75], means: [10, 1] } }"
      ),
      (try .bernoulli(probability: 0.3), "{ bernoulli: 0.3 }"),
      (try .binomial(trials: 10, probability: 0.3), "{ binomial: { trials: 10, probability: 0.3 } }"),
      (try .geometric(probability: 0.3), "{ geometric: { probability: 0.3 } }"),
      (try .poisson(mean: 3), "{ poisson: { mean: 3 } }"),
      (
        try .negativeBinomial(successes: 3, probability: 0.4),
        "{ negative-binomial: { successes: 3, probability: 0.4 } }"
      ),
      (
        try .discrete(values: [2, 1], weights: [3, 1]),
        "{ discrete: { values: [1, 2], weights: [0.25, 0.75] } }"
      ),
      (try .empirical([5, 1, 2, 2]), "{ empirical: [1, 2, 2, 5] }"),
      (
        try .mixture([.fixed(1), .exponential(mean: 2)], weights: [1, 1]),
        "{ mixture: [{ weight: 0.5, law: 1 }, { weight: 0.5, law: { exponential: { mean: 2 } } }] }"
      ),
      (
        try Law.exponential(mean: 2).shifted(by: 3),
        "{ shifted: { by: 3, law: { exponential: { mean: 2 } } } }"
      ),
      (
        try Law.exponential(mean: 2).truncated(to: 5),
        "{ truncated: { law: { exponential: { mean: 2 } }, to: 5 } }"
      ),
      (
        try Law.poisson(mean: 2).scaled(by: 24), "{ scaled: { by: 24, law: { poisson: { mean: 2 } } } }"
      ),
    ]
    for (law, text) in texts { #expect(law.description == text) }
  }
}
