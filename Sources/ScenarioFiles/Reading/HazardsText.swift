import PipelineModel
import Quantities

/// What depends on how long a clock has run and on how sick a patient is.
enum HazardsText {
  static let changes = Form<[HazardChange]>.list(
    change.form(over: HazardChange(after: Placeholder.length, factor: 1)))

  private static let change = MapForm<HazardChange>(
    "hazard change", "a change of a hazard", "The hazard from so long after the start of its clock on.",
    [
      Field("after", \.after, .calendarDuration, "So long after the start of the clock.", example: "60 d"),
      Field(
        "factor", \.factor, .amount, "So many times the hazard as written, until the next change.",
        example: "1.5"),
    ])

  static let benefit = MapForm<Benefit>(
    "benefit", "the benefit",
    "What an infusion is worth to a patient: a probability of cure, or years of life.",
    [
      Field(
        "by severity", \.bySeverity, .list(point.form(over: BenefitPoint(at: 0, is: 0))),
        "Corners of a function that is linear between them and constant outside.",
        example: "[ { at: 0, is: 0.7 }, { at: 1, is: 0.3 } ]"),
      Field(
        "over", \.over, .positiveDuration,
        "The wait by which the benefit now is compared with that of later.",
        absent: "30 d", example: "14 d"),
    ])

  private static let point = MapForm<BenefitPoint>(
    "corner of a benefit", "a corner of a benefit", "The benefit at one severity.",
    [
      Field("at", \.severity, .number, "The severity.", example: "0.5"),
      Field("is", \.benefit, .number, "The benefit there.", example: "0.6"),
    ])
}
