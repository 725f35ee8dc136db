import GRDB

/// The tables of a run file. Released migrations are never edited; new ones are added at the end.
enum Schema {
  /// Marks a SQLite file as ours: the letters `atmp`.
  static let applicationID = 0x61_74_6D_70

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: run, measures, replications, estimates") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(
        sql: """
          CREATE TABLE run (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
          CREATE TABLE measure (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL, combination TEXT NOT NULL,
            definition TEXT NOT NULL) STRICT;
          CREATE TABLE slot (
            id INTEGER PRIMARY KEY, measure INTEGER NOT NULL REFERENCES measure (id), scope TEXT NOT NULL,
            position INTEGER NOT NULL) STRICT;
          CREATE TABLE replication (
            number INTEGER PRIMARY KEY, outcome TEXT NOT NULL, at_seconds REAL, detail TEXT,
            events INTEGER NOT NULL, patients INTEGER NOT NULL, batches INTEGER NOT NULL,
            record BLOB NOT NULL) STRICT;
          CREATE TABLE estimate (
            id INTEGER PRIMARY KEY, measure TEXT NOT NULL, statistic TEXT NOT NULL, scope TEXT NOT NULL,
            unit TEXT NOT NULL, mean REAL, low REAL, high REAL, level REAL, method TEXT,
            used INTEGER NOT NULL, replications INTEGER NOT NULL, p10 REAL, p50 REAL, p90 REAL) STRICT;
          """)
    }
    migrator.registerMigration("2: schedules") { database in
      try database.execute(
        sql: "CREATE TABLE schedule (replication INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT")
    }
    return migrator
  }
}
