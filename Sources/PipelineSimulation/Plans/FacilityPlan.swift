import Quantities
import Randomness

/// When a facility opens and is licensed.
struct FacilityPlan: Sendable {
  var name: String
  var planned: SimulationTime
  var slip: DrawPlan?
  var licence: LicencePlan
  var pools: [Int32] = []
  var isGMP: Bool
  /// Where the milestones stand in a record: opened, licensed, staffed, first, tenth, fiftieth patient treated.
  var milestones: Int32 = -1
  var origin: UInt64
}

/// When a facility is licensed.
enum LicencePlan: Sendable {
  case withOpening
  case at(SimulationTime)
  case after(DrawPlan)
}
