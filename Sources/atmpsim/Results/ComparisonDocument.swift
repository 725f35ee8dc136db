import Experiments
import OutputAnalysis
import PipelineSimulation
import Reporting
import ResultStore

/// The document `atmpsim.compare/1`, and its text for the terminal.
struct ComparisonDocument {
  private let requests: [RunRequest]
  private let results: [RunExperiment.Result]
  /// The comparison of each further scenario with the first.
  private let comparisons: [Comparison]

  init(_ requests: [RunRequest], _ results: [RunExperiment.Result]) async {
    self.requests = requests
    self.results = results
    var comparisons: [Comparison] = []
    for other in results.dropFirst() {
      guard let baseline = results[0].columns, let alternative = other.columns else { continue }
      comparisons.append(
        await Comparison(baseline: baseline, alternative: alternative, jobs: requests[0].jobs))
    }
    self.comparisons = comparisons
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("schema", onNewLine: true)
      writer.string("atmpsim.compare/1")
      writer.key("scenarios", onNewLine: true)
      writer.array { writer in
        for (request, result) in zip(requests, results) {
          writer.element()
          writer.object { writer in
            writer.member("title", request.loaded.scenario.title)
            writer.member("file", request.loaded.file)
            writer.member("sha256", request.loaded.sha256)
            writer.member("outcome", result.summary.outcome)
          }
        }
      }
      writer.key("seed", onNewLine: true)
      writer.whole(requests[0].seed)
      writer.key("replications", onNewLine: true)
      writer.whole(UInt64(requests[0].replications))
      writer.key("version", onNewLine: true)
      writer.string(Version.text)
      writer.key("comparisons", onNewLine: true)
      writer.array { writer in
        for (index, comparison) in comparisons.enumerated() {
          writer.element()
          writer.object { writer in
            writer.member("baseline", requests[0].loaded.file)
            writer.member("alternative", requests[index + 1].loaded.file)
            writer.key("differences")
            writer.array { writer in
              for row in comparison.rows {
                writer.element()
                Self.write(row, to: &writer)
              }
            }
          }
        }
      }
    }
    return writer.text + "\n"
  }

  private static func write(_ row: Comparison.Row, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("measure", row.key.measure)
      writer.member("statistic", row.key.statistic.rawValue)
      writer.key("scope")
      writer.scope(row.key.scope)
      writer.member("unit", row.unit)
      writer.member("baseline", row.baseline.value)
      writer.member("alternative", row.alternative.value)
      writer.member("difference", row.difference.value)
      writer.member("low", row.difference.interval?.low)
      writer.member("high", row.difference.interval?.high)
      writer.member("level", row.difference.interval?.level)
      writer.member("method", row.difference.interval?.method.rawValue)
      writer.member("replications", row.difference.replicationsUsed)
      writer.member("varianceReduction", row.varianceReduction)
      writer.member("verdict", row.verdict.rawValue)
    }
  }

  /// The comparison as reports take it.
  var input: ComparisonInput {
    let differences = comparisons.enumerated().flatMap { index, comparison in
      comparison.rows.map { row in
        ReportDifference(
          scenario: index + 1,
          estimate: ReportEstimate(EstimateRow(key: row.key, unit: row.unit, estimate: row.difference)),
          verdict: row.verdict.rawValue)
      }
    }
    return ComparisonInput(
      scenarios: zip(requests, results).map { ReportInput($1.summary, of: $0.loaded) },
      differences: differences,
      command: command)
  }

  /// The command without `--jobs`, output paths and display flags.
  private var command: String {
    var words = ["atmpsim", "compare"] + requests.map(\.loaded.file)
    words += ["--replications", String(requests[0].replications), "--seed", String(requests[0].seed)]
    for override in requests[0].loaded.overrides { words += ["--set", override] }
    return CommandLineText.joined(words + requests[0].canonicalOptions)
  }

  /// Where the comparison goes unless told otherwise.
  var defaultFolder: String {
    let names = requests.map { "\($0.loaded.shortName)-\($0.loaded.sha256.prefix(8))" }
    return "Runs/compare-\(names.joined(separator: "-"))-\(requests[0].seed)"
  }

  /// The headline figures, then the other figures that differ and are not counted by year.
  var text: String {
    let limit = 30
    var text = "\(requests[0].replications) paired replications, seed \(requests[0].seed); "
    text += "differences with their 95 % interval\n"
    text += ComparisonTables.text(input)
    for (index, comparison) in comparisons.enumerated() {
      let rows = comparison.rows.filter(Self.isShown)
      if rows.isEmpty { continue }
      let table = AlignedTable(
        title: "What differs: \(requests[index + 1].loaded.file) beside \(requests[0].loaded.file)",
        columns: [
          .init("measure"), .init("scope"), .init("first", isNumber: true), .init("other", isNumber: true),
          .init("difference", isNumber: true), .init("unit"), .init("verdict"),
        ], rows: rows.prefix(limit).map(Self.cells))
      text += "\n" + table.text(width: 130)
      if rows.count > limit { text += "… and \(rows.count - limit) more in compare.csv\n" }
    }
    return text
  }

  private static func isShown(_ row: Comparison.Row) -> Bool {
    guard row.key.scope[.year] == nil, row.key.scope[.number] == nil, row.key.scope[.hour] == nil else {
      return false
    }
    if [.count, .min, .max, .p10].contains(row.key.statistic) { return false }
    return row.verdict == .more || row.verdict == .fewer
  }

  private static func cells(_ row: Comparison.Row) -> [String] {
    let name =
      row.key.statistic == .mean ? row.key.measure : "\(row.key.measure), \(row.key.statistic.rawValue)"
    let scope = row.key.scope.entries.map(\.value.text).joined(separator: " · ")
    let interval = row.difference.interval
    return [
      name, scope.isEmpty ? "all" : scope, row.baseline.value.map(NumberText.value) ?? NumberText.missing,
      row.alternative.value.map(NumberText.value) ?? NumberText.missing,
      NumberText.signedInterval(row.difference.value, interval?.low, interval?.high), row.unit,
      row.verdict.rawValue,
    ]
  }
}
