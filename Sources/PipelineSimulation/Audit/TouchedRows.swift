/// Which rows of a table were changed since they were last looked at; nothing at all in a release build.
///
/// An audit after every event looks at these rows only: a run in which a thousand wait costs no more to audit than one in
/// which three do. Whoever changes a row is noted where rows are handed out, so no part of the run has to remember it.
struct TouchedRows {
  #if RUN_CHECKS
    private final class Log {
      var rows: [Int] = []
      var isNoted: [Bool] = []
    }

    private let log = Log()

    /// The rows noted since the last time, each once, in the order of the first change.
    func take() -> [Int] {
      for row in log.rows { log.isNoted[row] = false }
      defer { log.rows.removeAll(keepingCapacity: true) }
      return log.rows
    }
  #endif

  /// A row is about to be changed.
  @inline(__always)
  func note(_ row: Int) {
    #if RUN_CHECKS
      if row >= log.isNoted.count {
        log.isNoted += Array(repeating: false, count: row + 1 - log.isNoted.count)
      }
      if log.isNoted[row] { return }
      log.isNoted[row] = true
      log.rows.append(row)
    #endif
  }
}
