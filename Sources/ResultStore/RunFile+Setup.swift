import Foundation
import GRDB
import PipelineSimulation

extension RunFile {
  /// Deletes a file and what SQLite keeps beside it, so far as they exist.
  static func delete(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Makes the tables where they are missing and states what is run.
  func begin(_ header: RunHeader, layout: RecordLayout) throws(RunFileFault) {
    try Self.wrapping(path) { try Schema.migrator.migrate(queue) }
    try wrapping { database in
      let entries = header.entries + [("state", RunState.unfinished.rawValue)]
      for (key, value) in entries {
        try database.execute(sql: "INSERT OR REPLACE INTO run VALUES (?, ?)", arguments: [key, value])
      }
      try database.execute(sql: "DELETE FROM estimate")
      guard try Int.fetchOne(database, sql: "SELECT count(*) FROM measure") == 0 else { return }
      for (index, measure) in layout.measures.enumerated() {
        try database.execute(
          sql: "INSERT INTO measure VALUES (?, ?, ?, ?, ?)",
          arguments: [
            index, measure.name, measure.unit, Self.text(of: measure.combination), measure.definition,
          ])
      }
      let statement = try database.makeStatement(sql: "INSERT INTO slot VALUES (?, ?, ?, ?)")
      for (index, slot) in layout.slots.enumerated() {
        try statement.execute(arguments: [index, slot.measure, ScopeText.text(of: slot.scope), slot.offset])
      }
    }
  }

  /// Refuses a database that holds tables of someone else.
  static func requireEmpty(_ database: Database, _ path: String) throws {
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard tables == 0 else { throw RunFileFault.foreign(path: path) }
  }

  /// The header, or nil where the file is not ours or holds none yet.
  static func storedHeader(_ database: Database) throws -> (header: RunHeader, state: RunState)? {
    guard try Int.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID,
      try database.tableExists("run")
    else { return nil }
    var entries: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT key, value FROM run") { entries[row[0]] = row[1] }
    guard let state = entries["state"].flatMap(RunState.init) else { return nil }
    return RunHeader(entries: entries).map { ($0, state) }
  }

  /// Whether the stored measures and places are those of a layout.
  static func holds(_ layout: RecordLayout, _ database: Database) throws -> Bool {
    let measures = try Row.fetchAll(database, sql: "SELECT name, unit, combination FROM measure ORDER BY id")
    let expected = layout.measures.map { [$0.name, $0.unit, text(of: $0.combination)] }
    guard measures.map({ [$0[0], $0[1], $0[2]] as [String] }) == expected else { return false }
    let slots = try Row.fetchAll(database, sql: "SELECT measure, scope, position FROM slot ORDER BY id")
    guard slots.count == layout.slots.count else { return false }
    return zip(slots, layout.slots).allSatisfy { row, slot in
      row[0] == slot.measure && row[2] == slot.offset && row[1] == ScopeText.text(of: slot.scope)
    }
  }

  private static func text(of combination: Measure.Combination) -> String {
    switch combination {
    case .count: "count"
    case .standing: "standing"
    case .amount: "amount"
    case .ratio(let isProbability): isProbability ? "probability" : "ratio"
    case .samples: "samples"
    case .milestone: "milestone"
    }
  }
}
