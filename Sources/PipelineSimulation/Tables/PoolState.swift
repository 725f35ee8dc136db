import EventKernel
import OutputAnalysis
import Quantities

/// What a pool is doing: how many units there are, how many are in use, and what has been counted.
struct PoolState: Sendable {
  /// Units in service now; for a stock, units on the shelf. Then units in use.
  #if RUN_CHECKS
    var capacity: Int32 = 0 { didSet { noteLevel(inUseBefore: inUse) } }
    var inUse: Int32 = 0 { didSet { noteLevel(inUseBefore: oldValue) } }
    var breach: LevelBreach?
  #else
    var capacity: Int32 = 0
    var inUse: Int32 = 0
  #endif
  /// Units in use that tokens hold beyond their work: kept, or left to work that pauses.
  var heldBeyond: Int32 = 0
  var base: Int32 = 0
  var down: Int32 = 0
  /// Rooms out of service after an excursion.
  var onHold: Int32 = 0
  var closures: Int32 = 0
  var isOnShift = true
  var isLicensed = true
  /// In the list of pools to look at in this instant's dispatch.
  var isDirty = false
  /// The dispatch in which an earlier claim found it short.
  var blockedAt: UInt64 = 0
  /// People: employed and independent persons, and the part of a person carried over to the next shift.
  var employed: Int32 = 0
  var independent: Int32 = 0
  var carry: Double = 0
  /// The part of a person that the shift at hand began with.
  var carryBefore: Double = 0
  var persons: Int32 = 0
  var staff = StaffState()
  /// The planned people have been employed.
  var isEmployed = false
  var vacancies: Int32 = 0
  /// Its persons have been called by name, as far as they hold certificates.
  var isCalling = false
  /// Of a pool of those who hold certificates: persons who work independently and do, there or not.
  var holding: Int32 = 0
  /// Persons who do not work independently yet.
  var learning: [Int32] = []
  /// Working tokens that hold units, where somebody may have to yield.
  var holders: ContiguousArray<Int32> = []
  /// What the idle units were last used for, where that decides the changeover.
  var idleTags: ContiguousArray<UnitTag> = []
  var busyTags: [(token: Int32, tag: UnitTag)] = []
  /// The lives of units that break down.
  var units: ContiguousArray<UnitState> = []
  var busyArea = LevelIntegral()
  var openArea = LevelIntegral()
  var shortArea = LevelIntegral()
  /// Where one line alone waits for the pool, all who wait are short of it: the area of its line at the last flush.
  var waitedBefore: Int128 = 0
  var downArea = LevelIntegral()
  var holdArea = LevelIntegral()
  var employedArea = LevelIntegral()
  var independentArea = LevelIntegral()

  var free: Int32 { capacity - inUse }
}

/// What a unit was last used for.
struct UnitTag: Sendable, BitwiseCopyable {
  var product: Int32
  var batch: Int64

  /// Entities that are no batch are told apart by their number, which begins anew with each product.
  func isSameBatch(as other: UnitTag) -> Bool { batch == other.batch && product == other.product }
}

/// The life of one unit of a pool that breaks down.
struct UnitState: Sendable, BitwiseCopyable {
  var isDown = false
  /// The token that uses it, where its life counts use.
  var user: Int32 = -1
  /// How many lives it has begun.
  var lives = 0
  /// What is left of the life, and since when it runs.
  var left = SimulationSpan.zero
  var since = SimulationTime.zero
  var ticket = EventTicket.none
}
