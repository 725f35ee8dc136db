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
  /// Where careers are asked for: graduates who are independent, and pairs for each of `OriginPlan.years`.
  var qualified: Int32 = -1
  var inRoleAfter: [Int32] = []
  /// Prices in thousandths, the money of each year, and pairs of it and of those who became independent.
  var entrantPrice: Int128 = 0
  var studentYearPrice: Int128 = 0
  var cost: Int32 = -1
  var perQualified: Int32 = -1
  var isPriced: Bool { entrantPrice > 0 || studentYearPrice > 0 }
}
