extension ComparisonTables {
  /// All differences, one row each: the scenario, the figure, the baseline's value (that of the first scenario), the
  /// scenario's own, the difference, and how both were made.
  public static func csv(_ input: ComparisonInput) -> CSVTable {
    let indexes = input.scenarios.map { EstimateIndex($0.estimates) }
    let rows = input.differences.map { difference -> [CSVTable.Field] in
      let row = difference.estimate
      let scope = Dictionary(row.scope.entries.map { ($0.key, $0.value) }) { first, _ in first }
      let own =
        difference.scenario < indexes.count
        ? indexes[difference.scenario].row(row.measure, row.statistic, at: scope) : nil
      let run = difference.scenario < input.scenarios.count ? input.scenarios[difference.scenario].run : nil
      return [
        .text(ScenarioLetter.of(difference.scenario)), .text(row.measure), .text(row.statistic),
        .text(row.scope.entries.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")), .text(row.unit),
        .number(indexes.first?.row(row.measure, row.statistic, at: scope)?.mean), .number(own?.mean),
        .number(row.mean), .number(row.low), .number(row.high), .number(row.level), .text(row.method),
        .count(row.replications), .text(difference.verdict), .text(run?.file ?? ""),
        .text(run?.scenarioHash ?? ""),
      ]
    }
    var table = CSVTable(
      header: [
        "scenario", "measure", "statistic", "scope", "unit", "baseline value [unit]", "scenario value [unit]",
        "difference [unit]", "difference low [unit]", "difference high [unit]", "level [1]", "method",
        "replications [1]", "verdict", "scenario file", "scenario sha256",
      ], rows: rows)
    if let baseline = input.scenarios.first?.run {
      table.append([
        "baseline file": .text(baseline.file), "baseline sha256": .text(baseline.scenarioHash),
        "start": .text(baseline.start.description), "horizon": .text(baseline.horizon.description),
        "warm-up [d]": .number(baseline.warmUpDays), "seed": .text(String(baseline.seed)),
        "version": .text(baseline.version),
        "command": .text(input.command),
      ])
    }
    return table
  }
}
