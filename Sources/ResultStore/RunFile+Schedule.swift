import Foundation
import GRDB
import PipelineSimulation

extension RunFile {
  /// Hands the stored schedules of the replications to `body`, in the order of their numbers; nothing where none was asked
  /// for, or where an older version wrote the file.
  ///
  /// - Throws: `RunFileFault` when the file is damaged.
  public func schedules(_ body: ([ScheduleEntry]) -> Void) throws {
    let path = path
    try queue.read { database in
      guard try database.tableExists("schedule") else { return }
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM schedule ORDER BY replication")
      while let row = try rows.next() {
        let data: Data = row["entries"]
        guard let entries = ScheduleBytes.decode([UInt8](data)) else {
          throw RunFileFault.damaged(
            path: path, what: "the schedule of replication \(row["replication"] as Int? ?? -1)")
        }
        body(entries)
      }
    }
  }

  static func schedule(of replication: Int, _ database: Database) throws -> [ScheduleEntry]? {
    let data = try Data.fetchOne(
      database, sql: "SELECT entries FROM schedule WHERE replication = ?", arguments: [replication])
    guard let data else { return [] }
    return ScheduleBytes.decode([UInt8](data))
  }
}
