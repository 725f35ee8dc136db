import Quantities
import Randomness

/// All tables of a program.
struct ProgramTables: Sendable {
  var laws = LawTable()
  /// How many exponential laws are drawn ahead.
  var aheadCount = 0
  var instructions = PlanTable<Instruction>()
  var steps = PlanTable<StepPlan>()
  var stepNames: [String] = []
  var claims = PlanTable<ClaimPlan>()
  /// For each claim of a step without a booking, on what bookings promise: how long it is held, at the median. Empty
  /// where nobody heeds promises.
  var claimSpans: [SimulationSpan] = []
  /// Work of a higher class may take what is promised.
  var breaksPromises = false
  var costs = CostPlan()
  var costItems = PlanTable<CostItemPlan>()
  var freed = PlanTable<Int32>()
  var failures = PlanTable<FailurePlan>()
  var identities: [IdentityPlan] = []
  var stepForks = PlanTable<Int32>()
  var forks = PlanTable<ForkPlan>()
  var holds = PlanTable<HoldPlan>()
  var choices: [ChoicePlan] = []
  var makes: [MakePlan] = []
  var countdowns: [CountdownPlan] = []
  var gathers: [GatherPlan] = []
  var splits: [SplitPlan] = []
  var ships: [ShipPlan] = []
  var releases: [ReleasePlan] = []
  var stores: [StorePlan] = []
  var intervals: [SimulationSpan] = []
  var pools = PlanTable<PoolPlan>()
  var changeoverRules = PlanTable<ChangeoverRulePlan>()
  var staffLevels = PlanTable<StaffLevel>()
  var coverWorks = PlanTable<CoverWorkPlan>()
  /// The traits of each product, each a bit.
  var traitsOfProduct: [UInt64] = []
  var zones: [ZonePlan] = []
  /// The lines of each pool, one pool after another.
  var linesOfPools = PlanTable<Int32>()
  var stocks = PlanTable<StockPlan>()
  var processes: [ProcessPlan] = []
  var trials: [TrialPlan] = []
  /// The certificates of each role, one role after another.
  var certificates: [CertificatePlan] = []
  var profiles: [UInt32] = []
  /// Who is named in the initial state, by role.
  var initialHolders: [Int32: [InitialHolder]] = [:]
  /// How hazards change.
  var courses: [HazardCourse] = []
  /// Somewhere those go first who lose most by waiting.
  var ordersByBenefit = false
  var timetables = PlanTable<WorkingTimetable>()
  /// The pools that work by each timetable, one timetable after another, and where those of each stand.
  var timetablePools = PlanTable<Int32>()
  var poolsOfTimetable = PlanTable<TableRange>()
  var leaves: [LeavePlan] = []
  var facilities: [FacilityPlan] = []
  var products: [String] = []
  var variants = PlanTable<VariantPlan>()
  var sources = PlanTable<SourcePlan>()
  var bookings: [BookingPlan] = []
  var training: [TrainingPlan] = []
  var months = MonthPlan()
  var origins: [OriginPlan] = []
  /// What becomes of graduates is asked for, or what each who is qualified costs.
  var followsCareers = false
  /// Why a booking is refused is noted; and what patients who are lost have waited for; and starts that runs take.
  var notesRefusals = false
  var countsWants = false
  var notesLostStarts = false
  /// Patients lost for want of each role, by variant; starts lost to runs, by variant; and what the runs of each are for.
  var wantCounters: [[(pool: Int32, place: Int32)]] = []
  var lostStarts: [[(purpose: RunPurpose, place: Int32)]] = []
  var runPurposes: [RunPurpose?] = []
  /// Who and what is there at the start.
  var initial: [InitialPlan] = []
  var initialShelves: [InitialShelfPlan] = []
  var reasons: [String] = []
  /// For each line, beyond the steps: gatherings.
  var lineCount = 0
  /// The largest number of steps in one route.
  var visitStride = 1
  /// The largest number of clocks of one patient.
  var clockStride = 0
  /// The first instant of each date of the run, and one more.
  var dayStarts = PlanTable<SimulationTime>()
  /// The weekday of each of these dates, 0 for Monday.
  var weekdays = PlanTable<Int32>()
  /// Ends of the periods (years) that are counted; the last is the horizon.
  var periodEnds: [SimulationTime] = []
  /// Where the numbers of each line, pool, variant stand.
  var lineCounters = PlanTable<LineCounters>()
  var poolCounters = PlanTable<PoolCounters>()
  var severityCounters: [SeverityCounters] = []
  /// Shortage counters by pool and product: `pool * products.count + product`; -1 where the product claims nothing of it.
  var shortageCounters: [Int32] = []
  /// Loss counters by variant and reason: `variant * reasons.count + reason`; -1 where a reason cannot occur.
  var lossCounters: [Int32] = []
  /// Whether and how circles of waiting can close.
  var circles = CirclePlan()
  var valueCount = 0
  var sampleCount = 0
  var ticksPerHour = 3_600_000.0
  var ticksPerDay = 86_400_000.0

  /// The date of an instant as an index into `dayStarts`.
  func day(of time: SimulationTime) -> Int {
    if dayStarts.isEmpty { return 0 }
    // Dates are a day long but for the two on which the clocks change: the guess is off by one at most.
    var day = min(dayStarts.count - 1, max(0, Int(Double((time - dayStarts[0]).ticks) / ticksPerDay)))
    while day + 1 < dayStarts.count, dayStarts[day + 1] <= time { day += 1 }
    while day > 0, dayStarts[day] > time { day -= 1 }
    return day
  }
}

/// Fractions present on each date of the run (leave periods), with their mean.
struct LeavePlan: Sendable {
  var present: [Double]
  var mean: Double
}
