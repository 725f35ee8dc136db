extension MeasureCatalogue {
  /// How patients fare by how sick they are, and whether they are on time; reported where a scenario asks.
  static let fairness: [Measure] = [
    Measure(
      "patients.on-time", unit: "1", keys: byProductKeys, groupings: byProduct,
      combination: .ratio(isProbability: true),
      definition:
        "Share of the infusions that came within the product's target after the collection, in the year of the collection."
    ),
    Measure(
      "patients.benefit", unit: "1", keys: byProductKeys, groupings: byProduct, combination: .amount,
      definition: "Sum of the benefits of all infusions, each by the severity of the patient at that time."),
    Measure(
      "fairness.wait", unit: "d", keys: [.product, .facility, .severity, .year], groupings: bySeverity,
      combination: .samples,
      definition:
        "First infusion minus referral by class of severity at the referral, in the year of the referral."),
    Measure(
      "fairness.infused", unit: "1", keys: [.product, .facility, .severity, .year], groupings: bySeverity,
      combination: .ratio(isProbability: true),
      definition:
        "Share, of those who were infused or lost, who were infused, by class of severity at the referral."),
  ]

  private static let bySeverity: [[Scope.Key]] = [
    [.product, .severity, .year], [.product, .severity], [.severity],
  ]

  /// Runs that are no patients.
  static let runs: [Measure] = [
    count("runs.begun", "runs", "Runs that are no patients, in the year in which they were asked for."),
    count("runs.completed", "runs", "Runs that came to the end of their route, in that year."),
    Measure(
      "runs.failed", unit: "runs", keys: [.product, .facility, .reason, .year],
      groupings: byProduct + [[.product, .reason], [.reason], [.product, .reason, .year]],
      combination: .count,
      definition:
        "Runs that did not come to the end of their route, in the year in which they ended, by reason."),
    Measure(
      "runs.in-progress", unit: "runs", keys: byProductKeys, groupings: byProduct, combination: .standing,
      definition: "Runs begun and neither completed nor failed, at the end of the year or of the run."),
  ]
}
