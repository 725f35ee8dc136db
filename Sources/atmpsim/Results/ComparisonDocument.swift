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
      comparisons.append(
        await Comparison(baseline: results[0].columns, alternative: other.columns, jobs: requests[0].jobs))
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

  /// The rows without years that differ, and the headline counts whether they differ or not.
  var text: String {
    var text = ""
    for (index, comparison) in comparisons.enumerated() {
      let (first, other) = (requests[0].loaded, requests[index + 1].loaded)
      text += "\(index > 0 ? "\n" : "")A: \(first.scenario.title) (\(first.file))\n"
      text += "B: \(other.scenario.title) (\(other.file))\n"
      text +=
        "\(requests[0].replications) paired replications, seed \(requests[0].seed); B − A with its 95 % interval\n\n"
      let rows = comparison.rows.filter(Self.isShown)
      text += AlignedTable(
        title: "",
        columns: [
          .init("measure"), .init("scope"), .init("A", isNumber: true), .init("B", isNumber: true),
          .init("B − A", isNumber: true), .init("unit"), .init("verdict"),
        ], rows: rows.map(Self.cells)
      ).text(width: 130)
      let hidden = comparison.rows.count - rows.count
      if hidden > 0 { text += "\(hidden) further rows: --json, or --output\n" }
    }
    return text
  }

  private static func isShown(_ row: Comparison.Row) -> Bool {
    guard row.key.scope[.year] == nil, row.key.scope.entries.count <= 1 else { return false }
    if [.count, .min, .max, .p10].contains(row.key.statistic) { return false }
    let isHeadline = ["patients.referred", "patients.treated", "patients.lost"].contains(row.key.measure)
    return isHeadline || row.verdict == .more || row.verdict == .fewer
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
