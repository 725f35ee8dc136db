import PipelineModel
import Quantities
import Randomness

/// The laws of the language, over times and over numbers.
enum LawForms {
  /// A law of time: a duration, or a law in words.
  static let time: Form<SpanLaw> = covered(
    law(TimeLength.self, variants: continuous(TimeLength.self), named: "law of time"))
  /// A law of numbers: a number, or a law in words.
  static let number: Form<SpanLaw> = covered(
    law(Double.self, variants: continuous(Double.self) + counting, named: "law of numbers"))

  /// The law inside another.
  static func inner<Quantity: LawQuantity>(_ quantity: Quantity.Type) -> Form<SpanLaw> {
    Quantity.isTime
      ? .reference("law of time") { time } : .reference("law of numbers") { number }
  }

  private static func law<Quantity: LawQuantity>(
    _ quantity: Quantity.Type, variants: [Variant<SpanLaw>], named name: String
  ) -> Form<SpanLaw> {
    let words = Quantity.isTime ? "a law of time" : "a law of numbers"
    let form = VariantsForm(
      name, "\(words), such as '\(Quantity.isTime ? "{ triangular: [7 d, 10 d, 12 d] }" : "{ poisson: 3 }")'",
      Quantity.isTime
        ? "How long something takes. All times of one law are in calendar units, or all in working days (`wd`)."
        : "How many, or how much.", isReplacedWhole: true, variants)
    let fixed = Quantity.form.map(
      { SpanLaw(LawBuilding.fixed($0.lawValue), in: $0.lawMeasure) },
      back: { Quantity(lawValue: $0.law.mean, measure: $0.measure) })
    return .either(text: fixed, map: form.form) { if case .fixed = $0.law { true } else { false } }
  }

  /// The whole law is one number of the scenario: it has one note on where it comes from.
  private static func covered(_ form: Form<SpanLaw>) -> Form<SpanLaw> {
    Form(
      form.kind,
      read: { node, reading in
        let hasNote = node.map?.contains { $0.key == "source" || $0.key == "assumption" } ?? false
        reading.noteNumber(in: node, hasOwnNote: hasNote)
        return reading.withoutNotes { form.read(node, reading) }
      }, write: form.write)
  }
}

/// Laws whose numbers cannot be wrong.
enum LawBuilding {
  /// The law of one finite number.
  static func fixed(_ value: Double) -> Law {
    do {
      return try .fixed(value)
    } catch {
      preconditionFailure("a fixed law of \(value)")
    }
  }
}

extension Form where Value == SpanLaw {
  /// A law of time.
  static let law = LawForms.time
}

extension Form where Value == Law {
  /// A law of numbers.
  static let law: Form<Law> = LawForms.number.map(\.law, back: { SpanLaw($0) })
}
