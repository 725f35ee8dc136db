/// A comparison in the terminal and as CSV.
public enum ComparisonTables {
  /// Timelines of the facilities, patients, waits, use, and what it comes to in sentences; in at most `width` columns
  /// where numbers allow it. Rows without a difference that is seen are
  /// counted instead of printed.
  public static func text(_ input: ComparisonInput, width: Int = 100) -> String {
    let rows = ComparisonRows(input)
    guard rows.contents.count > 1 else { return legend(input) }
    let milestones = MilestoneComparison(rows: rows)
    var parts = [legend(input)] + milestones.tables.map { $0.text(width: width) }
    if !milestones.unchanged.isEmpty, let base = rows.contents.first {
      let names = milestones.unchanged.map { base.name($0) }.joined(separator: "; ")
      parts.append(lines("Milestones are the same at: \(names).", width))
    }
    if let years = YearTable(rows: rows).table { parts.append(years.text(width: width)) }
    let tables = [
      ("Patients", HeadlineFigures.patients(rows, isBrief: true)),
      ("Waits", HeadlineFigures.waits(rows, isBrief: true)),
      ("By facility", HeadlineFigures.facilities(rows, isBrief: true)),
      ("What it costs", HeadlineFigures.costs(rows, isBrief: true)),
      ("Share of time in use, and of demand filled at once", HeadlineFigures.use(rows, isBrief: true)),
    ]
    for (title, lines) in tables where !lines.isEmpty {
      parts.append(table(title, lines, rows, width))
    }
    parts += CumulativeTable(rows: rows).tables.map { $0.text(width: width) }
    return (parts + [ComparisonSentences(rows: rows).all.map { lines($0, width) }.joined()])
      .joined(separator: "\n")
  }

  private static func legend(_ input: ComparisonInput) -> String {
    input.scenarios.enumerated().map { "\(ScenarioLetter.of($0.offset)): \($0.element.title)\n" }.joined()
  }

  private static func table(
    _ title: String, _ all: [[String]], _ rows: ComparisonRows, _ width: Int
  ) -> String {
    let shown = rows.differing(all)
    let rest = DateText.counted(all.count - shown.count, shown.isEmpty ? "figure" : "further figure")
    if shown.isEmpty { return "\(title): no difference is seen in \(rest)\n" }
    let (columns, lines) = rows.arranged("figure", shown)
    let table = AlignedTable(title: title, columns: columns, rows: lines)
    return table.text(width: width) + (shown.count < all.count ? "(no difference is seen in \(rest))\n" : "")
  }

  private static func lines(_ text: String, _ width: Int) -> String {
    AlignedTable.wrap(text, width: width).joined(separator: "\n") + "\n"
  }
}
