import PipelineModel
import Quantities

/// The kinds of steps.
enum StepsText {
  static let kinds: [Variant<RoutePart>] = Step.Kind.allCases.map { kind in
    Variant<RoutePart>(
      MapForm(
        "\(kind.rawValue) entry",
        "\(kind == .assay || kind == .infuse ? "an" : "a") entry '\(kind.rawValue)'",
        meaning(of: kind), fields(of: kind)),
      over: Step("", kind: kind), wrap: { .step($0.withKeptCounts) },
      unwrap: { if case .step(let step) = $0, step.kind == kind { step } else { nil } })
  }

  private static func meaning(of kind: Step.Kind) -> String {
    switch kind {
    case .step: "Touch work: working time of what it uses, finished in overtime once it has begun."
    case .culture: "Cells grow: calendar time."
    case .assay: "A laboratory test: calendar time; its `hands on` claims the analysts in working time."
    case .review: "Desk work: working time, suspended at the end of a shift."
    case .certify: "A decision of a Qualified Person: working time, suspended at the end of a shift."
    case .infuse: "The infusion of the patient: touch work."
    case .delay: "A plain delay: calendar time."
    }
  }

  private static func fields(of kind: Step.Kind) -> [Field<Step>] {
    let name = Field<Step>(
      kind.rawValue, \.name, .text, "Its name, unique within the product.", example: example(of: kind))
    let handsOn = Field<Step>(
      "hands on", \.handsOn, .law, "The analysts' working time.", absent: "the whole test", example: "8 h")
    let own = kind == .assay ? [handsOn] : kind == .step || kind == .culture ? workFields : []
    return [name] + claimFields + own + waitFields + outcomeFields
  }

  private static func example(of kind: Step.Kind) -> String {
    switch kind {
    case .step: "harvest and formulate"
    case .culture: "expand"
    case .assay: "sterility"
    case .review: "batch record"
    case .certify: "qp"
    case .infuse: "infusion"
    case .delay: "recovery"
    }
  }

  private static let claimFields: [Field<Step>] = [
    Field(
      "takes", \.takes, .law, "How long it takes.", absent: "no time",
      example: "{ triangular: [4 h, 5 h, 6 h] }"),
    Field(
      "uses", \.uses, .claims, "What it borrows while it lasts.", absent: "nothing",
      example: "{ grade-b: 1, operator: 2 }"),
    Field(
      "consumes", \.consumes, .claims, "What it takes from stocks when it starts.", absent: "nothing",
      example: "{ vector-dose: 1 }"),
    Field(
      "keeps", \.keeps, .keptClaims,
      "What it goes on holding until a later step frees it; a bare name means all units that it uses.",
      absent: "nothing", example: "closed-bioreactor"),
    Field(
      "frees", \.frees, .oneOrMore(.name), "What an earlier step kept and this one gives back at its end.",
      absent: "nothing", example: "closed-bioreactor"),
  ]

  private static let workFields: [Field<Step>] = [
    Field(
      "work", \.work, .word,
      "Open to the room (a room of grade A or B and two people are then required; of a culture, its vessels), or in a closed system (a device is then required).",
      absent: "not said, and nothing is required", example: "open"),
    Field(
      "process", \.process, .name,
      "A process of the making facility that has to be qualified when the step starts.",
      absent: "no process", example: "open-aseptic"),
    Field(
      "exceptional", \.exceptional, .text, "The reason why open work may stand in a room of grade C.",
      absent: "open work needs grade A or B", example: "\"early phase, in a cabinet of grade A\""),
  ]

  private static let waitFields: [Field<Step>] = [
    Field(
      "requires", \.requires, .oneOrMore(.text),
      "Entries that everybody who comes here has behind him, whatever way he took; a scenario in which that need not be so is refused.",
      absent: "nothing", example: "freeze the back-up graft"),
    Field(
      "on", \.on, WaitingText.bookedDate, "Waits for this date.", absent: "as soon as it can",
      example: "booked day + 1 wd"),
    Field(
      "within", \.within, limit("limit", "otherwise"),
      "Must start within so long of the end of the step before.", absent: "no limit", example: "24 h"),
    Field(
      "line", \.line, line.form(over: Line()), "What happens while it waits.", absent: "an ordinary line",
      example: "{ patience: 3 h }"),
    Field(
      "priority", \.priority, .whole(0...1_000_000), "Its class in lines, instead of the product's.",
      absent: "the product's", example: "1"),
    Field(
      "at shift end", \.atShiftEnd, .word, "What becomes of it at the end of a shift.",
      absent: "`finish` for touch work, `suspend` for desk work", example: "only if it fits"),
    Field(
      "interruptible", \.interruptible, .word, "A higher class may take its resources; what it loses then.",
      absent: "not interruptible", example: "resume"),
  ]

  private static let outcomeFields: [Field<Step>] = [
    Field(
      "repeats", \.repeats,
      .oneOrMore(
        touch.form(over: RepeatedTouch(every: Placeholder.length, takes: Placeholder.law, uses: []))),
      "Short touches while it lasts.", absent: "none",
      example: "{ every: 1 d, takes: 30 min, uses: { operator: 1 } }"),
    Field(
      "meanwhile", \.meanwhile, .route,
      "Entries that go on beside it; they must have ended before the next release, certification or infusion.",
      absent: "nothing", example: "[ { review: batch record, takes: 2 wd } ]"),
    Field(
      "passes", \.passes, passes, "The probability of going on; the others leave.", absent: "all pass",
      example: "0.64"),
    Field(
      "fails", \.fails, .oneOrMore(failure.form(over: FailureRule(then: Placeholder.consequence))),
      "What can go wrong, looked at in order at its end; the first that strikes decides.", absent: "never",
      example: "{ probability: 0.04, then: remake }"),
    Field(
      "mixes up", \.mixesUp, IdentityText.mixUp,
      "The probability that at its end what is at hand bears the name of another patient: the batch once there is one, else the starting material. That patient's own is not touched.",
      absent: "0", example: "0.0001"),
    Field(
      "checks identity", \.checksIdentity, IdentityText.check,
      "Whether what is at hand is the patient's own, at its end and before anything is mixed up in it; a number is what one of two persons finds.",
      absent: "not checked", example: "{ finds: 0.99, persons: 2, then: collect again }"),
    Field(
      "marks", \.marks, .text, "Names the instant at which it ends, for clocks and measures.",
      absent: "nothing", example: "collection"),
    Field(
      "starts shelf life", \.startsShelfLife, limit("shelf life", "on expiry"),
      "From its end until the infusion starts.", absent: "no limit", example: "72 h"),
    Field(
      "costs", \.costs, CostsText.items,
      "Due each time that it begins: an amount, listed by the kind of step as tests, review or reagents; or amounts by what they are for.",
      absent: "nothing", example: "{ device set: 9k EUR, reagents: 18k EUR }"),
  ]

  static let line = MapForm<Line>(
    "line", "a line", "What happens while a step waits.",
    [
      Field("at most", \.atMost, .whole(0...), "So many may wait.", absent: "no limit", example: "4"),
      Field(
        "when full", \.whenFull, .word,
        "What who finds the line full does: leaves, or stays where it was with what it held there.",
        absent: "leaves", example: "blocks"),
      Field(
        "patience", \.patience, .law, "How long one waits in this line.", absent: "for ever",
        example: "{ exponential: 2 h }"),
      Field(
        "then", \.then, .consequence, "What follows when patience ends.",
        absent: "lost, with the reason `patience`", example: "{ lose: tired of waiting }"),
      Field(
        "bypass", \.bypass, .boolean, "May overtake an earlier claim that cannot start.", absent: "false",
        example: "true"),
    ])

  private static let touch = MapForm<RepeatedTouch>(
    "repeated touch", "a repeated touch", "A short touch that is repeated while a step lasts.",
    [
      Field(
        "every", \.every, .positiveDuration,
        "Calendar time between the planned touches; the first after one interval.", example: "1 d"),
      Field("takes", \.takes, .law, "Working time of one touch.", example: "30 min"),
      Field("uses", \.uses, .claims, "What it borrows.", absent: "nothing", example: "{ operator: 1 }"),
    ])

  private static let passMap = MapForm<PassRule>(
    "pass rule", "a pass rule", "Who goes on.",
    [
      Field("probability", \.probability, .probability, "The probability of going on.", example: "0.64"),
      Field(
        "otherwise", \.otherwise, .consequence, "What becomes of the others.",
        absent: "lost, with the reason `<step> not passed`", example: "{ lose: not eligible }"),
    ])
  private static let passes = Form<PassRule>.either(
    text: Form<Double>.probability.map({ PassRule($0) }, back: \.probability),
    map: passMap.form(over: PassRule(1)),
    writesText: { $0 == PassRule($0.probability) })

  static let failure = MapForm<FailureRule>(
    "failure rule", "a failure rule", "Something that can go wrong.",
    [
      Field(
        "what", \.what, .text, "The name of the failure.", absent: "the step's name",
        example: "insufficient expansion"),
      Field("probability", \.probability, .probability, "How likely it is.", absent: "0", example: "0.04"),
      Field(
        "on attempts", \.onAttempts, .list(.whole(1...1_000_000)),
        "Fails surely on these visits of the step.", absent: "none", example: "[1]"),
      Field("then", \.then, .consequence, "What follows.", example: "remake"),
      Field(
        "attempts", \.attempts, .whole(1...1_000_000), "After so many visits in all, `else` follows instead.",
        absent: "no limit", example: "2"),
      Field(
        "else", \.otherwise, .consequence, "What follows when the attempts are used up.", absent: "fail",
        example: "{ lose: no product }"),
    ])

  private static func limit(_ name: String, _ otherwise: String) -> Form<TimeLimit> {
    let map = MapForm<TimeLimit>(
      name, "a \(name)", "A time, and what follows when it is passed.",
      [
        Field("of", \.limit, .positiveDuration, "The time.", example: "72 h"),
        Field(
          otherwise, \.then, .consequence, "What follows when it is passed.", absent: "fail",
          example: "remake"),
      ])
    return .either(
      text: Form<TimeLength>.positiveDuration.map({ TimeLimit($0) }, back: \.limit),
      map: map.form(over: TimeLimit(Placeholder.length)), writesText: { $0 == TimeLimit($0.limit) })
  }
}

extension Step {
  /// `keeps:` with bare names counted as what the step uses.
  fileprivate var withKeptCounts: Step {
    var result = self
    for index in result.keeps.indices where result.keeps[index].count == Claim.allThatIsUsed {
      let name = result.keeps[index].name
      result.keeps[index].count = uses.first { $0.name == name }?.count ?? 1
    }
    return result
  }
}
