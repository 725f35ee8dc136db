import Quantities

/// The report of a comparison as one self-contained page. It starts with the facilities' timelines, one scenario above
/// the other.
public enum ComparisonReport {
  /// The page. Pure: the same input gives the same bytes. Nothing where there are no scenarios.
  public static func page(_ input: ComparisonInput) -> String {
    let rows = ComparisonRows(input)
    let titles = input.scenarios.enumerated().map { "\(ScenarioLetter.of($0.offset)): \($0.element.title)" }
    let warnings = input.scenarios.enumerated().flatMap { place, scenario in
      scenario.warnings.map { "\(ScenarioLetter.of(place)): \($0)" }
    }
    let sections: [ReportSection?] = [
      TimelineComparison(rows: rows, titles: titles).section,
      ReportSection(
        "differences", "What differs",
        ComparisonSentences(rows: rows).all.map { .paragraph($0, style: "lead") } + headlines(rows)),
      meaning(input),
      ReportSection("facilities", "By facility", [facilities(rows)]),
      ReportSection(
        "all", "Every figure without a year",
        [.paragraph("All figures, also those by year, are in compare.csv."), everything(rows)]),
      ReportSection(
        "warnings", "Warnings",
        warnings.isEmpty ? [] : [.tag("ul", ["class": "warnings"], warnings.map { .tag("li", [:], $0) })]),
      ProvenanceSection(runs: input.scenarios.map { ($0.title, $0.run) }, command: input.command).section,
    ]
    return PageSkeleton.page(
      title: "Comparison of " + DateText.counted(input.scenarios.count, "scenario"),
      about: titles.joined(separator: " · "),
      facts: input.scenarios.first.map { first in
        [
          DateText.counted(first.run.replications, "paired replication"), "seed \(first.run.seed)",
          "atmpsim \(first.run.version)",
        ]
      } ?? [], sections: sections.compactMap { $0 })
  }

  private static func headlines(_ rows: ComparisonRows) -> [Markup] {
    CumulativeTable(rows: rows).tables.map {
      DataTable(caption: $0.title + "; differences are paired", columns: $0.columns, rows: $0.rows).markup
    } + [table(HeadlineFigures.patients(rows), rows), table(HeadlineFigures.waits(rows), rows)]
  }

  private static func facilities(_ rows: ComparisonRows) -> Markup {
    .group([
      table(HeadlineFigures.facilities(rows), rows), table(HeadlineFigures.use(rows), rows),
    ])
  }

  /// The rows that differ, and how many do not.
  private static func table(_ all: [[String]], _ rows: ComparisonRows) -> Markup {
    let shown = rows.differing(all)
    let rest = DateText.counted(all.count - shown.count, shown.isEmpty ? "figure" : "further figure")
    return .group([
      DataTable(caption: caption, columns: rows.columns("figure"), rows: shown).markup,
      shown.count == all.count
        ? .nothing
        : .paragraph("No difference is seen in \(rest).", style: "remark"),
    ])
  }

  /// All other figures, folded: those that are counted by year are in the CSV file.
  private static func everything(_ rows: ComparisonRows) -> Markup {
    guard let base = rows.contents.first else { return .nothing }
    let lines = base.input.estimates.filter { $0.scope.year == nil && $0.scope["hour"] == nil }.compactMap {
      row in
      rows.row(
        [row.measure, row.statistic, base.name.scope(row.scope)].filter { !$0.isEmpty }.joined(
          separator: " · "), row)
    }
    guard !lines.isEmpty else { return .nothing }
    let table = DataTable(caption: caption, columns: rows.columns("figure"), rows: lines)
    return .tag(
      "details", ["class": "screen"],
      [.tag("summary", [:], DateText.counted(lines.count, "figure")), table.markup])
  }

  private static let caption =
    "Mean (interval of the mean); differences are paired, replication by replication"

  private static func meaning(_ input: ComparisonInput) -> ReportSection? {
    let points = [
      "Every scenario meets the same patients with the same luck, so that differences come from the scenarios, not from "
        + "chance.",
      "“More” and “fewer” mean that the whole 95 % interval of the difference lies on one side of zero. “No difference "
        + "seen” does not mean that there is none.",
      "Each interval holds for its own row. Among twenty rows without any difference, one is expected to say “more” or "
        + "“fewer”.",
      "Neither covers a wrong assumption: what both scenarios assume wrongly is wrong in both.",
    ]
    return input.scenarios.isEmpty
      ? nil
      : ReportSection(
        "meaning", "What this says, and what it does not",
        [.tag("ul", [:], points.map { .tag("li", [:], $0) })])
  }
}
