extension CSVTable {
  /// All estimates of a run, one row each; scope keys that occur become columns, in alphabetical order, year last. The
  /// last columns say how the run was made.
  public static func estimates(_ input: ReportInput) -> CSVTable {
    let occurring = Set(input.estimates.flatMap { $0.scope.entries.map(\.key) })
    let keys = occurring.subtracting(["year"]).sorted() + (occurring.contains("year") ? ["year"] : [])
    let header =
      ["measure", "statistic"] + keys
      + [
        "unit", "mean [unit]", "low [unit]", "high [unit]", "level [1]", "method", "replications [1]",
        "p10 [unit]",
        "p50 [unit]", "p90 [unit]", "partial year",
      ]
    let rows = input.estimates.map { row -> [Field] in
      let isPartial = row.scope.year.map { input.partialYears.contains($0) } ?? false
      return [.text(row.measure), .text(row.statistic)] + keys.map { .text(row.scope[$0] ?? "") }
        + [
          .text(row.unit), .number(row.mean), .number(row.low), .number(row.high), .number(row.level),
          .text(row.method), .count(row.replications), .number(row.p10), .number(row.p50), .number(row.p90),
          .text(isPartial ? "part" : ""),
        ]
    }
    var table = CSVTable(header: header, rows: rows)
    table.append(input.run.columns(command: input.run.command))
    return table
  }
}
