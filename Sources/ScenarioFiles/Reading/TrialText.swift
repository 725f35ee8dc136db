import PipelineModel
import Quantities

/// `trial:` of a product.
enum TrialText {
  static let untouched = Trial(cohort: 1, followUp: Placeholder.length)

  static let trial = MapForm<Trial>(
    "trial", "the trial",
    "So many patients are enrolled, all of them are followed, then the next. Whoever would be enrolled when no place can come free any more is lost with the reason `trial is full`.",
    [
      Field(
        "cohort", \.cohort, .whole(1...1_000_000), "How many patients are enrolled together.", example: "4"),
      Field(
        "follow-up", \.followUp, .positiveDuration,
        "Of each patient, from the first infusion on and whatever becomes of him; months and years are calendar steps. When it is over for all of a cohort, the next may be enrolled.",
        example: "6 mo"),
      Field(
        "at most", \.atMost, .whole(1...1_000_000),
        "So many patients in all, those not counted who were replaced.", absent: "no limit", example: "8"),
      Field(
        "starts after", \.startsAfter, .law,
        "The time of the authorities' assessment: the first patients are referred so long after `patients: from`.",
        absent: "no time", example: "{ triangular: [4 mo, 7 mo, 14 mo] }"),
      Field(
        "enrolled at", \.enrolledAt, .text, "The step that takes a place in the cohort, before any booking.",
        absent: "the first step of the route", example: "enrolment"),
      Field(
        "lost", \.lost, .word,
        "What a member does who is lost before the infusion: is `replaced` by another in the same cohort, or is `counted` as if followed.",
        absent: "replaced", example: "counted"),
    ])
}
