import PipelineModel
import Randomness

extension LawForms {
  /// The laws of counts.
  static let counting: [Variant<SpanLaw>] = [
    single(
      "bernoulli", \LawParameters<Double>.probability, .probability, "One with this probability, else zero.",
      example: "0.3", { (probability) throws(LawFault) in try .bernoulli(probability: probability) },
      parameter: { if case .bernoulli(let law) = $0.law { law.probability } else { nil } }),
    single(
      "geometric", \LawParameters<Double>.probability, .probability,
      "Trials up to and including the first success, by the probability of success.", example: "0.3",
      { (probability) throws(LawFault) in try .geometric(probability: probability) },
      parameter: { if case .geometric(let law) = $0.law { law.probability } else { nil } }),
    single(
      "poisson", \LawParameters<Double>.mean, .amount, "The Poisson law, by its mean.", example: "3",
      { (mean) throws(LawFault) in try .poisson(mean: mean) },
      parameter: { if case .poisson(let law) = $0.law { law.mean } else { nil } }),
    keyed(
      "binomial", "Successes in a number of trials.", example: "{ trials: 10, probability: 0.3 }",
      [
        Field("trials", \LawParameters<Double>.trials, .whole(0...), "How many trials.", example: "10"),
        Field("probability", \.probability, .probability, "The probability of success.", example: "0.3"),
      ],
      { (p) throws(LawFault) in
        guard let trials = p.trials, let probability = p.probability else { return nil }
        return try .binomial(trials: trials, probability: probability)
      },
      parameters: { law, p in
        guard case .binomial(let shape) = law.law else { return false }
        p.trials = shape.trials
        p.probability = shape.probability
        return true
      }),
    keyed(
      "negative-binomial", "Failures before a number of successes.",
      example: "{ successes: 3, probability: 0.3 }",
      [
        Field(
          "successes", \LawParameters<Double>.successes, .positiveNumber, "How many successes end the count.",
          example: "3"),
        Field("probability", \.probability, .probability, "The probability of success.", example: "0.3"),
      ],
      { (p) throws(LawFault) in
        guard let successes = p.successes, let probability = p.probability else { return nil }
        return try .negativeBinomial(successes: successes, probability: probability)
      },
      parameters: { law, p in
        guard case .negativeBinomial(let shape) = law.law else { return false }
        p.successes = shape.successes
        p.probability = shape.probability
        return true
      }),
  ]
}
