/// A study in the terminal and as CSV.
public enum SensitivityTables {
  /// For each figure a tornado and its numbers, widest swing first, in at most `width` columns where numbers allow it.
  /// Numbers of which no difference is seen at either end are counted.
  public static func text(_ input: SensitivityInput, width: Int = 100) -> String {
    let rows = SensitivityRows(input: input)
    var parts = [
      ([input.scenario.title] + [rows.caution, rows.method]).map { lines($0, width) }.joined()
    ]
    if input.numbers.count < input.planned {
      parts.append("partial: \(input.numbers.count) of \(DateText.counted(input.planned, "number")) varied\n")
    }
    for figure in input.figures.indices { parts.append(section(rows, figure, width)) }
    let refused = rows.refused.map { number, end in
      lines("\(number.title) cannot be \(end.value): \(end.refusal ?? "")", width)
    }
    if !refused.isEmpty { parts.append("Not run\n" + refused.joined()) }
    return parts.joined(separator: "\n")
  }

  private static func section(_ rows: SensitivityRows, _ figure: Int, _ width: Int) -> String {
    let sorted = rows.sorted(by: figure)
    let seen = sorted.filter { $0.isSeen(in: figure) }
    let rest = DateText.counted(sorted.count - seen.count, seen.isEmpty ? "number" : "further number")
    let heading = rows.heading(figure)
    if seen.isEmpty { return "\(heading)\nno difference is seen at the ends of \(rest)\n" }
    let tornado = TextTornado(numbers: seen, figure: figure)
    let table = AlignedTable(
      title: "", columns: columns, rows: seen.flatMap { lines(of: $0, figure, rows) })
    return heading + "\n" + tornado.text(width: width) + "\n" + table.text(width: width)
      + (seen.count < sorted.count ? "(no difference is seen at the ends of \(rest))\n" : "")
  }

  private static let columns: [AlignedTable.Column] = [
    .init("number"), .init("value", isNumber: true), .init("at", isNumber: true),
    .init("difference", isNumber: true), .init("verdict"),
  ]

  /// A line for each end.
  private static func lines(
    of number: SensitivityNumber, _ figure: Int, _ rows: SensitivityRows
  ) -> [[String]] {
    [number.low, number.high].enumerated().map { place, end in
      [
        place == 0 ? rows.title(of: number) : "", place == 0 ? number.base : "", end.value,
        end.difference(of: figure).map(ComparisonRows.signed) ?? NumberText.missing,
        SensitivityRows.verdict(end, figure),
      ]
    }
  }

  /// One row for each number, end and figure, with how they were made.
  public static func csv(_ input: SensitivityInput) -> CSVTable {
    let rows = input.numbers.flatMap { number in
      [("low", number.low), ("high", number.high)].flatMap { name, end in
        input.figures.indices.map { figure in row(number, name, end, input.figures[figure], figure) }
      }
    }
    var table = CSVTable(
      header: [
        "number", "path", "places [1]", "range of", "rests on", "reason", "value", "end", "value at the end",
        "measure", "statistic", "scope", "unit", "baseline value [unit]", "difference [unit]",
        "difference low [unit]", "difference high [unit]", "level [1]", "method", "replications [1]",
        "verdict", "set", "not run because",
      ], rows: rows)
    let run = input.scenario.run
    table.append([
      "scenario file": .text(run.file), "scenario sha256": .text(run.scenarioHash),
      "start": .text(run.start.description), "horizon": .text(run.horizon.description),
      "warm-up [d]": .number(run.warmUpDays), "seed": .text(String(run.seed)),
      "version": .text(run.version), "command": .text(input.command),
    ])
    return table
  }

  private static func row(
    _ number: SensitivityNumber, _ name: String, _ end: SensitivityEnd, _ figure: SensitivityFigure,
    _ index: Int
  ) -> [CSVTable.Field] {
    let difference = end.difference(of: index)
    return [
      .text(number.title), .text(number.paths.first ?? ""), .count(number.paths.count),
      .text(number.meaning), .text(number.label), .text(number.reason), .text(number.base), .text(name),
      .text(end.value), .text(figure.base.measure), .text(figure.base.statistic),
      .text(figure.base.scope.entries.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")),
      .text(figure.base.unit), .number(figure.base.mean), .number(difference?.mean),
      .number(difference?.low), .number(difference?.high), .number(difference?.level),
      .text(difference?.method ?? ""), .count(difference?.replications ?? 0),
      .text(index < end.verdicts.count ? end.verdicts[index] : ""),
      .text(end.overrides.joined(separator: "; ")), .text(end.refusal ?? ""),
    ]
  }

  private static func lines(_ text: String, _ width: Int) -> String {
    AlignedTable.wrap(text, width: width).joined(separator: "\n") + "\n"
  }
}
