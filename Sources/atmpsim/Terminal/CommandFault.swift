/// Why a verb could not do its work: data, worded by `ErrorText`.
enum CommandFault: Error {
  /// A scenario has errors; they were printed already.
  case scenarioErrors(file: String)
  /// A library file has errors; they were printed already.
  case unreadableLibrary(file: String)
  /// A file is in the way of a page.
  case pageInTheWay(path: String)
  /// A file that is no page is in the way of one.
  case otherFileInTheWay(path: String)
  /// A folder or a file cannot be written.
  case notWritten(path: String, reason: String)
  /// A file is in the way.
  case inTheWay(path: String)
  /// A replication number is not one of the run's.
  case noSuchReplication(Int, replications: Int)
  /// Two scenarios cannot be compared.
  case notComparable(String)
  /// No number of a scenario has a range, or none below the paths that were asked for.
  case nothingToVary(file: String, only: [String])
  /// A scenario has none of the figures that a study looks at by itself.
  case nothingToLookAt(file: String)
  /// A run holds no estimates yet.
  case unfinishedRun(path: String)
  /// The folder of the scenarios with known answers is nowhere near.
  case noScenariosToVerify
}
