import PipelineModel
import Quantities

/// `patients:`.
enum DemandText {
  static let untouched = Demand(arrivals: .scheduled([]))

  static let demand = MapForm<Demand>(
    "demand", "the demand",
    "The patients of a product: how they arrive, in which order they are served, and what may befall them.",
    [
      Field(
        "at", \.at, .name, "The site of the hospital that treats them.",
        absent: "the site of the facility that makes the product", example: "lund"),
      Field("arrive", \.arrivals, ArrivalsText.arrivals, "How they arrive.", example: "{ poisson: 18 / y }"),
      Field(
        "from", \.from, start,
        "The first instant at which patients are referred: a moment, or when the first making facility is `opened` or `licensed`.",
        absent: "the start", example: "licensed"),
      Field(
        "until", \.until, .moment, "No referrals from then on.", absent: "the horizon", example: "2030-01-01"),
      Field(
        "at most", \.atMost, .whole(0...), "So many patients in all.", absent: "no limit", example: "100"),
      Field(
        "each", \.groupSize, .law, "How many patients come together.", absent: "1", example: "{ poisson: 2 }"),
      Field(
        "order", \.order, .word, "The order of a line within a priority class.", absent: "first come",
        example: "worst off"),
      Field(
        "severity", \.severity, .law,
        "How sick each is at the referral; the greatest is the worst off, for `order: worst off`.",
        absent: "all alike", example: "{ uniform: [0, 1] }"),
      Field(
        "worsens", \.worsens, .rate, "How much the severity of each grows from the referral on.",
        absent: "not at all", example: "0.1 / 30 d"),
      Field(
        "severity classes", \.severityClasses, .list(.number),
        "Bounds of the classes of severity at the referral by which waits and losses are compared.",
        absent: "no classes", example: "[0.33, 0.67]"),
      Field(
        "benefit", \.benefit, HazardsText.benefit.form(over: Benefit(bySeverity: [])),
        "What an infusion is worth by the severity then, for `order: maximum benefit`: first goes who loses most by waiting once more, by what is lost of the benefit and by the hazards that run from the referral.",
        absent: "not counted",
        example: "{ by severity: [ { at: 0, is: 0.7 }, { at: 1, is: 0.3 } ] }"),
      Field(
        "due", \.due, .law, "After the referral, for `order: due date`.", absent: "never", example: "42 d"),
      Field(
        "clocks", \.clocks, clocks,
        "Competing risks, by name; the first to ring takes the patient out and names the reason.",
        absent: "none", example: "{ death: { hazard: 2.4 % / 30 d } }"),
      Field(
        "withdrawals", \.withdrawals,
        .list(withdrawal.form(over: Withdrawal(patient: 1, at: Placeholder.moment))),
        "Single patients who withdraw at a known moment.", absent: "none",
        example: "[ { patient: 1, at: 2025-03-02 } ]"),
    ])

  private static let withdrawal = MapForm<Withdrawal>(
    "withdrawal", "a withdrawal", "One patient withdraws at a known moment.",
    [
      Field("patient", \.patient, .whole(1...), "The n-th arrival, counted from 1.", example: "1"),
      Field("at", \.at, .moment, "When.", example: "2025-03-02"),
      Field("reason", \.reason, .text, "The reason of the loss.", absent: "withdrew", example: "withdrew"),
    ])

  static let start = Form<DemandStart>(
    .either([.scalar(.word(["start", "opened", "licensed"])), Form<Moment>.moment.kind]),
    read: { node, reading in
      switch node.scalar?.text {
      case "start": .start
      case "opened": .opened
      case "licensed": .licensed
      default: Form<Moment>.moment.read(node, reading).map { .moment($0) }
      }
    },
    write: { start in
      switch start {
      case .start: .written("start")
      case .opened: .written("opened")
      case .licensed: .written("licensed")
      case .moment(let moment): Form<Moment>.moment.write(moment)
      }
    })

  private static let clock = MapForm<PatientClock>(
    "patient clock", "a patient clock",
    "A risk that runs through the whole way of a patient, in a line or not, also while the cells grow.",
    exactlyOne: [["hazard", "after"]],
    [
      Field(
        "hazard", \.spelledHazard, .hazard, "A constant rate, so much per time.", absent: "with `after`",
        example: "2.4 % / 30 d"),
      Field(
        "after", \.spelledAfter, .law, "The law of the time until it rings.", absent: "with `hazard`",
        example: "{ weibull: { shape: 1.5, scale: 90 d } }"),
      Field(
        "changes", \.changes, HazardsText.changes,
        "From so long after the start of the clock on, the hazard is so many times as high.", absent: "none",
        example: "[ { after: 60 d, factor: 1.5 } ]"),
      Field(
        "doubles with severity", \.doublesWithSeverity, .positiveNumber,
        "The hazard doubles with every so much of severity, as it grows; it is as written at severity 0.",
        absent: "the same for all", example: "0.5"),
      Field("from", \.from, .text, "The mark at which it starts.", absent: "collection", example: "referral"),
      Field("to", \.to, .text, "The mark at which it stops.", absent: "infusion", example: "infusion"),
    ])

  private static let clocks = clock.named(
    { PatientClock(name: $0, risk: .hazard(Placeholder.rate)) }, name: \.name)
}

extension PatientClock {
  /// `hazard:`.
  var spelledHazard: Rate? {
    get { if case .hazard(let rate) = risk { rate } else { nil } }
    set { if let newValue { risk = .hazard(newValue) } }
  }
  /// `after:`.
  var spelledAfter: SpanLaw? {
    get { if case .after(let law) = risk { law } else { nil } }
    set { if let newValue { risk = .after(newValue) } }
  }
}
