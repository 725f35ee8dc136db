import PipelineModel
import Quantities
import Randomness

extension LawForms {
  /// Laws with a shape parameter.
  static func shapeLaws<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> [Variant<SpanLaw>] {
    let time = Quantity.isTime
    let scale = Field<LawParameters<Quantity>>(
      "scale", \.scale, Quantity.form, "The scale.", absent: "with `mean`", example: time ? "3 h" : "3")
    return [
      keyed(
        "gamma", "The gamma law, by its shape and its mean (or its scale, mean / shape).",
        example: time ? "{ mean: 6 h, shape: 2 }" : "{ mean: 6, shape: 2 }", exactlyOne: [["mean", "scale"]],
        [
          Field("shape", \.shape, .positiveNumber, "The shape; 1 is the exponential law.", example: "2"),
          Field(
            "mean", \.mean, Quantity.form, "The mean.", absent: "with `scale`", example: time ? "6 h" : "6"),
          scale,
        ],
        { (p) throws(LawFault) in
          guard let shape = p.shape else { return nil }
          if let scale = p.scale { return try .gamma(shape: shape, scale: scale.lawValue) }
          guard let mean = p.mean else { return nil }
          return try .gamma(shape: shape, scale: mean.lawValue / shape)
        },
        parameters: { law, p in
          guard case .gamma(let shape) = law.law else { return false }
          p.shape = shape.shape
          p.scale = Quantity(lawValue: shape.scale, measure: law.measure)
          return true
        }),
      keyed(
        "erlang", "The sum of k exponential stages, by the mean of the whole.",
        example: time ? "{ k: 4, mean: 1 h }" : "{ k: 4, mean: 1 }",
        [
          Field("k", \.stages, .whole(1...1_000_000), "How many stages.", example: "4"),
          Field("mean", \.mean, Quantity.form, "The mean of the sum.", example: time ? "1 h" : "1"),
        ],
        { (p) throws(LawFault) in
          guard let stages = p.stages, let mean = p.mean else { return nil }
          return try .erlang(stages: stages, mean: mean.lawValue)
        },
        parameters: { law, p in
          guard case .erlang(let shape) = law.law else { return false }
          p.stages = shape.stages
          p.mean = Quantity(lawValue: shape.mean, measure: law.measure)
          return true
        }),
      keyed(
        "weibull", "The Weibull law; a shape above 1 means that failure grows likelier with age.",
        example: time ? "{ shape: 1.5, scale: 90 d }" : "{ shape: 1.5, scale: 90 }",
        [
          Field("shape", \.shape, .positiveNumber, "The shape; 1 is the exponential law.", example: "1.5"),
          Field(
            "scale", \.scale, Quantity.form, "63 % of the values are below.", example: time ? "90 d" : "90"),
        ],
        { (p) throws(LawFault) in
          guard let shape = p.shape, let scale = p.scale else { return nil }
          return try .weibull(shape: shape, scale: scale.lawValue)
        },
        parameters: { law, p in
          guard case .weibull(let shape) = law.law else { return false }
          p.shape = shape.shape
          p.scale = Quantity(lawValue: shape.scale, measure: law.measure)
          return true
        }),
      keyed(
        "log-logistic", "The law whose logarithm is logistic.",
        example: time ? "{ median: 7 d, shape: 4 }" : "{ median: 7, shape: 4 }",
        [
          Field(
            "median", \.median, Quantity.form, "Half of the values are below.", example: time ? "7 d" : "7"),
          Field("shape", \.shape, .positiveNumber, "The shape; the greater, the narrower.", example: "4"),
        ],
        { (p) throws(LawFault) in
          guard let median = p.median, let shape = p.shape else { return nil }
          return try .logLogistic(median: median.lawValue, shape: shape)
        },
        parameters: { law, p in
          guard case .logLogistic(let shape) = law.law else { return false }
          p.shape = shape.shape
          p.median = Quantity(lawValue: shape.median, measure: law.measure)
          return true
        }),
      keyed(
        "beta", "The beta law, stretched between two values.",
        example: time ? "{ alpha: 2, beta: 5, from: 1 d, to: 9 d }" : "{ alpha: 2, beta: 5 }",
        [
          Field("alpha", \.alpha, .positiveNumber, "The first shape.", example: "2"),
          Field("beta", \.beta, .positiveNumber, "The second shape.", example: "5"),
          Field("from", \.from, Quantity.form, "The least value.", absent: "0", example: time ? "1 d" : "1"),
          time
            ? Field("to", \.to, Quantity.form, "The greatest value.", example: "9 d")
            : Field("to", \.to, Quantity.form, "The greatest value.", absent: "1", example: "9"),
        ],
        { (p) throws(LawFault) in
          guard let alpha = p.alpha, let beta = p.beta else { return nil }
          return try .beta(alpha: alpha, beta: beta, from: p.from?.lawValue ?? 0, to: p.to?.lawValue ?? 1)
        },
        parameters: { law, p in
          guard case .beta(let shape) = law.law else { return false }
          p.alpha = shape.alpha
          p.beta = shape.beta
          p.from = Quantity(lawValue: shape.minimum, measure: law.measure)
          p.to = Quantity(lawValue: shape.maximum, measure: law.measure)
          return true
        }),
      keyed(
        "hyperexponential", "A choice between exponential laws: more variable than one of them.",
        example: time
          ? "{ probabilities: [0.9, 0.1], means: [1 h, 10 h] }"
          : "{ probabilities: [0.9, 0.1], means: [1, 10] }",
        [
          Field(
            "probabilities", \.weights, .list(.probability), "How likely each is; they add up to 1.",
            example: "[0.9, 0.1]"),
          Field(
            "means", \.means, .list(Quantity.form), "The mean of each.",
            example: time ? "[1 h, 10 h]" : "[1, 10]"),
        ],
        { (p) throws(LawFault) in try .hyperexponential(weights: p.weights, means: p.means.map(\.lawValue)) },
        parameters: { law, p in
          guard case .hyperexponential(let shape) = law.law else { return false }
          p.weights = shape.weights
          p.means = shape.means.map { Quantity(lawValue: $0, measure: law.measure) }
          return true
        }),
    ]
  }
}
