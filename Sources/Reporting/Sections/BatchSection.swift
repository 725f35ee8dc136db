/// Batches: started, failed, out of specification, released.
struct BatchSection {
  let content: ReportContent

  private static let measures = [
    ("batches.started", "started"), ("batches.failed", "failed"),
    ("batches.out-of-specification", "out of specification"), ("batches.released", "released"),
  ]

  var section: ReportSection? {
    let table = TotalsTable(content: content, measures: Self.measures).markup(
      caption: "Batches over the whole period: mean (\(content.level) interval of the mean)")
    return ReportSection("batches", "Batches and failures", [table])
  }
}
