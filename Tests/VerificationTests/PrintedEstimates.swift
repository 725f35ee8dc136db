import Foundation
import OutputAnalysis
import PipelineSimulation

/// The document that `run --json` prints, read back.
struct PrintedEstimates {
  private struct Document: Decodable {
    var schema: String
    var outcome: String
    var estimates: [Row]
  }

  private struct Row: Decodable {
    var measure: String
    var statistic: String
    var scope: [String: PrintedName]
    var mean: Double?
    var low: Double?
    var high: Double?
    var level: Double?
    var method: String?
    var replications: Int
  }

  /// How the run ended.
  let outcome: String
  private let rows: [Row]

  init(_ data: Data) throws {
    let document = try JSONDecoder().decode(Document.self, from: data)
    guard document.schema == "atmpsim.run/1" else { throw Judgement.Failed(description: document.schema) }
    outcome = document.outcome
    rows = document.estimates
  }

  /// The estimate of one statistic of a measure in exactly this scope, or nil where there is no such row.
  func estimate(_ measure: String, _ statistic: String, _ scope: Scope) -> Estimate? {
    let wanted = Dictionary(
      uniqueKeysWithValues: scope.entries.map { entry in
        switch entry.value {
        case .name(let name): (entry.key.rawValue, name)
        case .number(let number): (entry.key.rawValue, String(number))
        }
      })
    let row = rows.first {
      $0.measure == measure && $0.statistic == statistic && $0.scope.mapValues(\.text) == wanted
    }
    return row.map { row in
      var interval: Interval?
      if let low = row.low, let high = row.high, let level = row.level,
        let method = row.method.flatMap(Interval.Method.init)
      {
        interval = Interval(low: low, high: high, level: level, method: method)
      }
      return Estimate(
        value: row.mean, interval: interval, replicationsUsed: row.replications,
        replications: row.replications)
    }
  }
}
