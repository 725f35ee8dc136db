import PipelineModel
import Quantities
import Randomness

extension LawForms {
  /// Laws given by lists of values.
  static func listedLaws<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> [Variant<SpanLaw>] {
    let time = Quantity.isTime
    return [
      keyed(
        "discrete", "Listed values with weights.",
        example: time ? "{ values: [1 d, 2 d], weights: [3, 1] }" : "{ values: [1, 2], weights: [3, 1] }",
        [
          Field(
            "values", \.values, .list(Quantity.form), "The values.", example: time ? "[1 d, 2 d]" : "[1, 2]"),
          Field(
            "weights", \.weights, .list(.amount), "How much each weighs; they need not add up to 1.",
            example: "[3, 1]"),
        ],
        { (p) throws(LawFault) in try .discrete(values: p.values.map(\.lawValue), weights: p.weights) },
        parameters: { law, p in
          guard case .discrete(let shape) = law.law else { return false }
          p.values = shape.values.map { Quantity(lawValue: $0, measure: law.measure) }
          p.weights = shape.probabilities
          return true
        }),
      variant(
        MapForm(
          name("empirical", quantity), "the law 'empirical'",
          "Observed values, each as likely; listed, or a column of a CSV file.",
          [
            Field(
              "empirical", \.values, EmpiricalTable.form(Quantity.self),
              "Observed values, each as likely; listed, or a column of a CSV file.",
              example: time ? "[3 h, 4 h, 4.5 h, 9 h]" : "[3, 4, 4.5, 9]")
          ]),
        { (p: LawParameters<Quantity>) throws(LawFault) -> Law? in
          p.values.isEmpty ? nil : try .empirical(p.values.map(\.lawValue))
        },
        parameters: { law in
          guard case .empirical(let shape) = law.law else { return nil }
          var p = LawParameters<Quantity>()
          p.values = shape.values.map { Quantity(lawValue: $0, measure: law.measure) }
          return p
        }),
    ]
  }

  /// Laws made of laws.
  static func composedLaws<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> [Variant<SpanLaw>] {
    let time = Quantity.isTime
    let inner = time ? "{ exponential: 5 h }" : "{ exponential: 5 }"
    let part = MapForm<LawParameters<Quantity>.Part>(
      "part of a \(name("mixture", quantity))", "a part of a mixture", "One of the laws of a mixture.",
      hasProvenance: false,
      [
        Field(
          "weight", \.weight, .amount, "How much it weighs; weights need not add up to 1.", absent: "1",
          example: "3"),
        Field("law", \.law, LawForms.inner(quantity), "The law.", example: inner),
      ])
    return [
      variant(
        MapForm(
          name("mixture", quantity), "the law 'mixture'", "One of several laws, chosen by weight.",
          [
            Field(
              "mixture", \.parts, .list(part.form(over: .init())), "One of several laws, chosen by weight.",
              example: "[ { weight: 3, law: \(inner) }, { weight: 1, law: \(time ? "9 h" : "9") } ]")
          ]),
        { (p: LawParameters<Quantity>) throws(LawFault) -> Law? in
          let laws = p.parts.compactMap { $0.law?.law }
          return laws.count == p.parts.count ? try .mixture(laws, weights: p.parts.map(\.weight)) : nil
        },
        parameters: { law in
          guard case .mixture(let shape) = law.law else { return nil }
          var p = LawParameters<Quantity>()
          p.parts = zip(shape.weights, shape.laws).map {
            .init(weight: $0, law: SpanLaw($1, in: law.measure))
          }
          return p
        }),
      keyed(
        "shifted", "Another law, later by a constant.",
        example: "{ by: \(time ? "2 h" : "2"), law: \(inner) }",
        [
          Field("by", \.by, Quantity.form, "The constant.", example: time ? "2 h" : "2"),
          Field("law", \.law, LawForms.inner(quantity), "The law.", example: inner),
        ],
        { (p) throws(LawFault) in
          guard let by = p.by, let law = p.law else { return nil }
          return try law.law.shifted(by: by.lawValue)
        },
        parameters: { law, p in
          guard case .shifted(let shape) = law.law else { return false }
          p.by = Quantity(lawValue: shape.offset, measure: law.measure)
          p.law = SpanLaw(shape.law, in: law.measure)
          return true
        }),
      keyed(
        "truncated", "Another law, given that its value lies within bounds.",
        example: "{ law: \(inner), at most: \(time ? "24 h" : "24") }",
        [
          Field("law", \.law, LawForms.inner(quantity), "The law.", example: inner),
          Field(
            "at least", \.from, Quantity.form, "The least value.", absent: "no bound",
            example: time ? "1 h" : "1"),
          Field(
            "at most", \.to, Quantity.form, "The greatest value.", absent: "no bound",
            example: time ? "24 h" : "24"),
        ],
        { (p) throws(LawFault) in
          guard let law = p.law else { return nil }
          return try law.law.truncated(from: p.from?.lawValue ?? -.infinity, to: p.to?.lawValue ?? .infinity)
        },
        parameters: { law, p in
          guard case .truncated(let shape) = law.law else { return false }
          p.law = SpanLaw(shape.law, in: law.measure)
          if shape.lower.isFinite { p.from = Quantity(lawValue: shape.lower, measure: law.measure) }
          if shape.upper.isFinite { p.to = Quantity(lawValue: shape.upper, measure: law.measure) }
          return true
        }),
      scaled(quantity),
    ]
  }

  /// A law of numbers times a quantity: how a count becomes a time.
  private static func scaled<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> Variant<SpanLaw> {
    let time = Quantity.isTime
    return keyed(
      "scaled", "A law of numbers, times a constant.",
      example: "{ by: \(time ? "30 min" : "30"), law: { poisson: 3 } }",
      [
        Field("by", \.by, Quantity.form, "The constant.", example: time ? "30 min" : "30"),
        Field(
          "law", \.law, .reference("law of numbers") { LawForms.number }, "A law of numbers.",
          example: "{ poisson: 3 }"),
      ],
      { (p) throws(LawFault) in
        guard let by = p.by, let law = p.law else { return nil }
        return by.lawValue == 1 ? law.law : try law.law.scaled(by: by.lawValue)
      },
      parameters: { law, p in
        if case .scaled(let shape) = law.law {
          p.by = Quantity(lawValue: shape.factor, measure: law.measure)
          p.law = SpanLaw(shape.law)
          return true
        }
        guard time else { return false }
        p.by = Quantity(lawValue: 1, measure: law.measure)
        p.law = SpanLaw(law.law)
        return true
      })
  }
}
