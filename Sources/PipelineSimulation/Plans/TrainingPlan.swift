import Quantities
import Randomness

/// A training programme, ready to run.
struct TrainingPlan: Sendable {
  var name: String
  var seats: Int32
  /// Who finds no seat leaves at once.
  var leavesWhenFull: Bool
  /// From entry to the end, where nobody goes through a route.
  var takes: DrawPlan?
  /// The source of the runs that they go through; -1 for none.
  var source: Int32 = -1
  var atMost: Int
  var arrivals: ArrivalPlan
  var from: SimulationTime
  var until: SimulationTime
  var completes: Double
  var completesPurpose: Purpose
  var stays: Double
  var staysPurpose: Purpose
  var entries: [(pool: Int32, cumulative: Double, learning: LearningPlan?)]
  var rolePurpose: Purpose
  var origin: UInt64
  /// Where its numbers stand, by year.
  var studentsArea: Int32 = -1
  var entered: Int32 = -1
  var completed: Int32 = -1
  var dropped: Int32 = -1
  var inRole: Int32 = -1
  var turnedAway: Int32 = -1
  var waitingArea: Int32 = -1
}
