import Foundation
import GRDB
import OutputAnalysis
import PipelineSimulation

/// The SQLite file of one run: what was run, every finished replication, and the estimates.
///
/// While it is written it is in WAL mode and locked against other writers; a replication counts only once it is
/// committed, so that a killed run loses nothing that was counted. `finish` leaves a single file. Its tables hold the
/// same bytes for any number of jobs and however often the run was interrupted.
public struct RunFile {
  /// Where the file is.
  public let path: String
  /// What was run.
  public private(set) var header: RunHeader
  /// How many replications are committed.
  public private(set) var committed: Int
  /// The state of the run: `unfinished` while it is written, then `complete` or `partial`.
  public internal(set) var state = RunState.unfinished
  let queue: DatabaseQueue
  private let layout: RecordLayout?
  private var pending: [StoredReplication] = []
  private var lastCommit = ContinuousClock.now

  /// Opens the file of a run to go on with it, or makes it where there is none.
  ///
  /// - Parameters:
  ///   - path: where the file is, in a folder that exists
  ///   - header: what is run now
  ///   - layout: the shape of its records
  ///   - force: whether anything foreign in the way is deleted
  /// - Throws: `RunFileFault` when something else is in the way, or cannot be read or written.
  public init(
    continuing path: String, header: RunHeader, layout: RecordLayout, force: Bool = false
  ) throws(RunFileFault) {
    if force { Self.delete(path) }
    self.path = path
    self.layout = layout
    self.header = header
    queue = try Self.open(path, toWrite: true)
    committed = try Self.wrapping(path) { [queue] () throws -> Int in
      try queue.write { database in
        guard let stored = try Self.storedHeader(database) else {
          try Self.requireEmpty(database, path)
          return 0
        }
        let differences = header.differences(from: stored.header)
        guard differences.isEmpty else { throw RunFileFault.otherRun(path: path, differences: differences) }
        guard try Self.holds(layout, database) else {
          throw RunFileFault.otherRun(path: path, differences: ["other measures"])
        }
        return try Int.fetchOne(database, sql: "SELECT count(*) FROM replication") ?? 0
      }
    }
    try begin(header, layout: layout)
  }

  /// Opens the file of a run to read it.
  ///
  /// - Throws: `RunFileFault` where there is none, or where it is not a run file.
  public init(reading path: String) throws(RunFileFault) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    self.path = path
    layout = nil
    queue = try Self.open(path, toWrite: false)
    (header, state, committed) = try Self.wrapping(path) { [queue] () throws -> (RunHeader, RunState, Int) in
      try queue.read { database in
        guard let stored = try Self.storedHeader(database) else { throw RunFileFault.foreign(path: path) }
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM replication") ?? 0
        return (stored.header, stored.state, count)
      }
    }
  }

  /// The numbers below `count` that are not stored yet, ascending.
  public func missing(below count: Int) throws(RunFileFault) -> [Int] {
    let stored = try wrapping { database in
      try Int.fetchSet(database, sql: "SELECT number FROM replication WHERE number < ?", arguments: [count])
    }
    return (0..<count).filter { !stored.contains($0) }
  }

  /// Hands the stored records with numbers below `count` to `body`, in the order of their numbers.
  public func replay(below count: Int, _ body: (ReplicationRecord) throws -> Void) throws {
    let path = path
    guard let layout else {
      preconditionFailure("records are read back with the layout that they were written with")
    }
    try queue.read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM replication WHERE number < ? ORDER BY number", arguments: [count])
      while let row = try rows.next() {
        guard var record = Self.record(from: row, layout),
          let schedule = try Self.schedule(of: record.replication, database)
        else {
          throw RunFileFault.damaged(path: path, what: "replication \(row["number"] as Int? ?? -1)")
        }
        record.schedule = schedule
        try body(record)
      }
    }
  }

  /// Adds a finished replication; it counts once it is committed, a fraction of a second later or with `flush`.
  public mutating func append(_ record: ReplicationRecord) throws(RunFileFault) {
    pending.append(StoredReplication(record))
    if pending.count >= 64 || ContinuousClock.now - lastCommit > .milliseconds(200) { try flush() }
  }

  /// Commits what was added.
  public mutating func flush() throws(RunFileFault) {
    let records = pending
    guard !records.isEmpty else { return }
    try wrapping { database in
      let statement = try database.makeStatement(
        sql: "INSERT INTO replication VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      for record in records {
        try statement.execute(arguments: record.arguments)
        guard let schedule = record.schedule else { continue }
        try database.execute(
          sql: "INSERT INTO schedule VALUES (?, ?)", arguments: [record.number, schedule])
      }
    }
    committed += records.count
    pending.removeAll(keepingCapacity: true)
    lastCommit = .now
  }
}

extension RunFile {
  static func open(_ path: String, toWrite: Bool) throws(RunFileFault) -> DatabaseQueue {
    try wrapping(path) {
      var configuration = Configuration()
      guard toWrite else { return try DatabaseQueue(path: path, configuration: configuration) }
      configuration.journalMode = .wal
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Runs a transaction and words what goes wrong.
  func wrapping<Result>(_ body: (Database) throws -> Result) throws(RunFileFault) -> Result {
    try Self.wrapping(path) { try queue.write(body) }
  }

  static func wrapping<Result>(_ path: String, _ body: () throws -> Result) throws(RunFileFault) -> Result {
    do {
      return try body()
    } catch let fault as RunFileFault {
      throw fault
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB: throw .foreign(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
      case .SQLITE_CORRUPT: throw .damaged(path: path, what: error.message ?? "the file")
      default: throw .database(path: path, message: error.message ?? error.resultCode.description)
      }
    } catch {
      throw .database(path: path, message: String(describing: error))
    }
  }
}
