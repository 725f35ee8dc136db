import Quantities
import Randomness

/// From an instant on so many heads are planned, each so much of a full-time equivalent.
struct StaffLevel: Sendable, BitwiseCopyable {
  var at: SimulationTime
  var heads: Int32
  var equivalentPerHead: Double
}

/// Leaving and hiring of the persons of a role.
struct TurnoverPlan: Sendable {
  /// Attrition in persons per tick; 0 for none.
  var attritionPerTick: Double
  var attritionFactors = AttritionFactors()
  var leavingPurpose: Purpose
  /// Whether vacancies are filled.
  var hires: Bool
  /// How long that takes; at once when nil.
  var hireAfter: DrawPlan?
  var independentAfter: DrawPlan?
  /// The planned number when nil.
  var minimum: Double?
  var startsWith: Int32?
}

/// How newcomers of a role come to work alone.
enum LearningPlan: Sendable {
  case atOnce
  case after(DrawPlan)
  /// At the end of a run of this source.
  case through(source: Int32)
}

/// Spells of absence of the persons of a role.
struct AbsencePlan: Sendable {
  var share: Double
  /// Mean ticks from a return to the next absence.
  var meanPresence: Double
  var fallingIllPurpose: Purpose
  var spell: DrawPlan
}

/// What the rate of attrition is multiplied with, from each instant on; 1 before the first.
///
/// Who would have stayed so long at the plain rate leaves when the cumulative hazard has come to the same (inversion of the
/// cumulative hazard; Çinlar, 1975, ch. 4): the same draw serves every course of the factor, and a factor of 1 gives the same
/// instant to the tick.
struct AttritionFactors: Sendable {
  var steps: [(from: SimulationTime, factor: Double)] = []

  /// When a stay ends that begins at an instant and would last so many ticks at the plain rate; infinity for never.
  ///
  /// What is left after a step of factor 1 is exact: whole ticks taken from a number of which they are multiples of the last bit.
  func end(ofStay stay: Double, from start: SimulationTime) -> Double {
    var (left, time, factor) = (stay, start, 1.0)
    for step in steps {
      if step.from > start {
        let length = Double((step.from - time).ticks)
        if factor > 0, left <= length * factor { break }
        left -= length * factor
        time = step.from
      }
      factor = step.factor
    }
    return factor > 0 ? Double(time.ticks) + left / factor : .infinity
  }
}
