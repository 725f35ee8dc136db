import PipelineModel
import Quantities
import Randomness

/// A resource or a stock, ready to be claimed.
struct PoolPlan: Sendable {
  /// Where its capacity comes from.
  enum Level: Sendable {
    case constant(Int32)
    case timetable([(at: SimulationTime, count: Int32)])
    /// Expected number present on a shift = head count × equivalents per head × present per equivalent. Head count and
    /// equivalents are those at the start where the plan is dated.
    case roster(heads: Int32, equivalentPerHead: Double, presentPerEquivalent: Double)
    case stock(initial: Int32)
    /// As many as are present of its role and satisfy a profile of its set.
    case certified
  }
  var name: String
  var facility: Int32
  var level: Level
  /// The working plan; -1 for always.
  var plan: Int32 = -1
  /// The leave rule of a roster; -1 for none.
  var leave: Int32 = -1
  /// The dated plan of a roster, in `ProgramTables.staffLevels`; empty where one number is planned for good.
  var staffLevels = TableRange()
  var absence: AbsencePlan?
  /// Its persons are known one by one, beyond their number.
  var knowsPersons: Bool {
    absence != nil || !staffLevels.isEmpty || !certificates.isEmpty || sendsNewcomers
  }
  /// The certificates of a role, in `ProgramTables.certificates`; the sets of them that claims ask for, each a mask of their
  /// bits, in `ProgramTables.profiles`; and the pools of those who satisfy them, by their numbers.
  var certificates = TableRange()
  var profiles = TableRange()
  var certifiedPools = TableRange()
  /// The role, where this is a pool of those of its persons who hold certificates; -1 for every other pool.
  var role: Int32 = -1
  /// The profiles of such a pool, and the share of the persons who satisfy one where all hold what they are planned to.
  var profileSet: UInt32 = 0
  var plannedShare = 0.0
  var isCertified: Bool { role >= 0 }
  var closures: [(from: SimulationTime, to: SimulationTime)] = []
  var changeoverSame: DrawPlan?
  var changeoverOther: DrawPlan?
  /// Rules by what came before and what comes next, in place of the two laws: in `ProgramTables.changeoverRules`.
  var changeoverRules = TableRange()
  /// Its units remember what they were used for.
  var remembersUse: Bool { changeoverOther != nil || !changeoverRules.isEmpty }
  /// The zones in which products keep apart; -1 for none.
  var roomZone: Int32 = -1
  var airZone: Int32 = -1
  /// Bookings note which of its units they promise when. Worked out when all is compiled.
  var isPromised = false
  /// Others claim it too, who have no booking: they heed what is promised.
  var isContested = false
  /// Something has to be noted when its units are taken or given back. Worked out when all is compiled.
  var isFollowed = false
  var breakdown: BreakdownPlan?
  var monitoring: MonitoringPlan?
  var turnover: TurnoverPlan?
  /// How long a claim waits for it before others stand in, if any do.
  var coverAfter = SimulationSpan.zero
  /// Calendar time of rest after a call, or after work that ended outside the hours; none for nothing.
  var rest = SimulationSpan.zero
  /// The role whose people these are when they are called; -1 for nobody's.
  var callsFrom: Int32 = -1
  /// The source of the runs by which newcomers are qualified, -1 for none; and whether any newcomer goes through runs.
  var qualification: Int32 = -1
  var sendsNewcomers = false
  /// Nobody who enters learns without a run.
  var sendsAllNewcomers = false
  /// Its people are on call in other roles.
  var hasTeams = false
  /// Whoever comes back from work has to be looked at.
  var watchesHours: Bool { rest > .zero || callsFrom >= 0 }
  var isPeople = false
  var isRoom = false
  /// No resource but a process that has to be qualified.
  var isProcess = false
  /// The trial whose places it stands for; -1 for everything else.
  var trial: Int32 = -1
  /// Graduates of a programme take up the role.
  var isJoined = false
  var isStock: Bool { if case .stock = level { true } else { false } }
  /// Somebody may have to yield: its holders are kept track of.
  var tracksHolders = false
  /// Which product uses it is kept track of, to share what it costs; or it is paid by the hour.
  var countsUse = false
  var chargesHours = false
  /// The lines whose claims name it, in `ProgramTables.linesOfPools`.
  var lines = TableRange()
  /// The one line that waits for this pool, where it waits for nothing else and has no rules of its own; -1
  /// otherwise.
  var onlyLine: Int32 = -1
  /// Its row in `MonthPlan.roles`; -1 where its people are not counted by month.
  var monthly: Int32 = -1
  var origin: UInt64
}

extension PoolPlan {
  /// Whether its units are people: of a role, or those of a role who hold certificates.
  var isOfPeople: Bool { isPeople || isCertified }
  var keepsApart: Bool { roomZone >= 0 || airZone >= 0 }
  /// The zones that it belongs to.
  var zones: [Int32] { [roomZone, airZone].filter { $0 >= 0 } }
}

/// Failures of the units of a pool.
struct BreakdownPlan: Sendable {
  var after: DrawPlan
  var countsUse: Bool
  var interrupted: ShiftEndPolicy
  /// Where the route of a repair begins: a step that claims who mends.
  var repair: Int32
}

/// Refilling a stock.
struct StockPlan: Sendable {
  var pool: Int32
  var shelfLife: SimulationSpan?
  var reorderAt: Int32
  var upTo: Int32
  var quantity: Int32
  /// What one of several lots of an order counts for; 0 where one lot is all of it.
  var lotBrings: Int32 = 0
  var leadTime: DrawPlan?
  /// The variant that makes a lot; -1 for none.
  var madeBy: Int32
  var failsProbability: Double
  var failsPurpose: Purpose
  var reorders: Bool
}
