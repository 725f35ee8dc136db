extension MeasureCatalogue {
  /// Trials: cohorts and the last patient; reported where a product has `trial:`.
  static let trials: [Measure] = [
    trial("trial.enrolled", "patients", "Patients who took a place in a cohort, in that year."),
    trial(
      "trial.replaced", "patients", "Members who were lost before the infusion and replaced, in that year."),
    trial("trial.cohorts", "cohorts", "Cohorts whose follow-up was over, in the year in which it was."),
    milestone("milestone.last-patient", "Days from the start until the last planned patient is infused."),
    milestone(
      "milestone.last-visit", "Days from the start until the follow-up of all planned patients is over."),
  ]

  private static func trial(_ name: String, _ unit: String, _ definition: String) -> Measure {
    Measure(
      name, unit: unit, keys: [.product, .year], groupings: [[.product, .year], [.product]],
      combination: .count, definition: definition)
  }

  private static func milestone(_ name: String, _ definition: String) -> Measure {
    Measure(
      name, unit: "d", keys: [.product], groupings: [[.product]], combination: .milestone,
      definition: definition)
  }
}
