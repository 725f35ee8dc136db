import PipelineModel

extension Form where Value == Consequence {
  /// What becomes of an entity: a word, or a map where it needs a name.
  static let consequence = Form.either(
    text: .words([
      "repeat": Consequence.repeatStep, "remake": .remake, "collect again": .collectAgain,
      "fail": .lose(reason: nil),
      "record": .record,
    ]),
    map: ConsequenceText.named.form,
    writesText: {
      switch $0 {
      case .againFrom, .goTo, .lose(reason: .some): false
      default: true
      }
    })
}

/// `again from:`, `go to:` and `lose:`.
enum ConsequenceText {
  private struct Target: Equatable, Sendable { var name = "" }

  static let named = VariantsForm<Consequence>(
    "consequence", "a consequence, such as 'remake' or '{ lose: not eligible }'",
    "What becomes of an entity when something goes wrong. The words are `repeat` (the step again), `remake` (a new "
      + "batch from `make:`), `collect again` (back to the step that marks collection), `fail` (the batch fails and "
      + "its patient is lost) and `record` (counted, and nothing else happens).",
    isReplacedWhole: true,
    [
      variant("again from", "Back to a named step.", "harvest", { .againFrom($0) }) {
        if case .againFrom(let name) = $0 { name } else { nil }
      },
      variant("go to", "On to a named step.", "harvest", { .goTo($0) }) {
        if case .goTo(let name) = $0 { name } else { nil }
      },
      variant("lose", "The patient is lost, with this reason.", "not eligible", { .lose(reason: $0) }) {
        if case .lose(let reason?) = $0 { reason } else { nil }
      },
    ])

  private static func variant(
    _ word: String, _ meaning: String, _ example: String, _ wrap: @escaping @Sendable (String) -> Consequence,
    unwrap: @escaping @Sendable (Consequence) -> String?
  ) -> Variant<Consequence> {
    Variant(
      MapForm<Target>(
        "'\(word)' consequence", "'\(word)'", meaning, hasProvenance: false,
        [Field(word, \.name, .text, meaning, example: example)]),
      over: Target(), wrap: { wrap($0.name) }, unwrap: { unwrap($0).map(Target.init) })
  }
}
