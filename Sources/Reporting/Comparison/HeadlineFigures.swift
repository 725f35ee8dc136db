/// Which figures a comparison puts first.
enum HeadlineFigures {
  /// Patients and waiting times: all, then by product.
  static func products(_ rows: ComparisonRows) -> [[String]] {
    figures.flatMap { words, measure, statistic in
      rows.rows(words + ", all", measure, statistic) + rows.rows(words, measure, statistic, by: "product")
    }
  }

  /// Patients, slots and milestones by facility.
  static func facilities(_ rows: ComparisonRows) -> [[String]] {
    let counted = [
      ("treated", "patients.treated"), ("slots used", "slots.used"), ("slots wasted", "slots.wasted"),
      ("batches started", "batches.started"), ("batches failed", "batches.failed"),
    ]
    return counted.flatMap { rows.rows($0.0, $0.1, by: "facility") }
      + MilestoneSection.order.flatMap { rows.rows("reached: \($0.1)", $0.0, "probability", by: "facility") }
  }

  private static let figures = [
    ("referred", "patients.referred", "mean"), ("treated", "patients.treated", "mean"),
    ("lost", "patients.lost", "mean"), ("on their way at the end", "patients.in-progress", "mean"),
    ("days collection to infusion, median", "time.vein-to-vein", "p50"),
    ("days collection to infusion, P90", "time.vein-to-vein", "p90"),
  ]
}
