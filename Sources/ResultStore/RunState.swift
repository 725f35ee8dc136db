/// How far a run file is.
public enum RunState: String, Hashable, Sendable, CaseIterable {
  /// Replications are missing, and no estimates are stored.
  case unfinished
  /// All replications that were asked for, and their estimates.
  case complete
  /// Interrupted: estimates of the replications that were finished.
  case partial
}
