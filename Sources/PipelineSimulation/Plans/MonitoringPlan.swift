import Randomness

/// What follows a session in a monitored room.
struct MonitoringPlan: Sendable, BitwiseCopyable {
  var probability: Double
  var purpose: Purpose
  /// Where the route of an excursion begins, with the reading of its plates.
  var start: Int32
  var holdProbability = 0.0
  var holdPurpose: Purpose?
  /// Where the hold of a room begins; -1 where rooms are never closed.
  var hold: Int32 = -1
}
