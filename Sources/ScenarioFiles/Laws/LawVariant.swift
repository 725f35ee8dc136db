import PipelineModel
import Randomness

extension LawForms {
  /// One law: its word, its parameters, how it is built and how it is taken apart again.
  static func variant<Quantity: LawQuantity>(
    _ form: MapForm<LawParameters<Quantity>>,
    _ build: @escaping @Sendable (LawParameters<Quantity>) throws(LawFault) -> Law?,
    parameters: @escaping @Sendable (SpanLaw) -> LawParameters<Quantity>?
  ) -> Variant<SpanLaw> {
    Variant<SpanLaw>(
      form, over: LawParameters<Quantity>(),
      wrap: { parameters, node, reading in
        let measures = parameters.measures
        let measure = measures.first ?? .seconds
        guard measures.allSatisfy({ $0 == measure }) else {
          reading.report(.mixedTimes, at: node.mark)
          return nil
        }
        do throws(LawFault) {
          // A law that misses a parameter has been reported by its map.
          guard let law = try build(parameters) else { return nil }
          if Quantity.isTime, law.minimum < 0 {
            reading.report(.inconsistent("a law of time must not give times below zero"), at: node.mark)
            return nil
          }
          return SpanLaw(law, in: measure)
        } catch {
          reading.report(.law(error), at: node.mark)
          return nil
        }
      },
      unwrap: parameters)
  }

  /// What the reference calls a law; times and numbers have a page each.
  static func name<Quantity: LawQuantity>(_ word: String, _ quantity: Quantity.Type) -> String {
    Quantity.isTime ? "\(word) law of time" : "\(word) law of numbers"
  }

  /// A law with a list of so many quantities behind its word.
  static func points<Quantity: LawQuantity>(
    _ word: String, _ count: Int, _ meaning: String, example: String,
    _ build: @escaping @Sendable ([Double]) throws(LawFault) -> Law,
    values: @escaping @Sendable (Law) -> [Double]?, of quantity: Quantity.Type
  ) -> Variant<SpanLaw> {
    variant(
      MapForm(
        name(word, Quantity.self), "the law '\(word)'", meaning,
        [Field(word, \.values, .exactly(count, Quantity.form), meaning, example: example)]),
      { (parameters: LawParameters<Quantity>) throws(LawFault) -> Law? in
        parameters.values.count == count ? try build(parameters.values.map(\.lawValue)) : nil
      },
      parameters: { law in
        values(law.law).map { values in
          var result = LawParameters<Quantity>()
          result.values = values.map { Quantity(lawValue: $0, measure: law.measure) }
          return result
        }
      })
  }

  /// A law with a map of parameters behind its word.
  static func keyed<Quantity: LawQuantity>(
    _ word: String, _ meaning: String, example: String, exactlyOne: [[String]] = [],
    _ fields: [Field<LawParameters<Quantity>>],
    _ build: @escaping @Sendable (LawParameters<Quantity>) throws(LawFault) -> Law?,
    parameters: @escaping @Sendable (SpanLaw, inout LawParameters<Quantity>) -> Bool
  ) -> Variant<SpanLaw> {
    let inner = MapForm<LawParameters<Quantity>>(
      "parameters of \(name(word, Quantity.self))", "the law '\(word)'", meaning, exactlyOne: exactlyOne,
      hasProvenance: false, fields)
    return variant(
      MapForm(
        name(word, Quantity.self), "the law '\(word)'", meaning,
        [Field(word, \.self, inner.form(over: LawParameters()), meaning, example: example)]),
      build,
      parameters: { law in
        var result = LawParameters<Quantity>()
        return parameters(law, &result) ? result : nil
      })
  }

  /// A law with one parameter behind its word.
  static func single<Quantity: LawQuantity, Parameter: Equatable & Sendable>(
    _ word: String, _ property: WritableKeyPath<LawParameters<Quantity>, Parameter?> & Sendable,
    _ form: Form<Parameter>, _ meaning: String, example: String,
    _ build: @escaping @Sendable (Parameter) throws(LawFault) -> Law,
    parameter: @escaping @Sendable (SpanLaw) -> Parameter?
  ) -> Variant<SpanLaw> {
    variant(
      MapForm(
        name(word, Quantity.self), "the law '\(word)'", meaning,
        [Field(word, property, form, meaning, example: example)]),
      { (parameters: LawParameters<Quantity>) throws(LawFault) -> Law? in
        guard let value = parameters[keyPath: property] else { return nil }
        return try build(value)
      },
      parameters: { law in
        parameter(law).map { value in
          var result = LawParameters<Quantity>()
          result[keyPath: property] = value
          return result
        }
      })
  }
}

extension Form {
  /// A list of exactly so many values.
  static func exactly<Item>(_ count: Int, _ item: Form<Item>) -> Form<[Item]> where Value == [Item] {
    let list = Form<[Item]>.list(item)
    return Form(
      .list(item: item.kind, count: count),
      read: { node, reading in
        if let items = node.list, items.count != count {
          reading.report(.expected(what: "a list of \(count) values", found: "\(items.count)"), at: node.mark)
          return nil
        }
        return list.read(node, reading).flatMap { $0.count == count ? $0 : nil }
      }, write: list.write)
  }
}
