import Quantities

/// Trials: how many cohorts come to their end, and when the last patient is infused and followed.
public enum TrialTable {
  static let columns = [
    "product", "cohorts completed", "enrolled", "replaced", "last patient infused", "follow-up of all over",
  ]

  /// For the terminal; nil where no product has a trial.
  public static func table(_ input: ReportInput) -> AlignedTable? {
    let rows = rows(ReportContent(input))
    if rows.isEmpty { return nil }
    return AlignedTable(
      title: "Trials: median dates, with the share of futures that reach them where it is not all",
      columns: columns.enumerated().map { .init($1, isNumber: (1...3).contains($0)) }, rows: rows)
  }

  /// One row for each trial.
  static func rows(_ content: ReportContent) -> [[String]] {
    content.products.compactMap { product in
      let scope = ["product": product]
      guard content.index.row("trial.cohorts", at: scope) != nil else { return nil }
      return [content.name(product)]
        + ["trial.cohorts", "trial.enrolled", "trial.replaced"].map {
          QuantityText.interval(content.index.row($0, at: scope))
        }
        + ["milestone.last-patient", "milestone.last-visit"].map { date($0, scope, content) }
    }
  }

  private static func date(_ measure: String, _ scope: [String: String], _ content: ReportContent) -> String {
    guard let row = content.index.row(measure, "probability", at: scope), let share = row.mean else {
      return NumberText.missing
    }
    guard share > 0 else { return "not reached" }
    let median = row.p50 ?? content.index.row(measure, "p50", at: scope)?.mean
    let date = content.days(median, unit: row.unit).map {
      content.input.run.start.adding(days: Int($0)).description
    }
    return [date, share > 0.9995 ? nil : MilestoneSection.share(share)].compactMap { $0 }.joined(
      separator: " ")
  }
}
