import EventKernel
import Quantities

/// What a token is doing.
enum TokenState: UInt8, Sendable, BitwiseCopyable {
  case free
  /// Instructions are being carried out at this very moment.
  case running
  /// Waits for a date.
  case waitingForDate
  /// In the line of its step; it may hold part of its claim when its work was suspended.
  case inLine
  case working
  case waitingForChildren
  case waitingForBooking
  case waitingForRelease
  /// Waits in a gathering, or has become part of one.
  case gathered
  /// Its split children go on in its place.
  case container
  /// An interval or a transport.
  case underWay
}

/// One thread of an entity's way through a route: the row that moves from instruction to instruction.
///
/// A patient has one main token; what goes on beside it (repeated touches, countdowns, second stages) has child tokens.
struct Token: Sendable, BitwiseCopyable {
  var state = TokenState.free
  /// To be given up at the end of the step at hand: its patient is lost.
  var isDoomed = false
  /// In the line but not yet in its waiting room: it still blocks the step before.
  var isOutside = false
  /// Came to the line in the instant at hand.
  var isFresh = false
  var hasStarted = false
  var pc: Int32 = 0
  var step: Int32 = -1
  var variant: Int32 = -1
  var patient: Int32 = -1
  var batch: Int32 = -1
  var parent: Int32 = -1
  var fork: Int32 = -1
  var firstChild: Int32 = -1
  var nextSibling: Int32 = -1
  var previousSibling: Int32 = -1
  /// The fork whose children it waits for; -1 for none.
  var joining: Int32 = -1
  /// The gathering in which it is a member, or from which it comes as a group; -1 for none.
  var gathering: Int32 = -1
  var lineNext: Int32 = -1
  var linePrevious: Int32 = -1
  /// The first of its kept holdings.
  var kept: Int32 = -1
  /// The step whose resources it still blocks; -1 for none.
  var blocking: Int32 = -1
  /// The pool of rooms in which an excursion was; -1 for every other token.
  var excursion: Int32 = -1
  /// The unit that a repair token mends.
  var unit: Int32 = -1
  var priority: Int32 = 5
  /// Which claims of the step it has, a bit each.
  var taken: UInt32 = 0
  /// Which claims it had of the step that it blocks.
  var heldBehind: UInt32 = 0
  var generation: UInt32 = 0
  /// The order of its start among all starts.
  var startOrder: UInt64 = 0
  /// Its place in the order of its line, beyond the priority.
  var policyKey: Double = 0
  var origin: UInt64 = 0
  var batchOrigin: UInt64 = 0
  var number: UInt64 = 0
  /// Its place among the children of its root, in the order of the route: 0 for a root.
  var childOrder: UInt64 = 0
  var enteredStep = SimulationTime.zero
  /// Whose turn it holds among the lines of other products, where its own serves by another order than arrival.
  var turn = SimulationTime.zero
  var startedAt = SimulationTime.zero
  /// Work left; negative when the step has to be drawn or begun anew.
  var remaining = SimulationSpan(ticks: -1)
  /// The next instant of a repeated touch.
  var nextTouch = SimulationTime.zero
  var endTicket = EventTicket.none
  var patienceTicket = EventTicket.none
  var withinTicket = EventTicket.none
  var holdTicket = EventTicket.none
  var shelfTicket = EventTicket.none
  /// When a hold, and a shelf life, that run are over.
  var holdEnd = SimulationTime.never
  var shelfEnd = SimulationTime.never
  var holdPlan: Int32 = -1
  var shelfStep: Int32 = -1
  var withinStep: Int32 = -1
  /// Where a remade patient goes on behind the new booking; -1 for the next instruction.
  var skipsTo: Int32 = -1
}

/// Units that a token holds beyond its step.
struct Holding: Sendable, BitwiseCopyable {
  var pool: Int32
  var count: Int32
  var next: Int32
  var since = SimulationTime.zero
}
