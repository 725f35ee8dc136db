import ArgumentParser

/// The exit statuses of every verb.
enum ExitStatus: Int32 {
  /// The check said no.
  case checkFailed = 1
  /// It could not run.
  case couldNotRun = 2
  /// Interrupted; what is complete was kept.
  case interrupted = 130

  /// The error that makes ArgumentParser exit so, without a word.
  var error: ExitCode { ExitCode(rawValue) }
}
