import EventKernel
import OutputAnalysis
import Quantities
import Randomness

/// One replication in progress: the event model of the whole line, and the owner of all its state.
///
/// Order within an instant (SEMANTICS part 2) comes from the ranks of the events; dispatching happens when nothing else is
/// left to happen in the instant, and is repeated until nothing more can start.
struct PipelineRun: ~Copyable, EventModel {
  typealias Event = PipelineEvent

  let tables: ProgramTables
  let clock: CivilClock
  let horizon: SimulationTime
  let warmUp: SimulationTime
  let streams: StreamFamily
  let isFixedAtMedian: Bool
  /// Exponential spans of the entities to come; only where a draw depends on nothing but its address.
  let ahead: SpansAhead
  let drawsAhead: Bool
  /// Who is told what happens, where anybody is.
  ///
  /// An existential on purpose: a value that holds one is always passed by its address. Otherwise the
  /// compiler (Swift 6.3) copies the thousand bytes of a run at calls of methods that do not change it.
  let watcher: any TraceWatcher
  let isWatched: Bool
  let audit: RunAudit
  /// Whether plans of the coming weeks are noted.
  let isScheduled: Bool
  var schedule: ScheduleBook

  var tokens = RowTable(blank: Token())
  var visits: VisitCounts
  var patients = RowTable(blank: Patient())
  var clockTickets: ContiguousArray<EventTicket> = []
  var batches = RowTable(blank: Batch())
  var holdings = RowTable(blank: Holding(pool: -1, count: 0, next: -1))
  var pools: StateTable<PoolState>
  var lines: StateTable<LineState>
  /// How many claims are short, by pool and product, as `ProgramTables.shortageCounters`.
  var shortages: StateTable<LevelIntegral>
  var stocks: StateTable<StockState>
  var sources: StateTable<SourceState>
  var gathers: StateTable<GatherState>
  var zones: StateTable<ZoneState>
  /// For each line whether its first is kept apart; empty where nothing keeps apart.
  var apart: StateTable<LevelIntegral>
  var processes: StateTable<ProcessState>
  var trials: StateTable<TrialState>
  /// Certificates of persons, how many hold each, and who took part in runs that have not ended.
  var held = RowTable(blank: CertificateRow())
  var certifiedAreas: StateTable<LevelIntegral>
  var participants: [Participation] = []
  var ledger: BookingLedger
  var training: StateTable<TrainingState>
  /// Roles whose people are counted by month, and since when the month is; graduates in roles; what those wait for who wait.
  var months: StateTable<MonthState>
  var monthSince = SimulationTime.zero
  var careers: [CareerRow] = []
  var wants: WantState
  /// How many changes of each timetable have happened.
  var shiftCursor: StateTable<Int>
  var licensedAt: ContiguousArray<SimulationTime>
  var openedAt: ContiguousArray<SimulationTime>
  var treatedAt: StateTable<Int>
  /// Patients of each variant neither treated nor lost.
  var inProgress: StateTable<Int>

  /// Pools and lines that this instant's dispatch has to look at.
  var dirtyPools = NumberList()
  var candidateLines = NumberList()
  var freshTokens = NumberList()
  /// Roles of which somebody was called in this instant, or has come back from work outside the hours.
  var watchedPools = NumberList()
  /// Tokens that go on in this instant with people who have been at work for them, and whether such people are passing on.
  var goingOn: [(token: Int32, generation: UInt32)] = []
  var goesOn = false
  var wantsBooking = false
  /// Events of this instant so far, against loops in which no time passes.
  var instant = SimulationTime.zero
  var eventsOfInstant = 0
  /// How deep consequences have led to consequences within the event at hand.
  var consequenceDepth = 0
  var dispatchNumber: UInt64 = 0
  var startCount: UInt64 = 0
  var batchSerial: Int64 = 0

  /// The year being counted; -1 during the warm-up.
  var period: Int32 = -1
  /// The end of the year being counted. Not an event: a century of them would make every list of events a long one.
  var periodEnd = SimulationTime.never
  /// Where the next record starts to count, in ticks.
  var countingSince = SimulationTime.zero
  var values: StateTable<Double>
  var samples: SampleTable
  var systems: StateTable<SystemState>
  var costs: CostState
  var size = RunSize()
  var outcome = RunOutcome.horizonReached
  /// The number of events that ends the run, and the work within events that counts towards it.
  let eventLimit: UInt64
  var charged: UInt64 = 0
  /// Tells tokens apart that had the same row one after another.
  var births: UInt32 = 0

  init(
    program: Program, replication: Int, seed: UInt64, options: ReplicationOptions,
    watcher: (any TraceWatcher)?
  ) {
    tables = program.tables
    clock = program.clock
    horizon = program.horizon
    warmUp = program.warmUp
    streams = StreamFamily(
      seed: seed, replication: UInt64(replication), antithetic: options.antithetic,
      generator: options.generator)
    isFixedAtMedian = options.fixedAtMedian
    isScheduled = options.schedule != nil
    schedule = ScheduleBook(window: options.schedule)
    eventLimit = options.maximumEvents
    drawsAhead = !options.fixedAtMedian && options.generator == .philox
    ahead = SpansAhead(laws: drawsAhead ? tables.aheadCount : 0)
    self.watcher = watcher ?? NoWatcher()
    isWatched = watcher != nil
    visits = VisitCounts(stride: tables.visitStride)
    pools = StateTable(repeating: PoolState(), count: tables.pools.count)
    lines = StateTable(repeating: LineState(), count: tables.lineCount)
    shortages = StateTable(repeating: LevelIntegral(), count: tables.shortageCounters.count)
    stocks = StateTable(repeating: StockState(), count: tables.stocks.count)
    sources = StateTable(repeating: SourceState(), count: tables.sources.count)
    gathers = StateTable(repeating: GatherState(), count: tables.gathers.count)
    zones = StateTable(
      repeating: ZoneState(uses: ContiguousArray(repeating: 0, count: tables.products.count)),
      count: tables.zones.count)
    processes = StateTable(repeating: ProcessState(), count: tables.processes.count)
    trials = StateTable(repeating: TrialState(), count: tables.trials.count)
    certifiedAreas = StateTable(repeating: LevelIntegral(), count: tables.certificates.count)
    apart = StateTable(repeating: LevelIntegral(), count: tables.zones.isEmpty ? 0 : tables.lineCount)
    training = StateTable(repeating: TrainingState(), count: tables.training.count)
    months = StateTable(repeating: MonthState(), count: tables.months.roles.count)
    wants = WantState(products: tables.notesRefusals ? tables.products.count : 0)
    shiftCursor = StateTable(repeating: 0, count: tables.timetables.count)
    licensedAt = ContiguousArray(repeating: .zero, count: tables.facilities.count)
    openedAt = ContiguousArray(repeating: .zero, count: tables.facilities.count)
    treatedAt = StateTable(repeating: 0, count: tables.facilities.count)
    inProgress = StateTable(repeating: 0, count: tables.variants.count)
    systems = StateTable(repeating: SystemState(), count: tables.products.count)
    ledger = BookingLedger(tables: tables)
    values = StateTable(repeating: 0, count: tables.valueCount)
    samples = SampleTable(count: tables.sampleCount)
    costs = CostState(of: tables)
    audit = RunAudit(of: tables)
  }

  mutating func start(_ agenda: inout Agenda<PipelineEvent>) {
    startCounting(&agenda)
    startFacilities(&agenda)
    if tables.initial.isEmpty && tables.initialShelves.isEmpty {
      startStocks(&agenda)
    } else {
      startFromState(&agenda)
    }
    startProcesses(&agenda)
    startTrials()
    startSources(&agenda)
    startTraining(&agenda)
    startBooking(&agenda)
    if !months.isEmpty { settleMonths(.zero) }
    auditStart(agenda)
  }

  mutating func handle(_ event: PipelineEvent, _ agenda: inout Agenda<PipelineEvent>) {
    countInstant(&agenda)
    switch event {
    case .ends(let token): waitEnds(Int(token), &agenda)
    case .arrives(let source): arrives(Int(source), &agenda)
    case .losesPatience(let token): losesPatience(Int(token), &agenda)
    case .tooLate(let token): limitPasses(Int(token), .within, &agenda)
    case .holdEnds(let token): limitPasses(Int(token), .hold, &agenda)
    case .shelfLifeEnds(let token): limitPasses(Int(token), .shelfLife, &agenda)
    case .coverIsDue(let line): markClaims(of: Int(line))
    case .rings(let patient, let clock): rings(Int(patient), Int(clock), &agenda)
    case .withdraws(let source, let index): withdraws(Int(source), Int(index), &agenda)
    case .shift(let timetable): shiftChanges(Int(timetable), &agenda)
    case .level(let pool, let index): levelChanges(Int(pool), Int(index), &agenda)
    case .closes(let pool): closureChanges(Int(pool), by: 1, &agenda)
    case .reopens(let pool): closureChanges(Int(pool), by: -1, &agenda)
    case .opens(let facility): opens(Int(facility), &agenda)
    case .licensed(let facility): isLicensed(Int(facility), &agenda)
    case .breaks(let pool, let unit): breaks(Int(pool), Int(unit), &agenda)
    case .gathered(let gather): closeGathering(Int(gather), &agenda)
    case .delivers(let stock, let order): delivers(Int(stock), Int(order), &agenda)
    case .expires(let stock): lotsExpire(Int(stock), &agenda)
    case .reviews(let stock): reviewLost(Int(stock), &agenda)
    case .leaves(let pool, let person): personLeaves(Int(pool), Int(person), &agenda)
    case .hired(let pool, let person): personEnters(Int(pool), Int(person), &agenda)
    case .independent(let pool, let person): becomesIndependent(Int(pool), Int(person), &agenda)
    case .fallsIll(let pool, let person): personFallsIll(Int(pool), Int(person), &agenda)
    case .comesBack(let pool, let person): personComesBack(Int(pool), Int(person), &agenda)
    case .rested(let pool, let persons): haveRested(Int(pool), persons, &agenda)
    case .certificateIsGiven(let row): certificateIsGiven(Int(row), &agenda)
    case .certificateIsDue(let row): certificateIsDue(Int(row), &agenda)
    case .certificateLapses(let row): certificateLapses(Int(row), &agenda)
    case .applies(let programme): applies(Int(programme), &agenda)
    case .graduates(let programme, let trainee): graduates(Int(programme), Int(trainee), &agenda)
    case .dropsOut(let programme, let trainee): dropsOut(Int(programme), Int(trainee), &agenda)
    case .notQualified(let pool, let person): isNotQualified(Int(pool), Int(person), &agenda)
    case .gridAhead(let variant): gridComesWithinHorizon(Int(variant), &agenda)
    case .gridPassed(let variant, let day): gridPasses(Int(variant), Int(day), &agenda)
    case .processResumes(let process): processResumes(Int(process), &agenda)
    case .processLapses(let process): processLapses(Int(process), &agenda)
    case .followedUp(let trial): followUpEnds(Int(trial), &agenda)
    case .enrolmentCloses(let trial): enrolmentCloses(Int(trial), &agenda)
    case .warmUpEnds: warmUpEnds(&agenda)
    case .stateIsThere: break
    }
    // While anything of this instant is still to come, dispatching waits: its handler comes by here again.
    while isWorkForDispatch && agenda.isInstantOver && !agenda.isStopped { dispatch(&agenda) }
    if !months.isEmpty, agenda.isInstantOver { settleMonths(agenda.now) }
    auditEvent(event, agenda)
  }

  private var isWorkForDispatch: Bool {
    !dirtyPools.isEmpty || !freshTokens.isEmpty || wantsBooking || !watchedPools.isEmpty
  }
}
