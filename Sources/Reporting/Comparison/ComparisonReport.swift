import Quantities

/// The report of a comparison as one self-contained page. It starts with what differs, in sentences; the facilities'
/// timelines follow, one scenario above the other.
public enum ComparisonReport {
  /// The page. Pure: the same input gives the same bytes. Nothing where there are no scenarios.
  public static func page(_ input: ComparisonInput) -> String {
    let rows = ComparisonRows(input)
    let titles = input.scenarios.enumerated().map { "\(ScenarioLetter.of($0.offset)): \($0.element.title)" }
    let warnings = input.scenarios.enumerated().flatMap { place, scenario in
      scenario.warnings.map { "\(ScenarioLetter.of(place)): \($0)" }
    }
    let sections: [ReportSection?] = [
      ReportSection("differences", "What differs", answer(rows)),
      ReportSection(
        "warnings", "Warnings",
        warnings.isEmpty ? [] : [.tag("ul", ["class": "warnings"], warnings.map { .tag("li", [:], $0) })]),
      ComparisonMeaning(rows: rows).section,
      TimelineComparison(rows: rows, titles: titles).section,
      ReportSection("years", "By year", [years(rows)]),
      ReportSection("figures", "Patients and waits that differ", figures(rows)),
      ReportSection(
        "facilities", "By facility",
        [
          table(HeadlineFigures.facilities(rows), "Treated patients, slots and batches", rows),
          table(HeadlineFigures.use(rows), "Share of time in use, and of demand filled at once", rows),
        ]),
      ReportSection("costs", "What it costs", [table(HeadlineFigures.costs(rows), "Money spent", rows)]),
      ReportSection(
        "all", "Every figure without a year",
        [.paragraph("All figures, also those by year, are in compare.csv."), everything(rows)],
        isForScreen: true),
      ProvenanceSection(
        runs: input.scenarios.map { ($0.title, $0.run) }, command: input.command,
        level: rows.contents.first?.level ?? "95 %",
        files: "All differences, also by year, are in compare.csv and compare.json beside this page."
      ).section,
    ]
    return PageSkeleton.page(
      title: "Comparison of " + DateText.counted(input.scenarios.count, "scenario"),
      about: .tag("ul", ["class": "plain"], titles.map { .tag("li", [:], $0) }),
      facts: input.scenarios.first.map { first in
        [
          DateText.counted(first.run.replications, "paired simulated future") + " (replications)",
          "seed \(first.run.seed)", "atmpsim \(first.run.version)",
        ]
      } ?? [], sections: sections.compactMap { $0 })
  }

  private static func answer(_ rows: ComparisonRows) -> [Markup] {
    ComparisonSentences(rows: rows).groups.map { group in
      .group([
        .tag("h3", [:], group.title),
        .tag("ul", ["class": "lead"], group.sentences.map { .tag("li", [:], $0) }),
      ])
    }
  }

  private static func figures(_ rows: ComparisonRows) -> [Markup] {
    let cumulative = CumulativeTable(rows: rows)
    return cumulative.charts
      + cumulative.tables.map {
        DataTable(caption: $0.title + "; differences are paired", columns: $0.columns, rows: $0.rows).markup
      } + [
        table(HeadlineFigures.patients(rows), "Patients", rows),
        table(HeadlineFigures.waits(rows), "Waits, in days", rows),
      ]
  }

  private static func years(_ rows: ComparisonRows) -> Markup {
    YearTable(rows: rows).table.map {
      DataTable(caption: $0.title + "; differences are paired", columns: $0.columns, rows: $0.rows).markup
    } ?? .nothing
  }

  /// The rows that differ, and how many do not.
  private static func table(_ all: [[String]], _ title: String, _ rows: ComparisonRows) -> Markup {
    guard !all.isEmpty else { return .nothing }
    let differing = rows.differing(all)
    let rest = DateText.counted(
      all.count - differing.count, differing.isEmpty ? "figure" : "further figure")
    let (columns, lines) = rows.arranged("figure", differing)
    return .group([
      .tag("h3", [:], title),
      DataTable(caption: caption(rows), columns: columns, rows: lines).markup,
      differing.count == all.count
        ? .nothing
        : .paragraph("No difference that is seen and matters in \(rest).", style: "remark"),
    ])
  }

  /// All other figures, folded: those that are counted by year are in the CSV file.
  private static func everything(_ rows: ComparisonRows) -> Markup {
    guard let base = rows.contents.first else { return .nothing }
    let lines = base.input.estimates.filter {
      $0.scope.year == nil && $0.scope["hour"] == nil && $0.scope["month"] == nil
    }.compactMap {
      row in
      rows.row(
        [row.measure, row.statistic, base.name.scope(row.scope)].filter { !$0.isEmpty }.joined(
          separator: " · "), row)
    }
    guard !lines.isEmpty else { return .nothing }
    let (columns, arranged) = rows.arranged("figure", lines)
    let table = DataTable(caption: caption(rows), columns: columns, rows: arranged)
    return .tag(
      "details", [:], [.tag("summary", [:], DateText.counted(lines.count, "figure")), table.markup])
  }

  private static func caption(_ rows: ComparisonRows) -> String {
    "Means with their \(rows.contents.first?.level ?? "95 %") intervals; differences are paired, future by future"
  }
}
