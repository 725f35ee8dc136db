import PipelineModel
import Quantities

/// `products:`.
enum ProductsText {
  static let product = MapForm<Product>(
    "product", "a product", "What is made: who asks for it, where, in which slots, and by which route.",
    atMostOne: [["patients", "runs"]],
    [
      Field("name", \.title, .text, "How reports call it.", absent: "its key", example: "CAR-T, fresh"),
      Field("class", \.kind, .word, "The class of advanced therapy.", absent: "not stated", example: "GTMP"),
      Field(
        "regime", \.regime, .word, "The legal ground on which it is made; decides where a batch may go.",
        absent: "not stated", example: "hospital exemption"),
      Field(
        "traits", \.traits, .oneOrMore(.text),
        "What it is, for the rules of changeovers and for `incompatible`: words of your own.", absent: "none",
        example: "[viral vector, GMO]"),
      Field(
        "made at", \.madeAt, .oneOrMore(.name),
        "The facilities that make it; unqualified resources of the route are theirs. With more than one a booking takes the earliest date.",
        absent: "the only facility", example: "[lund-sus]"),
      Field(
        "purpose", \.purpose, .word,
        "What it is made for: patients (`care`, `trial`), or runs that are no patients. It decides the class in lines where no `priority` does: `donor` 1, `media fill` 2, `care` 3, `trial` 4, `engineering run` 7, `training run` 8.",
        absent: "not stated", example: "media fill"),
      Field(
        "priority", \.priority, .whole(0...1_000_000), "Its class in every line: 1 is served before 2.",
        absent: "that of the purpose; 5 without one", example: "1"),
      Field(
        "slots", \.slots, slots.form(over: SlotGrid(weekly: [])),
        "The weekly grid of starts that `book:` reserves from.", absent: "none",
        example: "{ weekly: { mon: 1, tue: 1 }, book ahead: 12 wk }"),
      Field(
        "target", \.target, .positiveDuration,
        "From collection to infusion at most, for the share of patients who are on time.",
        absent: "no target",
        example: "14 d"),
      Field(
        "trial", \.trial, TrialText.trial.form(over: TrialText.untouched),
        "Cohorts of patients who are enrolled and followed, one cohort after another.", absent: "no cohorts",
        example: "{ cohort: 4, follow-up: 6 mo, at most: 8, enrolled at: enrolment }"),
      Field(
        "patients", \.patients, DemandText.demand.form(over: DemandText.untouched),
        "Who asks for it. A product without patients or runs is made for a stock.", absent: "nobody",
        example: "{ arrive: { poisson: 18 / y } }"),
      Field(
        "runs", \.runs, RunsText.runs.form(over: Runs()),
        "Runs that are no patients, instead of `patients`: media fills, engineering and training runs, donors.",
        absent: "none", example: "{ initially: 3, every: 6 mo, from: licensed }"),
      Field(
        "route", \.route, .route, "The way from referral to infusion, or from order to stock.",
        absent: "empty", example: "[ { step: wash, takes: 1 h } ]"),
    ])

  static let products = product.named({ Product(name: $0) }, name: \.name)

  private static let slots = MapForm<SlotGrid>(
    "slot grid", "a slot grid", "Starts that are offered each week.",
    [
      Field(
        "weekly", \.weekly, weekly, "How many starts each weekday offers.", example: "{ mon: 1, tue: 1 }"),
      Field(
        "book ahead", \.bookAhead, .positiveDuration,
        "A slot can be booked from so long before its start, inclusive.", absent: "12 wk", example: "14 d"),
      Field(
        "from", \.from, .instant, "The first day on which slots are offered.",
        absent: "when the facility is licensed", example: "2025-01-06"),
      Field(
        "overflow after", \.overflowAfter, .positiveDuration,
        "The facilities behind the first of `made at` are asked only where the first has no start within so long.",
        absent: "the earliest start of all facilities", example: "14 d"),
    ])

  private static let weekly: Form<[WeekdaySlots]> = {
    let fields = Weekday.allCases.indices.map { index in
      Field<[Int]>(
        Weekday.allCases[index].symbol, \.[index], .whole(0...1_000), "How many starts.", absent: "0",
        example: "1")
    }
    let none = Array(repeating: 0, count: Weekday.allCases.count)
    let map = MapForm<[Int]>("weekday counts", "the weekday counts", "A number for each weekday.", fields)
    return map.form(over: none).map(
      { counts in
        zip(Weekday.allCases, counts).filter { $0.1 > 0 }.map { WeekdaySlots(day: $0.0, count: $0.1) }
      },
      back: { slots in
        var counts = none
        for slot in slots {
          if let index = Weekday.allCases.firstIndex(of: slot.day) { counts[index] += slot.count }
        }
        return counts
      })
  }()
}
