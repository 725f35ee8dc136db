/// How a trial stands.
struct TrialState: Sendable {
  /// Those who have or had a place, but for the lost who were replaced.
  var members = 0
  /// Of them, those who were not infused yet.
  var pending = 0
  /// How many make the cohort at hand, and for how many of them all is over.
  var cohort = 0
  var done = 0
  /// No place can come free any more.
  var isClosed = false
}
