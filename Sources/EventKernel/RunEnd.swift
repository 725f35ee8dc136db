/// Why a run returned.
public enum RunEnd: Hashable, Sendable, BitwiseCopyable {
  /// The next event lies at the horizon or later; the clock reads the horizon.
  case horizonReached
  /// No event is left; the clock reads the horizon, or the last event's instant if the horizon is `.never`.
  case exhausted
  /// The model called `Agenda.stop()`; the clock reads the instant at which it did.
  case stopped
  /// As many events as were allowed have happened, and the next one lies before the horizon.
  case eventLimitReached
}
