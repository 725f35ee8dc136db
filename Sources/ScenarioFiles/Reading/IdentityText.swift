import PipelineModel
import Quantities

/// `mixes up:` and `checks identity:`.
enum IdentityText {
  private static let mixUpMap = MapForm<Double>(
    "mix-up", "a mix-up", "How likely it is that what is at hand bears the name of another patient.",
    [Field("probability", \.self, .probability, "How likely it is.", example: "0.0001")])
  /// A probability, or a map with one, so that it can have a source of its own.
  static let mixUp = Form<Double>.either(
    text: .probability, map: mixUpMap.form(over: 0), writesText: { _ in true })

  private static let checkMap = MapForm<IdentityCheck>(
    "identity check", "an identity check", "Whether what is at hand is the patient's own.",
    [
      Field(
        "finds", \.finds, .probability, "The probability that one person finds a mix-up; each looks alone.",
        example: "0.99"),
      Field("persons", \.persons, .whole(1...100), "How many check.", absent: "2", example: "1"),
      Field(
        "then", \.then, .consequence,
        "What follows when one is found; what was mixed up is thrown away, unless it is only recorded.",
        absent: "collect again", example: "remake"),
    ])
  static let check = Form<IdentityCheck>.either(
    text: Form<Double>.probability.map({ IdentityCheck(finds: $0) }, back: \.finds),
    map: checkMap.form(over: IdentityCheck(finds: 1)),
    writesText: { $0 == IdentityCheck(finds: $0.finds) })
}
