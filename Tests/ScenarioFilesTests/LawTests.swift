import PipelineModel
import Randomness
import Testing

@testable import ScenarioFiles

@Suite struct LawTests {
  static func read<Value>(_ form: Form<Value>, _ text: String) throws -> Value? {
    let node = try #require(FileTree.read(SourceText(name: "law", text: text)).root)
    let reading = Reading(files: .memory(["t.csv": "id,hours\n1,3\n2,4.5\n3,\n"]))
    let value = form.read(node, reading)
    #expect(reading.diagnostics.map(\.sentence) == [])
    return value
  }

  static let times: [(String, @Sendable () throws -> Law)] = [
    ("9 d", { try .fixed(777_600) }),
    ("{ fixed: 4 h }", { try .fixed(14_400) }),
    ("{ uniform: [1 h, 2 h] }", { try .uniform(minimum: 3_600, maximum: 7_200) }),
    ("{ triangular: [1 h, 2 h, 3 h] }", { try .triangular(minimum: 3_600, mode: 7_200, maximum: 10_800) }),
    ("{ pert: [1 h, 2 h, 3 h] }", { try .pert(minimum: 3_600, mode: 7_200, maximum: 10_800) }),
    ("{ beta: { alpha: 2, beta: 5, from: 1 s, to: 3 s } }", { try .beta(alpha: 2, beta: 5, from: 1, to: 3) }),
    (
      "{ normal: { mean: 9 s, sd: 1 s } }",
      { try Law.normal(mean: 9, standardDeviation: 1).truncated(from: 0) }
    ),
    ("{ lognormal: { median: 7 s, sigma: 0.5 } }", { try .lognormal(median: 7, sigma: 0.5) }),
    ("{ lognormal: { mean: 9 s, sd: 1.5 s } }", { try .lognormal(mean: 9, standardDeviation: 1.5) }),
    (
      "{ lognormal: { median: 7 s, quartiles: [5 s, 9 s] } }",
      { try .lognormal(median: 7, lowerQuartile: 5, upperQuartile: 9) }
    ),
    ("{ exponential: 10 s }", { try .exponential(mean: 10) }),
    ("{ gamma: { mean: 6 s, shape: 2 } }", { try .gamma(shape: 2, scale: 3) }),
    ("{ erlang: { k: 4, mean: 8 s } }", { try .erlang(stages: 4, mean: 8) }),
    ("{ weibull: { shape: 1.5, scale: 90 s } }", { try .weibull(shape: 1.5, scale: 90) }),
    ("{ log-logistic: { median: 7 s, shape: 4 } }", { try .logLogistic(median: 7, shape: 4) }),
    (
      "{ hyperexponential: { probabilities: [0.9, 0.1], means: [1 s, 10 s] } }",
      { try .hyperexponential(weights: [0.9, 0.1], means: [1, 10]) }
    ),
    ("{ empirical: [3 s, 4 s, 9 s] }", { try .empirical([3, 4, 9]) }),
    ("{ empirical: { csv: t.csv, column: hours, unit: h } }", { try .empirical([10_800, 16_200]) }),
    (
      "{ discrete: { values: [1 s, 2 s], weights: [3, 1] } }",
      { try .discrete(values: [1, 2], weights: [3, 1]) }
    ),
    (
      "{ mixture: [ { weight: 3, law: { exponential: 1 s } }, { law: 9 s } ] }",
      { try .mixture([.exponential(mean: 1), .fixed(9)], weights: [3, 1]) }
    ),
    ("{ shifted: { by: 2 s, law: { exponential: 1 s } } }", { try Law.exponential(mean: 1).shifted(by: 2) }),
    (
      "{ truncated: { law: { exponential: 5 s }, at least: 1 s, at most: 9 s } }",
      { try Law.exponential(mean: 5).truncated(from: 1, to: 9) }
    ),
    ("{ scaled: { by: 30 s, law: { poisson: 3 } } }", { try Law.poisson(mean: 3).scaled(by: 30) }),
  ]

  @Test(
    "Every law of time is read as it says, and is written so that it is read again", arguments: times.indices)
  func time(index: Int) throws {
    let (text, law) = Self.times[index]
    let expected = SpanLaw(try law())
    #expect(try Self.read(.law, text) == expected)
    let written = YAMLText.text(of: Form<SpanLaw>.law.write(expected))
    #expect(try Self.read(.law, written) == expected, "\(written)")
  }

  static let numbers: [(String, @Sendable () throws -> Law)] = [
    ("6", { try .fixed(6) }),
    ("{ bernoulli: 0.3 }", { try .bernoulli(probability: 0.3) }),
    ("{ binomial: { trials: 10, probability: 0.3 } }", { try .binomial(trials: 10, probability: 0.3) }),
    ("{ geometric: 0.3 }", { try .geometric(probability: 0.3) }),
    ("{ poisson: 3 }", { try .poisson(mean: 3) }),
    (
      "{ negative-binomial: { successes: 3, probability: 0.3 } }",
      { try .negativeBinomial(successes: 3, probability: 0.3) }
    ),
    ("{ normal: { mean: -1, sd: 2 } }", { try .normal(mean: -1, standardDeviation: 2) }),
    ("{ beta: { alpha: 2, beta: 5 } }", { try .beta(alpha: 2, beta: 5) }),
    ("{ uniform: [-1, 1] }", { try .uniform(minimum: -1, maximum: 1) }),
  ]

  @Test(
    "Every law of numbers is read as it says, and is written so that it is read again",
    arguments: numbers.indices)
  func number(index: Int) throws {
    let (text, law) = Self.numbers[index]
    let expected = try law()
    #expect(try Self.read(Form<Law>.law, text) == expected)
    let written = YAMLText.text(of: Form<Law>.law.write(expected))
    #expect(try Self.read(Form<Law>.law, written) == expected, "\(written)")
  }

  @Test("Working days are a measure of their own")
  func workingDays() throws {
    let expected = SpanLaw(try .triangular(minimum: 1, mode: 2, maximum: 5), in: .workingDays)
    #expect(try Self.read(.law, "{ triangular: [1 wd, 2 wd, 5 wd] }") == expected)
    #expect(try Self.read(.law, YAMLText.text(of: Form<SpanLaw>.law.write(expected))) == expected)
  }

  @Test("A count as a law of time, which only a builder can spell, is written too")
  func countAsTime() throws {
    let expected = SpanLaw(try .poisson(mean: 3))
    #expect(try Self.read(.law, YAMLText.text(of: Form<SpanLaw>.law.write(expected))) == expected)
  }
}
