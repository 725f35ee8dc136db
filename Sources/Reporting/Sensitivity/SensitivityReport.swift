/// The report of a study of ranges as one self-contained page: a tornado for each figure, its numbers, what could not be
/// run, and how to make each end again.
public enum SensitivityReport {
  /// How many bars a picture has; the table below it has all.
  static let barsAtMost = 25

  /// The page. Pure: the same input gives the same bytes.
  public static func page(_ input: SensitivityInput) -> String {
    let rows = SensitivityRows(input: input)
    let run = input.scenario.run
    let partial =
      input.numbers.count < input.planned
      ? ["Interrupted: \(input.numbers.count) of \(DateText.counted(input.planned, "number")) were varied."]
      : []
    let warnings = partial + input.scenario.warnings
    let sections: [ReportSection?] =
      [
        ReportSection(
          "answer", "What hangs on which number",
          [.paragraph(rows.caution, style: "lead"), .paragraph(rows.method)] + leads(rows)),
        ReportSection(
          "warnings", "Warnings",
          warnings.isEmpty ? [] : [.tag("ul", ["class": "warnings"], warnings.map { .tag("li", [:], $0) })]),
      ]
      + input.figures.indices.map { section($0, rows) } + [
        ReportSection("refused", "What could not be run", refused(rows)),
        ReportSection("numbers", "The numbers, and how to put each at its ends", appendix(input)),
        ProvenanceSection(
          runs: [(input.scenario.title, run)], command: input.command, level: rows.level,
          files: "All differences are in sensitivity.csv and sensitivity.json beside this page."
        ).section,
      ]
    return PageSkeleton.page(
      title: "Sensitivity: \(input.scenario.title)",
      about: .nothing,
      facts: [
        DateText.counted(input.numbers.count, "number") + " with a range",
        DateText.counted(run.replications, "paired simulated future") + " (replications)", "seed \(run.seed)",
        "atmpsim \(run.version)",
      ], sections: sections.compactMap { $0 })
  }

  /// The widest swing of each figure in a sentence.
  private static func leads(_ rows: SensitivityRows) -> [Markup] {
    let sentences = rows.input.figures.indices.map { figure -> String in
      let seen = rows.sorted(by: figure).filter { $0.isSeen(in: figure) }
      let names = seen.prefix(3).map { "\($0.title) (\($0.label))" }
      let heading = rows.heading(figure)
      if names.isEmpty { return "\(heading). No difference is seen at the end of any range." }
      return "\(heading). It moves most with \(names.joined(separator: "; then "))."
    }
    return [.tag("ul", ["class": "lead"], sentences.map { .tag("li", [:], $0) })]
  }

  private static func section(_ figure: Int, _ rows: SensitivityRows) -> ReportSection? {
    let sorted = rows.sorted(by: figure)
    let title = rows.input.figures[figure].title
    let seen = sorted.filter { $0.isSeen(in: figure) }
    let shown = Array(seen.prefix(barsAtMost))
    return ReportSection(
      "figure-\(figure + 1)", title.prefix(1).uppercased() + title.dropFirst(),
      [
        shown.isEmpty
          ? .paragraph("No difference is seen at the end of any range.")
          : .figure(
            "\(rows.heading(figure)): how far each range moves it", chart(shown, figure, rows).picture),
        shown.count < sorted.count && !shown.isEmpty
          ? .paragraph(
            seen.count > shown.count
              ? "The picture has the \(shown.count) widest; the table has all."
              : "Numbers of which no difference is seen are in the table only.", style: "remark")
          : .nothing,
        DataTable(
          caption: "Differences to the scenario at both ends of each range, with \(rows.level) intervals; "
            + "“none seen” where the interval contains zero",
          columns: SensitivityRows.columns, rows: sorted.map { rows.cells($0, figure) }
        ).markup,
      ])
  }

  private static func chart(
    _ numbers: [SensitivityNumber], _ figure: Int, _ rows: SensitivityRows
  ) -> TornadoChart {
    let base = rows.input.figures[figure].base
    let isShare = QuantityText.reading(of: base) == .percentage
    let unit = isShare ? "percentage points" : QuantityText.word(for: base.unit)
    func end(_ end: SensitivityEnd) -> TornadoChart.End? {
      guard let difference = end.difference(of: figure), let mean = difference.mean else { return nil }
      let factor = isShare ? 100.0 : 1
      let interval = difference.low.flatMap { low in
        difference.high.flatMap { low <= $0 ? low * factor...($0 * factor) : nil }
      }
      return TornadoChart.End(name: end.value, length: mean * factor, interval: interval)
    }
    let sentences = numbers.map { number in
      "\(number.title), \(number.label): \(number.low.value) \(SensitivityRows.difference(number.low, figure)), "
        + "\(number.high.value) \(SensitivityRows.difference(number.high, figure))"
    }
    return TornadoChart(
      title: "How far \(rows.input.figures[figure].title) moves with each range",
      description: "Widest first. " + sentences.joined(separator: "; ") + ".",
      unit: unit.isEmpty ? "difference to the scenario" : "difference to the scenario, \(unit)",
      rows: numbers.map { number in
        TornadoChart.Row(
          label: number.title, remark: "\(number.base), \(number.label)", isAssumed: number.kind != .fact,
          low: end(number.low), high: end(number.high))
      }, identifier: "figure-\(figure + 1)")
  }

  private static func refused(_ rows: SensitivityRows) -> [Markup] {
    guard !rows.refused.isEmpty else { return [] }
    let table = DataTable(
      caption: "Ends of ranges at which the scenario is not valid; the other ends were run",
      columns: [.init("number"), .init("value", isNumber: true), .init("why not")],
      rows: rows.refused.map { [$0.number.title, $0.end.value, $0.end.refusal ?? ""] })
    return [table.markup]
  }

  /// Where each number stands, why it is what it is, and what `--set` says.
  private static func appendix(_ input: SensitivityInput) -> [Markup] {
    guard !input.numbers.isEmpty else { return [] }
    let entries = input.numbers.map { number -> Markup in
      let kind = number.meaning == "value" ? "" : ", \(number.meaning)"
      let reason = number.reason.isEmpty ? number.label : "\(number.label): \(number.reason)"
      let commands = [number.low, number.high].map { end in
        Markup.tag(
          "li", [:], "\(end.value): --set " + end.overrides.map { "'\($0)'" }.joined(separator: " --set "))
      }
      return .tag(
        "li", [:],
        [
          .tag("strong", [:], "\(number.title) (\(number.base)\(kind)): "), .text(reason),
          .tag("div", ["class": "places"], number.paths.joined(separator: "; ")),
          .tag("ul", ["class": "places"], commands),
        ])
    }
    return [
      .paragraph(
        "An end is made again by ‘atmpsim run’ or ‘atmpsim compare’ with what stands behind its value, and the same seed and "
          + "number of replications."),
      .tag(
        "details", [:],
        [
          .tag("summary", [:], DateText.counted(input.numbers.count, "number")),
          .tag("ul", ["class": "register"], entries),
        ]),
    ]
  }
}
