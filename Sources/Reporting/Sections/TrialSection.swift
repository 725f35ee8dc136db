/// Cohorts of trials, and their last patients.
struct TrialSection {
  let content: ReportContent

  var section: ReportSection? {
    let rows = TrialTable.rows(content)
    let table = DataTable(
      caption:
        "Means (\(content.level) interval of the mean), and median dates with the share of futures that reach them",
      columns: TrialTable.columns.enumerated().map { .init($1, isNumber: (1...3).contains($0)) }, rows: rows)
    return ReportSection("trials", "Trials", [table.markup])
  }
}
