#if RUN_CHECKS
  import Quantities

  /// The shadow of a run: what an audit saw of it, kept apart from the run's own books.
  ///
  /// The run changes levels where things happen. The audit never listens there: after every event it looks at the rows that
  /// were touched and works out, from the states alone, who stands in which line, who holds and asks for what, who is in the
  /// system. Levels, integrals and counts of the run are then compared with that, in whole numbers.
  ///
  /// A class, so that methods of a run that change nothing can tell it what they saw. Only in builds with `RUN_CHECKS`.
  final class RunAudit {
    var book = AuditBook()
    /// Whether a finding ends the process; tests that break an identity on purpose read the findings instead.
    var isTrapping = true
    /// All findings that ended nothing.
    var findings: [AuditFinding] = []

    /// Everybody who moves through a route, by row.
    var tokens: [TokenShadow] = []
    /// The rows of those who hold something for longer than a step.
    var keepers: Set<Int> = []
    var present: StayLedger
    var waiting: StayLedger
    var held: StayLedger
    var asked: StayLedger

    var patients: [PatientShadow] = []
    var inSystem: StayLedger
    var batches = BatchShadows()
    var units: [[UnitShadow]]
    var down: StayLedger
    var staff: [StaffShadow]
    var employed: StayLedger
    var learning: StayLedger
    var away: StayLedger
    var students: [StudentShadow]
    var studying: StayLedger
    var awaiting: StayLedger
    var shelves: [ShelfShadow]
    var flows = FlowCounts()
    var shipments = ShipmentShadows()
    /// What the steps that were told to start cost, in thousandths.
    var dueAtStarts: Int128 = 0

    /// How many events until the next look at everything.
    var eventsToWalk = 0
    var eventsSeen = 0

    /// An audit of a run of these tables.
    init(of tables: ProgramTables) {
      present = StayLedger(places: tables.lineCount)
      waiting = StayLedger(places: tables.lineCount)
      held = StayLedger(places: tables.pools.count)
      asked = StayLedger(places: tables.pools.count)
      down = StayLedger(places: tables.pools.count)
      employed = StayLedger(places: tables.pools.count)
      learning = StayLedger(places: tables.pools.count)
      away = StayLedger(places: tables.pools.count)
      inSystem = StayLedger(places: tables.products.count)
      studying = StayLedger(places: tables.training.count)
      awaiting = StayLedger(places: tables.training.count)
      units = Array(repeating: [], count: tables.pools.count)
      staff = Array(repeating: StaffShadow(), count: tables.pools.count)
      students = Array(repeating: StudentShadow(), count: tables.training.count)
      shelves = Array(repeating: ShelfShadow(), count: tables.pools.count)
    }
  }
#else
  /// Nothing: release builds do not audit.
  struct RunAudit {
    init(of tables: ProgramTables) {}
  }
#endif
