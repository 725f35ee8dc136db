import Quantities

/// What a booking reserves for one variant.
struct BookingPlan: Sendable {
  /// Starts offered on each weekday, Monday first.
  var weekly: [Int32]
  var bookAhead: SimulationSpan
  var from: SimulationTime
  /// The parts of the route after the booking: each comes behind all that it waits for.
  var touches: [TouchPlan]
  /// Places in `touches`: what each touch comes after.
  var predecessors: [Int32] = []
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
  /// The analysts' part of an assay, laid over their shifts beside its calendar time.
  var handsOn: HandsOnPlan?
  /// The touches that have to be over before it, in `BookingPlan.predecessors`; none for the first.
  var after: TableRange
}

/// Working time beside an assay.
struct HandsOnPlan: Sendable, BitwiseCopyable {
  var duration: SimulationSpan
  var plan: Int32
  var claims: TableRange
}
