import Experiments
import Foundation
import GRDB
import OutputAnalysis
import PipelineSimulation

extension RunFile {
  /// Stores the estimates and leaves a single file.
  ///
  /// - Parameters:
  ///   - table: the estimates of the replications that are reported
  ///   - state: `complete`, or `partial` after an interruption
  ///   - outcome: how the replications ended, in words
  ///   - warnings: sentences that go with the estimates
  /// - Throws: `RunFileFault` when the file cannot be written.
  public mutating func finish(
    _ table: EstimateTable, state: RunState, outcome: String = "", warnings: [String] = []
  ) throws(RunFileFault) {
    try flush()
    try wrapping { database in
      try database.execute(sql: "DELETE FROM estimate")
      let places = String(repeating: ", ?", count: 14)
      let statement = try database.makeStatement(sql: "INSERT INTO estimate VALUES (?\(places))")
      for (index, row) in table.rows.enumerated() {
        let estimate = row.estimate
        try statement.execute(arguments: [
          index, row.measure, row.statistic.rawValue, ScopeText.text(of: row.scope), row.unit,
          Self.finite(estimate.value), Self.finite(estimate.interval?.low),
          Self.finite(estimate.interval?.high),
          estimate.interval?.level, estimate.interval?.method.rawValue, estimate.replicationsUsed,
          estimate.replications, Self.finite(estimate.p10), Self.finite(estimate.p50),
          Self.finite(estimate.p90),
        ])
      }
      let years = table.partialYears.sorted().map(String.init).joined(separator: " ")
      for (key, value) in [
        ("state", state.rawValue), ("reported", String(table.replications)), ("partialYears", years),
        ("outcome", outcome), ("warnings", warnings.joined(separator: "\n")),
      ] {
        try database.execute(sql: "INSERT OR REPLACE INTO run VALUES (?, ?)", arguments: [key, value])
      }
    }
    self.state = state
    try Self.wrapping(path) {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }
  }

  /// How the replications ended, in words; empty while the run is unfinished.
  public func outcome() throws(RunFileFault) -> String { try stored("outcome") ?? "" }

  /// The sentences that go with the estimates.
  public func warnings() throws(RunFileFault) -> [String] {
    (try stored("warnings") ?? "").split(separator: "\n").map(String.init)
  }

  private func stored(_ key: String) throws(RunFileFault) -> String? {
    try wrapping { try String.fetchOne($0, sql: "SELECT value FROM run WHERE key = ?", arguments: [key]) }
  }

  /// The stored estimates.
  public func estimates() throws(RunFileFault) -> EstimateTable {
    try wrapping { database in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM estimate ORDER BY id")
      func value(_ key: String) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM run WHERE key = ?", arguments: [key])
      }
      let years = try value("partialYears")?.split(separator: " ").compactMap { Int($0) } ?? []
      return EstimateTable(
        rows: try rows.map { row in
          guard let estimate = Self.row(from: row) else {
            throw RunFileFault.damaged(path: path, what: "estimate \(row["id"] as Int? ?? -1)")
          }
          return estimate
        },
        replications: try value("reported").flatMap { Int($0) } ?? 0, partialYears: Set(years))
    }
  }

  static func record(from row: Row, _ layout: RecordLayout) -> ReplicationRecord? {
    let text = OutcomeText(what: row["outcome"], atSeconds: row["at_seconds"], detail: row["detail"])
    let data: Data = row["record"]
    guard let outcome = text.outcome,
      let (values, samples) = RecordBytes.decode(
        [UInt8](data), valueCount: layout.valueCount, sampleCount: layout.sampleCount)
    else { return nil }
    let events: Int64 = row["events"]
    return ReplicationRecord(
      replication: row["number"], outcome: outcome, values: values, samples: samples,
      size: RunSize(events: UInt64(max(events, 0)), patients: row["patients"], batches: row["batches"]),
      trouble: text.trouble)
  }

  private static func row(from row: Row) -> EstimateRow? {
    guard let statistic = Statistic(rawValue: row["statistic"]),
      let scope = ScopeText.scope(from: row["scope"])
    else { return nil }
    var interval: Interval?
    if let method: String = row["method"] {
      guard let method = Interval.Method(rawValue: method) else { return nil }
      interval = Interval(
        low: row["low"] ?? -.infinity, high: row["high"] ?? .infinity, level: row["level"], method: method)
    }
    let estimate = Estimate(
      value: row["mean"], interval: interval, replicationsUsed: row["used"],
      replications: row["replications"], p10: row["p10"], p50: row["p50"], p90: row["p90"])
    return EstimateRow(
      key: .init(row["measure"], statistic, scope), unit: row["unit"], estimate: estimate)
  }

  private static func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
}
