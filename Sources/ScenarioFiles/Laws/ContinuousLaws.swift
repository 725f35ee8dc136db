import PipelineModel
import Quantities
import Randomness

extension LawForms {
  /// The laws that times and numbers share.
  static func continuous<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> [Variant<SpanLaw>] {
    pointLaws(quantity) + spreadLaws(quantity) + shapeLaws(quantity) + listedLaws(quantity)
      + composedLaws(quantity)
  }

  private static func pointLaws<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> [Variant<SpanLaw>] {
    let time = Quantity.isTime
    return [
      single(
        "fixed", \LawParameters<Quantity>.by, Quantity.form, "Always the same; a bare value means the same.",
        example: time ? "4 h" : "4", { (value) throws(LawFault) in try .fixed(value.lawValue) },
        parameter: { law in
          if case .fixed(let shape) = law.law {
            Quantity(lawValue: shape.value, measure: law.measure)
          } else {
            nil
          }
        }),
      points(
        "uniform", 2, "Any value between the least and the greatest, all equally likely.",
        example: time ? "[2 h, 6 h]" : "[2, 6]",
        { (v) throws(LawFault) in try .uniform(minimum: v[0], maximum: v[1]) },
        values: { if case .uniform(let law) = $0 { [law.minimum, law.maximum] } else { nil } }, of: quantity),
      points(
        "triangular", 3, "Least, likeliest and greatest value, with straight lines between.",
        example: time ? "[7 d, 10 d, 12 d]" : "[7, 10, 12]",
        { (v) throws(LawFault) in try .triangular(minimum: v[0], mode: v[1], maximum: v[2]) },
        values: { if case .triangular(let law) = $0 { [law.minimum, law.mode, law.maximum] } else { nil } },
        of: quantity),
      points(
        "pert", 3,
        "Least, likeliest and greatest value, joined smoothly (a beta law); the middle weighs more.",
        example: time ? "[7 d, 10 d, 12 d]" : "[7, 10, 12]",
        { (v) throws(LawFault) in try .pert(minimum: v[0], mode: v[1], maximum: v[2]) },
        values: { if case .pert(let law) = $0 { [law.minimum, law.mode, law.maximum] } else { nil } },
        of: quantity),
    ]
  }

  private static func spreadLaws<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> [Variant<SpanLaw>] {
    let time = Quantity.isTime
    return [
      single(
        "exponential", \LawParameters<Quantity>.mean, Quantity.form, "The law without memory, by its mean.",
        example: time ? "10 h" : "10", { (mean) throws(LawFault) in try .exponential(mean: mean.lawValue) },
        parameter: { law in
          if case .exponential(let shape) = law.law {
            Quantity(lawValue: shape.mean, measure: law.measure)
          } else {
            nil
          }
        }),
      keyed(
        "normal", time ? "The normal law, cut off at zero." : "The normal law.",
        example: time ? "{ mean: 9 d, sd: 1 d }" : "{ mean: 9, sd: 1 }",
        [
          Field("mean", \.mean, Quantity.form, "The mean.", example: time ? "9 d" : "9"),
          Field("sd", \.deviation, Quantity.form, "The standard deviation.", example: time ? "1 d" : "1"),
        ],
        { (p) throws(LawFault) in
          guard let mean = p.mean, let deviation = p.deviation else { return nil }
          let law = try Law.normal(mean: mean.lawValue, standardDeviation: deviation.lawValue)
          return time ? try law.truncated(from: 0) : law
        },
        parameters: { law, p in
          var inner = law.law
          if time, case .truncated(let cut) = inner, cut.lower == 0, cut.upper == .infinity {
            inner = cut.law
          }
          guard case .normal(let shape) = inner else { return false }
          p.mean = Quantity(lawValue: shape.mean, measure: law.measure)
          p.deviation = Quantity(lawValue: shape.deviation, measure: law.measure)
          return true
        }),
      keyed(
        "lognormal",
        "The law whose logarithm is normal: by median and sigma, by mean and sd, or by median and quartiles.",
        example: time ? "{ median: 7 d, sigma: 0.5 }" : "{ median: 7, sigma: 0.5 }",
        exactlyOne: [["median", "mean"], ["sigma", "sd", "quartiles"]],
        [
          Field(
            "median", \.median, Quantity.form, "Half of the values are below.", absent: "with `mean`",
            example: time ? "7 d" : "7"),
          Field(
            "sigma", \.sigma, .positiveNumber,
            "The standard deviation of the natural logarithm, with `median`.",
            absent: "with `sd` or `quartiles`", example: "0.5"),
          Field(
            "mean", \.mean, Quantity.form, "The mean, with `sd`.", absent: "with `median`",
            example: time ? "9 d" : "9"),
          Field(
            "sd", \.deviation, Quantity.form, "The standard deviation, with `mean`.", absent: "with `median`",
            example: time ? "1.5 d" : "1.5"),
          Field(
            "quartiles", \.quartiles, .exactly(2, Quantity.form),
            "The lower and the upper quartile, with `median`; they decide the spread.",
            absent: "with `sigma` or `sd`",
            example: time ? "[5 d, 9 d]" : "[5, 9]"),
        ],
        { (p) throws(LawFault) in
          if let median = p.median?.lawValue {
            if let sigma = p.sigma { return try .lognormal(median: median, sigma: sigma) }
            guard let quartiles = p.quartiles, quartiles.count == 2 else { return nil }
            return try .lognormal(
              median: median, lowerQuartile: quartiles[0].lawValue, upperQuartile: quartiles[1].lawValue)
          }
          guard let mean = p.mean?.lawValue, let deviation = p.deviation?.lawValue else { return nil }
          return try .lognormal(mean: mean, standardDeviation: deviation)
        },
        parameters: { law, p in
          guard case .lognormal(let shape) = law.law else { return false }
          p.median = Quantity(lawValue: shape.median, measure: law.measure)
          p.sigma = shape.sigma
          return true
        }),
    ]
  }
}
