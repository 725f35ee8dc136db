import OutputAnalysis
import Quantities

/// The line in front of a step.
struct LineState: Sendable {
  var head: Int32 = -1
  var tail: Int32 = -1
  var count: Int32 = 0
  var isCandidate = false
  var isStuck = false
  /// The pool that the first in line found short; -1 for none.
  var shortOf: Int32 = -1
  /// How many of those who wait are counted as short of it.
  var counted: Int32 = 0
  var waiting = LevelIntegral()
  var present = LevelIntegral()
  var tally = LineTally()
}

/// What has been counted at a line and the step behind it, in whole numbers; ratios are made of them when the run is over.
struct LineTally: Sendable, BitwiseCopyable {
  /// Who came, and who came for the first time.
  var arrivals: Int64 = 0
  var firstVisits: Int64 = 0
  var turnedAway: Int64 = 0
  var abandoned: Int64 = 0
  /// Whose work began, and of them those who had waited.
  var starts: Int64 = 0
  var startsAfterWaiting: Int64 = 0
  /// Whose work ended, and how long they had been there, in ticks.
  var ends: Int64 = 0
  var sojourns: Int128 = 0
}
