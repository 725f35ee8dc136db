import PipelineModel
import Quantities

/// Plans of full-time equivalents, attrition and absence of a role.
enum StaffingText {
  static let equivalents = Form<PlannedEquivalents>.either(
    text: Form<Double>.positiveNumber.map(
      { .fixed($0) }, back: { if case .fixed(let number) = $0 { number } else { 0 } }),
    map: MomentTable.form(Form<Double>.amount).map(
      { entries in .dated(entries.map { EquivalentsChange(at: $0.at, equivalents: $0.value) }) },
      back: { planned in
        guard case .dated(let changes) = planned else { return [] }
        return changes.map { MomentTable.Entry(at: $0.at, value: $0.equivalents) }
      }),
    writesText: { if case .fixed = $0 { true } else { false } })

  static let attrition = Field<Resource>(
    "attrition", \.spelledAttrition,
    .either(
      text: Form<Rate>.hazard.map({ Attrition(rate: $0) }, back: \.rate),
      map: varying.form(over: Attrition(rate: Placeholder.rate)), writesText: \.periods.isEmpty),
    "The rate at which each person leaves; or with periods in which it is another.", absent: "nobody leaves",
    example: "18 % / y")

  static let absence = Field<Resource>(
    "absence", \.absence, spells.form(over: Absence(share: 0, spells: Placeholder.law)),
    "Absence that nobody planned, in spells; what `productive` and `leave` leave out comes on top.",
    absent: "none", example: "{ share: 5 %, spells: { lognormal: { median: 4 d, sigma: 1 } } }")

  static let coveredBy = Field<Resource>(
    "covered by", \.ownCover.by, .oneOrMore(.name),
    "Roles that work in its place where it has too few, in this order; each claim is served whole by one role.",
    absent: "nobody", example: "lumc/qp")
  static let coverAfter = Field<Resource>(
    "cover after", \.ownCover.after, .calendarDuration,
    "How long a claim first waits in its line for this role itself.", absent: "not at all", example: "1 d")

  static let onCallFrom = Field<Resource>(
    "on call from", \.ownOnCall.from, .name,
    "The role whose people these are: called, they are missing there until they have rested.",
    absent: "people of their own", example: "operator")
  static let rest = Field<Resource>(
    "rest", \.ownOnCall.rest, .calendarDuration,
    "How long nobody of them works after a call, or after work that ended outside the calendars.",
    absent: "none", example: "11 h")

  private static let varying = MapForm<Attrition>(
    "attrition", "attrition", "The rate at which each person leaves, and when it is another.",
    [
      Field("rate", \.rate, .hazard, "The rate.", example: "18 % / y"),
      Field(
        "periods", \.periods,
        .list(period.form(over: AttritionPeriod(from: Placeholder.moment, factor: 1))),
        "Periods in which the rate is another; where they overlap, the factors multiply.", absent: "none",
        example: "[ { from: 2024-10-01, until: 2026-10-01, factor: 2 } ]"),
    ])

  private static let period = MapForm<AttritionPeriod>(
    "period of attrition", "a period of attrition", "A time in which people leave more often, or less.",
    [
      Field("from", \.from, .moment, "When it begins.", example: "2024-10-01"),
      Field("until", \.until, .moment, "When it is over.", absent: "never", example: "2026-10-01"),
      Field("factor", \.factor, .amount, "What the rate is multiplied with.", example: "2"),
    ])

  private static let spells = MapForm<Absence>(
    "absence", "absence",
    "Absence that nobody planned: each person is there, then away for a spell, on and on.",
    [
      Field(
        "share", \.share, .probability, "The share of the time in which a person is away, in the long run.",
        example: "5 %"),
      Field(
        "spells", \.spells, .law, "How long a spell lasts, calendar time.",
        example: "{ lognormal: { median: 4 d, sigma: 1 } }"),
    ])
}

/// `fte:` as a file writes it.
enum PlannedEquivalents: Equatable, Sendable {
  case fixed(Double)
  case dated([EquivalentsChange])
}

/// `attrition:` as a file writes it.
struct Attrition: Equatable, Sendable {
  var rate: Rate
  var periods: [AttritionPeriod] = []
}

extension Resource {
  /// The cover, made when a key of it is there.
  var ownCover: Cover {
    get { cover ?? Cover() }
    set { cover = newValue }
  }
  /// The hours on call, made when a key of them is there.
  var ownOnCall: OnCall {
    get { onCall ?? OnCall() }
    set { onCall = newValue }
  }
  /// `attrition:`.
  var spelledAttrition: Attrition? {
    get { turnover?.attrition.map { Attrition(rate: $0, periods: turnover?.attritionPeriods ?? []) } }
    set {
      ownTurnover.attrition = newValue?.rate
      ownTurnover.attritionPeriods = newValue?.periods ?? []
    }
  }
}
