/// Runs that are no patients, and the processes that they qualify.
struct RunSection {
  let content: ReportContent

  private static let measures = [
    ("runs.begun", "begun"), ("runs.completed", "completed"), ("runs.failed", "failed"),
    ("runs.in-progress", "under way at the end"),
  ]

  var section: ReportSection? {
    ReportSection("runs", "Runs that are no patients", [runs, processes])
  }

  private var runs: Markup {
    TotalsTable(content: content, measures: Self.measures).markup(
      caption: "Runs over the whole period: mean (\(content.level) interval of the mean)")
  }

  private var processes: Markup {
    let measures = ["process.qualified", "process.stopped", "process.lapsed"]
    let rows = content.index.rows("process.qualified", by: ["facility", "resource"]).map { row in
      [content.name(row.scope["facility"]), content.name(row.scope["resource"])]
        + measures.map { measure in
          let scope = ["facility": row.scope["facility"] ?? "", "resource": row.scope["resource"] ?? ""]
          return QuantityText.interval(content.index.row(measure, at: scope))
        }
    }
    return DataTable(
      caption: "Processes over the whole period: mean (\(content.level) interval of the mean)",
      columns: [
        .init("facility"), .init("process"), .init("time qualified", isNumber: true),
        .init("stopped by a failed media fill", isNumber: true), .init("lapsed", isNumber: true),
      ], rows: rows
    ).markup
  }
}
