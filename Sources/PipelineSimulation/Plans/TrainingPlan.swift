import Quantities
import Randomness

/// A training programme, ready to run.
struct TrainingPlan: Sendable {
  var name: String
  var seats: Int32
  var atMost: Int
  var arrivals: ArrivalPlan
  var from: SimulationTime
  var until: SimulationTime
  var takes: DrawPlan
  var completes: Double
  var completesPurpose: Purpose
  var stays: Double
  var staysPurpose: Purpose
  var entries: [(pool: Int32, cumulative: Double, independentAfter: DrawPlan?)]
  var rolePurpose: Purpose
  var origin: UInt64
  /// Where its numbers stand, by year.
  var studentsArea: Int32 = -1
  var entered: Int32 = -1
  var completed: Int32 = -1
  var dropped: Int32 = -1
  var inRole: Int32 = -1
}
