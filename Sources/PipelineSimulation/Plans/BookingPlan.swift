import Quantities

/// What a booking reserves for one variant.
struct BookingPlan: Sendable {
  /// Starts offered on each weekday, Monday first.
  var weekly: [Int32]
  var bookAhead: SimulationSpan
  var from: SimulationTime
  /// Asked only where the facilities before it have no start within so long; nil where all are asked alike.
  var overflowAfter: SimulationSpan?
  /// The parts of the route after the booking: each comes behind all that it waits for.
  var touches: [TouchPlan]
  /// Places in `touches`: what each touch comes after.
  var predecessors: [Int32] = []
  /// What is to start within some time after what.
  var limits: [LimitPlan] = []
  /// Work that goes on beside the touches.
  var beside: [BesidePlan] = []
  /// Steps with a date that can be asked for later: local step index → place in `touches`, -1 for none.
  var touchOfStep: [Int32]
}

/// One step of a booked route, with its duration at the median.
struct TouchPlan: Sendable, BitwiseCopyable {
  /// A dated or otherwise bound touch must be staffed on its date; others move to the next working time.
  enum Bound: Sendable, BitwiseCopyable {
    case free
    case date(offset: Int32, plan: Int32)
    case within(SimulationSpan)
  }
  var local: Int32
  /// Its place in `ProgramTables.steps`.
  var step: Int32
  var product: Int32
  var bound: Bound
  /// Median duration: working time of `plan` when there is one, calendar time otherwise.
  var duration: SimulationSpan
  /// The working plan that the touch needs; -1 for calendar time.
  var plan: Int32
  var claims: TableRange
  var frees: TableRange
  /// A calendar-time step that borrows: whole dates from its first to its last.
  var isCalendar: Bool
  /// Pauses at the end of a shift.
  var suspends: Bool
  /// It claims units that are cleared between two uses.
  var clears: Bool
  /// The analysts' part of an assay, laid over their shifts beside its calendar time.
  var handsOn: HandsOnPlan?
  /// The touches that have to be over before it, in `BookingPlan.predecessors`; none for the first.
  var after = TableRange()
  /// Transport between them and it, at its median.
  var travel = SimulationSpan.zero
  /// What it has to start in time for, in `BookingPlan.limits`.
  var limits = TableRange()
  /// Who else could do it, in `ProgramTables.coverWorks`.
  var covers = TableRange()
}

/// A touch has to start within a limit after others have ended: a hold, a shelf life.
struct LimitPlan: Sendable, BitwiseCopyable {
  /// In `BookingPlan.predecessors`; none for the start itself.
  var after: TableRange
  var limit: SimulationSpan
}

/// Work beside the main line that a start reserves with it.
struct BesidePlan: Sendable, BitwiseCopyable {
  enum Place: Sendable, BitwiseCopyable {
    /// Again and again from the start of the touch until its end.
    case every(SimulationSpan)
    /// From the start of the touch on.
    case along
    /// Behind the work before it in the list.
    case next
    /// So long before the touch.
    case before(SimulationSpan)
  }
  /// The place in `BookingPlan.touches` of the touch that it belongs to.
  var touch: Int32
  var place: Place
  var work: TouchPlan
}

/// Working time beside an assay.
struct HandsOnPlan: Sendable, BitwiseCopyable {
  var duration: SimulationSpan
  var plan: Int32
  var claims: TableRange
  /// Who else could do it, in `ProgramTables.coverWorks`.
  var covers = TableRange()
}

/// Work that others do in place of their own role: the claims with these roles, the plan they work by, and how long the
/// work first waits for its own.
struct CoverWorkPlan: Sendable, BitwiseCopyable {
  var claims: TableRange
  var plan: Int32
  var delay: SimulationSpan
}
