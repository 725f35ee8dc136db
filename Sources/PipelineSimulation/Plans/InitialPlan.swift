import Quantities
import Randomness

/// Somebody or something that is there at the start, ready to be placed.
struct InitialPlan: Sendable {
  /// The numbers of those who are there at the start lie beyond those of all who come.
  static let firstNumber = UInt64(1) << 40

  /// What the log and the schedule call it.
  var name: String
  /// Where the scenario has it.
  var path: String
  var variant: Int32
  /// The source of a patient; -1 for a lot.
  var source: Int32
  /// The n-th of its product in the list, beyond `firstNumber`.
  var number: UInt64
  var referred = SimulationTime.zero
  var collected: SimulationTime?
  var severity: Double?
  /// The booked day, as an index into `ProgramTables.dayStarts`; -1 for none.
  var bookedDay = -1
  /// The batch in the making; 0 for none.
  var attempt: Int32 = 0
  var isReleased = false
  var isConditioned = false
  /// What is left of the patient's clocks.
  var clocks: [(clock: Int, left: RemainingPlan)] = []
  /// For a lot: what its stock counts on.
  var units: Int32 = 0
  var main: InitialPosition
}

/// Where a token stands at the start, and those that go on beside it.
struct InitialPosition: Sendable {
  enum Doing: Sendable {
    /// Goes on from its instruction at once.
    case advances
    /// Waits for a slot, and how long yet.
    case asksForSlot(patience: RemainingPlan?)
    /// Stands in the line of a step, and how long yet.
    case waits(step: Int32, patience: RemainingPlan?)
    /// A step is being carried out.
    case works(step: Int32, left: RemainingPlan?)
    /// Waits for children.
    case joins(fork: Int32)
    /// A countdown, if its day has not come.
    case countsDown(event: Int32, before: SimulationSpan)
  }
  var doing = Doing.advances
  var pc: Int32
  var since = SimulationTime.zero
  /// What its token has passed, by local index.
  var visited: [Int32] = []
  var kept: [(pool: Int32, count: Int32)] = []
  /// The limits that run, counted from `since`; -1 for none.
  var hold: Int32 = -1
  var shelfStep: Int32 = -1
  var children: [InitialChild] = []
}

/// A child that is there at the start.
struct InitialChild: Sendable {
  var fork: Int32
  var branch: Int
  var position: InitialPosition
}

/// What is left of something that began before the start.
struct RemainingPlan: Sendable {
  var law: Law
  var ticksPerUnit: Double
  var purpose: Purpose
  /// How long it has lasted.
  var elapsed: SimulationSpan
}

/// What lies on a shelf at the start, first to expire first.
struct InitialShelfPlan: Sendable {
  var stock: Int
  var lots: [(units: Int32, expires: SimulationTime?)]
}
