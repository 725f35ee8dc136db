/// A comparison in the terminal and as CSV.
public enum ComparisonTables {
  /// Headline figures by product and by facility, side by side, in at most `width` columns where numbers allow it.
  public static func text(_ input: ComparisonInput, width: Int = 120) -> String {
    let rows = ComparisonRows(input)
    let legend = input.scenarios.enumerated().map { "\(ScenarioLetter.of($0.offset)): \($0.element.title)\n" }
      .joined()
    let tables = [
      ("By product", HeadlineFigures.products(rows)), ("By facility", HeadlineFigures.facilities(rows)),
    ].filter { !$0.1.isEmpty }.map { title, lines in
      AlignedTable(title: title, columns: rows.columns("figure"), rows: lines).text(width: width)
    }
    return ([legend] + tables + [rows.sentences().joined(separator: "\n") + "\n"]).joined(separator: "\n")
  }

  /// All differences, one row each: the scenario, the figure, the first scenario's value, its own, and the difference.
  public static func csv(_ input: ComparisonInput) -> CSVTable {
    let indexes = input.scenarios.map { EstimateIndex($0.estimates) }
    let rows = input.differences.map { difference -> [CSVTable.Field] in
      let row = difference.estimate
      let scope = Dictionary(row.scope.entries.map { ($0.key, $0.value) }) { first, _ in first }
      let own =
        difference.scenario < indexes.count
        ? indexes[difference.scenario].row(row.measure, row.statistic, at: scope) : nil
      return [
        .text(ScenarioLetter.of(difference.scenario)), .text(row.measure), .text(row.statistic),
        .text(row.scope.entries.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")), .text(row.unit),
        .number(indexes.first?.row(row.measure, row.statistic, at: scope)?.mean), .number(own?.mean),
        .number(row.mean), .number(row.low), .number(row.high), .number(row.level), .count(row.replications),
        .text(difference.verdict),
      ]
    }
    return CSVTable(
      header: [
        "scenario", "measure", "statistic", "scope", "unit", "A [unit]", "scenario's own [unit]",
        "difference [unit]",
        "low [unit]", "high [unit]", "level [1]", "replications [1]", "verdict",
      ], rows: rows)
  }
}
