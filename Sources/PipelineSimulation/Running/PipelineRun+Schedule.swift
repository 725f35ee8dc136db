import Quantities

/// What is noted of plans and of what became of them, in a short window from the start on.
struct ScheduleBook: Sendable {
  /// More rows are not noted: many times what a line of several products plans in half a year.
  static let mostEntries = 50_000

  /// Before which instant a plan has to lie; zero where nothing is noted.
  let until: SimulationTime
  private(set) var entries: [ScheduleEntry] = []
  /// The rows of each booking, by its place in the ledger: touch by touch.
  private var rowsOfBooking: [Int: [(step: Int32, row: Int)]] = [:]
  /// Who was there at the start and has a plan: what is planned anew after a failure is no plan of today.
  private var planned: Set<Int32> = []

  init(window: SimulationSpan?) { until = .zero + (window ?? .zero) }

  /// Notes a row; nil when there are too many.
  mutating func add(_ entry: ScheduleEntry) -> Int? {
    guard entries.count < Self.mostEntries else { return nil }
    entries.append(entry)
    return entries.count - 1
  }

  /// A row of somebody who was there at the start that is noted already.
  func row(of entity: Int32, _ step: Int32) -> Int? {
    entries.firstIndex { $0.entity == entity && $0.step == step }
  }

  /// Whether somebody is planned for the first time.
  mutating func isFirstPlan(of entity: Int32) -> Bool { entity < 0 || planned.insert(entity).inserted }

  mutating func begin(_ row: Int, _ now: SimulationTime) {
    if entries[row].actual == nil { entries[row].actual = now.ticks }
  }

  mutating func keep(_ rows: [(step: Int32, row: Int)], of booking: Int) { rowsOfBooking[booking] = rows }

  func row(of booking: Int, _ step: Int32) -> Int? {
    rowsOfBooking[booking]?.first { $0.step == step }?.row
  }

  /// A booking is given up, or moves: a slot that nobody has begun is nobody's plan any more.
  mutating func forget(_ booking: Int, isBegun: Bool) {
    guard let rows = rowsOfBooking.removeValue(forKey: booking), !isBegun else { return }
    for (_, row) in rows where entries[row].entity < 0 { entries[row].planned = nil }
  }

  /// What stands at the end: all but plans that were given up before they began.
  var finished: [ScheduleEntry] { entries.filter { $0.entity >= 0 || $0.planned != nil } }
}

extension PipelineRun {
  /// A booking plans its dated steps and the infusion.
  mutating func notePlan(of booking: Int) {
    guard isScheduled else { return }
    let entry = ledger.bookings[booking]
    let variant = tables.variants[Int(entry.variant)]
    let plan = tables.bookings[Int(variant.booking)]
    let entity = entry.patient >= 0 ? initialEntity(of: Int(entry.patient)) : -1
    let isFirst = schedule.isFirstPlan(of: entity)
    var rows: [(step: Int32, row: Int)] = []
    for (touch, start) in zip(plan.touches, entry.plan.starts) where start >= .zero && start < schedule.until
    {
      guard case .step(let own) = tables.instructions[Int(variant.places[Int(touch.local)])],
        waitsForDate(Int(own)) || tables.steps[Int(own)].isInfusion
      else { continue }
      let step = entity >= 0 ? knownStep(own, of: Int(entry.patient)) : own
      if entity >= 0, let row = schedule.row(of: entity, step) {
        rows.append((step, row))
      } else if isFirst,
        let row = schedule.add(
          ScheduleEntry(
            entity: entity, variant: entry.variant, day: Int32(entry.day), step: step, planned: start.ticks))
      {
        rows.append((step, row))
      }
    }
    schedule.keep(rows, of: booking)
  }

  /// Who is there at the start and books nothing has an infusion ahead, but no date.
  mutating func noteInfusion(of patient: Int, _ plan: InitialPlan) {
    guard isScheduled, patients[patient].booking < 0, tables.variants[Int(plan.variant)].booking < 0 else {
      return
    }
    let infusion = tables.steps.indices.first {
      tables.steps[$0].variant == plan.variant && tables.steps[$0].isInfusion
    }
    guard let infusion, !plan.main.visited.contains(tables.steps[infusion].localIndex) else { return }
    _ = schedule.add(
      ScheduleEntry(
        entity: initialEntity(of: patient), variant: plan.variant, day: -1,
        step: knownStep(Int32(infusion), of: patient),
        planned: nil))
  }

  /// A step of somebody begins.
  @inline(never)
  mutating func noteStart(of step: Int, _ patient: Int, _ now: SimulationTime) {
    let step = initialEntity(of: patient) >= 0 ? Int(knownStep(Int32(step), of: patient)) : step
    if patients[patient].booking >= 0 {
      let booking = Int(patients[patient].booking)
      if let row = schedule.row(of: booking, Int32(step)) { schedule.begin(row, now) }
      return
    }
    let entity = initialEntity(of: patient)
    if entity >= 0, let row = schedule.row(of: entity, Int32(step)) { schedule.begin(row, now) }
  }

  /// A step by the first maker of the product: who was there at the start has one row for it, wherever the product is made.
  private func knownStep(_ step: Int32, of patient: Int) -> Int32 {
    let first = Int(tables.sources[Int(patients[patient].source)].variants[0])
    let place = tables.variants[first].places[Int(tables.steps[Int(step)].localIndex)]
    guard tables.steps[Int(step)].variant != Int32(first),
      case .step(let known) = tables.instructions[Int(place)]
    else { return step }
    return known
  }

  /// The place of a patient among those who were there at the start; -1 for who came later.
  private func initialEntity(of patient: Int) -> Int32 {
    let number = patients[patient].number
    guard number >= InitialPlan.firstNumber else { return -1 }
    let source = patients[patient].source
    return Int32(tables.initial.firstIndex { $0.number == number && $0.source == source } ?? -1)
  }
}
