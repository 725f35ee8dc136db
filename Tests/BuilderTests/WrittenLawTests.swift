import PipelineModel
import Randomness
import Testing

@Suite struct WrittenLawTests {
  static let laws: [(String, SpanLaw)] = [
    ("9 d", .days(9)), ("{ fixed: 2 wd }", .workingDays(2)),
    ("{ uniform: [2 h, 6 h] }", .uniform(.hours(2), .hours(6))),
    ("{ lognormal: { mean: 9 d, sd: 1.5 d } }", .lognormal(mean: .days(9), standardDeviation: .days(1.5))),
    (
      "{ lognormal: { median: 7 d, quartiles: [5 d, 9 d] } }",
      .lognormal(median: .days(7), lowerQuartile: .days(5), upperQuartile: .days(9))
    ),
    ("{ gamma: { mean: 6 h, shape: 2 } }", .gamma(mean: .hours(6), shape: 2)),
    ("{ gamma: { scale: 3 h, shape: 2 } }", .gamma(scale: .hours(3), shape: 2)),
    ("{ erlang: { k: 4, mean: 1 h } }", .erlang(stages: 4, mean: .hours(1))),
    ("{ log-logistic: { median: 7 d, shape: 4 } }", .logLogistic(median: .days(7), shape: 4)),
    (
      "{ beta: { alpha: 2, beta: 5, from: 1 d, to: 9 d } }",
      .beta(alpha: 2, beta: 5, from: .days(1), to: .days(9))
    ),
    (
      "{ hyperexponential: { probabilities: [0.9, 0.1], means: [1 h, 10 h] } }",
      .hyperexponential(probabilities: [0.9, 0.1], means: [.hours(1), .hours(10)])
    ),
    (
      "{ discrete: { values: [1 d, 2 d], weights: [3, 1] } }",
      .discrete(values: [.days(1), .days(2)], weights: [3, 1])
    ),
    ("{ empirical: [3 h, 4 h, 4.5 h] }", .empirical([.hours(3), .hours(4), .hours(4.5)])),
    (
      "{ mixture: [ { weight: 3, law: { exponential: 5 h } }, { weight: 1, law: 9 h } ] }",
      .mixture((3, .exponential(.hours(5))), (1, .hours(9)))
    ),
    (
      "{ shifted: { by: 2 h, law: { exponential: 5 h } } }",
      .exponential(.hours(5)).shifted(by: .hours(2))
    ),
    (
      "{ truncated: { law: { exponential: 5 h }, at most: 24 h } }",
      .exponential(.hours(5)).truncated(to: .hours(24))
    ),
    ("{ scaled: { by: 30 min, law: { poisson: 3 } } }", .scaled(by: .minutes(30), .poisson(3))),
  ]

  @Test("Each law of time is the one that a file says in words", arguments: laws)
  func spansOfTime(words: String, law: SpanLaw) throws {
    try expectSame(
      """
      title: Laws
      start: 2024-01-01
      horizon: 1 y
      products: { cells: { route: [ { delay: rest, takes: \(words) } ] } }
      """,
      Scenario("Laws", start: "2024-01-01", horizon: .years(1)) {
        Product("cells") { Route { Delay("rest", takes: law) } }
      })
  }

  static let numbers: [(String, NumberLaw)] = [
    ("6", 6), ("0.5", 0.5), ("{ pert: [1, 2, 4] }", .pert(1, 2, 4)),
    ("{ triangular: [1, 2, 4] }", .triangular(1, 2, 4)),
    ("{ beta: { alpha: 2, beta: 5 } }", .beta(alpha: 2, beta: 5)),
    ("{ normal: { mean: 9, sd: 1 } }", .normal(mean: 9, standardDeviation: 1)),
    ("{ lognormal: { median: 7, sigma: 0.5 } }", .lognormal(median: 7, sigma: 0.5)),
    ("{ lognormal: { mean: 9, sd: 1.5 } }", .lognormal(mean: 9, standardDeviation: 1.5)),
    (
      "{ lognormal: { median: 7, quartiles: [5, 9] } }",
      .lognormal(median: 7, lowerQuartile: 5, upperQuartile: 9)
    ),
    ("{ exponential: 10 }", .exponential(10)),
    ("{ gamma: { mean: 6, shape: 2 } }", .gamma(mean: 6, shape: 2)),
    ("{ gamma: { scale: 6, shape: 2 } }", .gamma(scale: 6, shape: 2)),
    ("{ erlang: { k: 4, mean: 1 } }", .erlang(stages: 4, mean: 1)),
    ("{ weibull: { shape: 1.5, scale: 90 } }", .weibull(shape: 1.5, scale: 90)),
    ("{ log-logistic: { median: 7, shape: 4 } }", .logLogistic(median: 7, shape: 4)),
    (
      "{ hyperexponential: { probabilities: [0.9, 0.1], means: [1, 10] } }",
      .hyperexponential(probabilities: [0.9, 0.1], means: [1, 10])
    ),
    ("{ poisson: 3 }", .poisson(3)), ("{ bernoulli: 0.3 }", .bernoulli(0.3)),
    ("{ geometric: 0.3 }", .geometric(0.3)),
    ("{ binomial: { trials: 10, probability: 0.3 } }", .binomial(trials: 10, probability: 0.3)),
    (
      "{ negative-binomial: { successes: 3, probability: 0.3 } }",
      .negativeBinomial(successes: 3, probability: 0.3)
    ),
    ("{ discrete: { values: [1, 2], weights: [3, 1] } }", .discrete(values: [1, 2], weights: [3, 1])),
    ("{ empirical: [3, 4, 4.5] }", .empirical([3, 4, 4.5])),
    (
      "{ mixture: [ { weight: 3, law: { exponential: 5 } }, { law: 9 } ] }",
      .mixture((3, .exponential(5)), (1, 9))
    ),
    ("{ shifted: { by: 2, law: { poisson: 3 } } }", .poisson(3).shifted(by: 2)),
    ("{ truncated: { law: { poisson: 3 }, at least: 1 } }", .poisson(3).truncated(from: 1)),
    ("{ scaled: { by: 30, law: { poisson: 3 } } }", .poisson(3).scaled(by: 30)),
  ]

  @Test("Each law of numbers is the one that a file says in words", arguments: numbers)
  func counts(words: String, law: NumberLaw) throws {
    try expectSame(
      """
      title: Laws
      start: 2024-01-01
      horizon: 1 y
      products: { cells: { route: [ { split: vials, into: \(words) } ] } }
      """,
      Scenario("Laws", start: "2024-01-01", horizon: .years(1)) {
        Product("cells") { Route { Split("vials", into: law) } }
      })
  }

  @Test("Parameters that a program computes are checked without stopping it")
  func computed() throws {
    #expect(throws: LawFault.self) { SpanLaw(try .triangular(minimum: 3, mode: 2, maximum: 1)) }
    let law = SpanLaw(try .triangular(minimum: 3_600, mode: 7_200, maximum: 10_800))
    #expect(law == .triangular(.hours(1), .hours(2), .hours(3)))
  }

  @Test("A law that cannot be, mixed units, no date and patients twice stop the program")
  func stops() async {
    await #expect(processExitsWith: .failure) { _ = SpanLaw.triangular(.hours(3), .hours(2), .hours(1)) }
    await #expect(processExitsWith: .failure) { _ = SpanLaw.uniform(.hours(1), .workingDays(2)) }
    await #expect(processExitsWith: .failure) { _ = Moment(stringLiteral: "2025-02-30") }
    await #expect(processExitsWith: .failure) {
      _ = Product("cells") {
        Patients(.poisson(.perYear(1)))
        Patients(.poisson(.perYear(2)))
      }
    }
    await #expect(processExitsWith: .success) { _ = SpanLaw.uniform(.hours(1), .days(2)) }
  }
}
