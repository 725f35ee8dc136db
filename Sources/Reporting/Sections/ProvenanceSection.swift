/// How the run was made and how to make it again.
struct ProvenanceSection {
  let runs: [(title: String, run: ReportRun)]
  let command: String
  /// The confidence level of the intervals.
  let level: String
  /// Where the numbers are besides the page.
  let files: String

  var section: ReportSection? {
    let names = [
      "scenario", "file", "SHA-256 of the scenario", "version", "seed", "replications", "from", "to",
      "warm-up", "confidence level",
    ]
    let columns = runs.map { title, run in
      [
        title, run.file, run.scenarioHash, run.version, String(run.seed), NumberText.count(run.replications),
        run.start.description, run.horizon.description,
        run.warmUpDays > 0 ? DateText.span(days: run.warmUpDays) : "none", level,
      ]
    }
    let rows = names.indices.map { row in [names[row]] + columns.map { $0[row] } }
    let table = DataTable(
      caption: "", columns: [.init("")] + runs.indices.map { .init(runs.count > 1 ? letter($0) : "value") },
      rows: rows)
    return ReportSection(
      "provenance", "How this was made, and how to make it again",
      [
        table.markup,
        .paragraph(
          "The same version, scenario, seed and number of replications give this page again, byte for byte:"),
        .tag("pre", [:], [.tag("code", [:], command)]), .paragraph(files),
      ])
  }

  private func letter(_ index: Int) -> String { ScenarioLetter.of(index) }
}

/// A short name for the scenarios of a comparison.
enum ScenarioLetter {
  /// `A`, `B`, … `Z`, `A2`, ….
  static func of(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : letter + String(index / 26 + 1)
  }
}
