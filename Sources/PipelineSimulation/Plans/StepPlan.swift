import PipelineModel
import Quantities
import Randomness

/// A contiguous part of one of the program's tables.
struct TableRange: Sendable, BitwiseCopyable {
  var start: Int32 = 0
  var count: Int32 = 0

  @inline(__always)
  var indices: Range<Int> { Range(uncheckedBounds: (Int(start), Int(start) &+ Int(count))) }
  var isEmpty: Bool { count == 0 }
}

/// So many units of one pool, for the length of a step or longer.
struct ClaimPlan: Sendable, BitwiseCopyable {
  /// The pool: a resource or a stock.
  var pool: Int32
  var count: Int32
  /// Goes on being held after the step.
  var isKept: Bool
  /// Taken for good.
  var isConsumed: Bool
  /// The bit that says in `Token.taken` that a token has it.
  var bit: UInt32 = 0
  /// The claim that it stands in for, by its place among those of the step; -1 for a claim of its own.
  var standsIn: Int32 = -1
  /// The bits of the claims that stand in for it.
  var alternatives: UInt32 = 0
  /// The profile of certificates that it asks of a role; -1 for none. Such a claim is served by its own role alone.
  var profile: Int32 = -1

  /// In place of a profile: it stands for one person and no other.
  static var ofOnePerson: Int32 { -2 }
}

/// What follows when something goes wrong, with names resolved.
enum ConsequencePlan: Sendable, BitwiseCopyable {
  /// To a step, by its local index.
  case goTo(Int32)
  case remake
  case collectAgain
  case lose(reason: Int32)
  case record
}

/// One failure rule of a step.
struct FailurePlan: Sendable {
  var probability: Double
  var purpose: Purpose
  var onAttempts: [Int]
  var then: ConsequencePlan
  var attempts: Int
  var otherwise: ConsequencePlan
  var isBatchFailure: Bool
}

/// What a step has beyond a claim, a duration and its counts. Most steps have little of it: one look at a bit
/// saves the event the way to a part of the run that has nothing to do.
struct StepTraits: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt32
  /// Touches or parts that go on beside it start with its work.
  static let sideWork = StepTraits(rawValue: 1 << 0)
  /// Touches end with it.
  static let touches = StepTraits(rawValue: 1 << 1)
  /// It claims units whose life counts use.
  static let wearsUnits = StepTraits(rawValue: 1 << 2)
  /// It consumes from stocks.
  static let consumes = StepTraits(rawValue: 1 << 3)
  /// It frees by name.
  static let frees = StepTraits(rawValue: 1 << 4)
  /// It can fail, or not pass.
  static let decides = StepTraits(rawValue: 1 << 5)
  /// Somebody may have to yield a unit of its claim.
  static let canPreempt = StepTraits(rawValue: 1 << 6)
  /// It claims units that are cleared between two uses, which takes time.
  static let clears = StepTraits(rawValue: 1 << 7)
  /// Its line is limited, or those who wait may leave it.
  static let lineRules = StepTraits(rawValue: 1 << 8)
  /// Its line alone waits for one pool, and for nothing else: `PoolPlan.onlyLine`.
  static let sharesNothing = StepTraits(rawValue: 1 << 9)
  /// Something is due each time that it begins.
  static let costs = StepTraits(rawValue: 1 << 10)
  /// It claims what is paid by the hour, or for which others may stand in.
  static let hours = StepTraits(rawValue: 1 << 11)
  /// It claims a room in which its product may meet one that it never meets.
  static let keepsApart = StepTraits(rawValue: 1 << 12)
  /// Its end is the end of a session in a room that is monitored, or of one that gives those who took part a certificate.
  static let monitored = StepTraits(rawValue: 1 << 13)
  /// It claims what somebody may hold while he waits himself: whoever waits for it may close a circle.
  static let circles = StepTraits(rawValue: 1 << 14)
  /// Others may stand in for people that it claims.
  static let covered = StepTraits(rawValue: 1 << 15)
  /// It has no booking and claims what bookings promise to others.
  static let heeds = StepTraits(rawValue: 1 << 16)
  /// Two of its claims are on one pool.
  static let claimsTwice = StepTraits(rawValue: 1 << 17)
}

/// A step, ready to be carried out. The step's index is also the index of its line. Its name stands in
/// `ProgramTables.stepNames`, so that a plan is a trivial value.
struct StepPlan: Sendable, BitwiseCopyable {
  var variant: Int32
  var kind: Step.Kind
  /// Addressed by the batch rather than by the patient.
  var isOfBatch: Bool
  /// A child's repeated touch: no batch outcome hangs on it.
  var duration: DrawPlan?
  var changeover: Bool
  /// Interrupted by the end of a shift, and how; calendar-time steps finish.
  var atShiftEnd: ShiftEndPolicy
  var interruptible: Interruption?
  var claims: TableRange
  var frees: TableRange
  /// Days after the booked day, or -1 where the step has no date.
  var dateOffset: Int32 = -1
  /// The offset counts days of this working plan; -1 for dates.
  var datePlan: Int32 = -1
  var within: SimulationSpan?
  var withinThen: ConsequencePlan = .record
  var lineLimit: Int32 = .max
  var blocksWhenFull = false
  var patience: DrawPlan?
  var patienceThen: ConsequencePlan = .record
  var bypass = false
  var priority: Int32
  var passProbability: Double = 1
  var passPurpose: Purpose
  var passOtherwise: ConsequencePlan = .record
  var failures: TableRange
  /// In `ProgramTables.identities`; -1 where nothing is mixed up or checked.
  var identity: Int32 = -1
  /// The mark at its end; -1 for none.
  var mark: Int32 = -1
  var shelfLife: SimulationSpan?
  var shelfLifeThen: ConsequencePlan = .record
  /// Forks that start with the work of this step and end with it (repeated touches), or go on beside it (meanwhile).
  var touches: TableRange
  var meanwhile: TableRange
  /// Its number within the route of its product, for counting visits.
  var localIndex: Int32
  /// The first instruction of the step.
  var place: Int32
  /// Ends the hold limits that wait for it.
  var endsHold = false
  /// The reason of who finds the line full; -1 where nobody is turned away.
  var turnedAway: Int32 = -1
  /// The working plan of its people; -1 for none.
  var workingPlan: Int32 = -1
  var isInfusion = false
  /// Touch work that claims something: booked on a date where the route is booked.
  var isTouch = false
  /// What is due each time that it begins, in `ProgramTables.costItems`.
  var costs = TableRange()
  /// Open to the room or within a closed system, where the route says so.
  var work: AsepticWork?
  /// Worked out when all is compiled.
  var traits = StepTraits()
  /// Whether failing is decided by an instruction of its own, behind the work that goes on beside the step.
  var decidesLater = false
}
