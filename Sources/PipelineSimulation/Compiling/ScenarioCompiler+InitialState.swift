import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  /// The first date that is laid out: that of the start, or an earlier one since which something goes on.
  static func firstDate(of scenario: Scenario, start: CivilDate) -> CivilDate {
    let state = scenario.initialState
    let steps = state.patients.flatMap(\.steps) + state.lots.flatMap(\.steps)
    let instants = state.patients.map(\.since) + state.lots.map(\.since) + steps.map(\.since)
    let dates = state.patients.compactMap(\.booked) + instants.compactMap { $0?.date }
    return min(start, dates.min() ?? start)
  }

  /// Places everybody and everything that is there at the start in the compiled routes.
  mutating func compileInitialState() throws(CompileFault) {
    let state = scenario.initialState
    var faults: [CompileFault] = []
    var numbers: [String: UInt64] = [:]
    for (index, patient) in state.patients.enumerated() {
      let path = "initial state/patients/\(index + 1)"
      numbers[patient.product, default: 0] += 1
      let name = patient.id ?? "at the start \(numbers[patient.product] ?? 0)"
      do throws(CompileFault) {
        var plan = try initialPlan(
          patient, number: numbers[patient.product] ?? 1, path)
        plan.name = "\(patient.product) \(name)"
        tables.initial.append(plan)
      } catch { faults.append(error) }
    }
    for (index, lot) in state.lots.enumerated() {
      let path = "initial state/lots/\(index + 1)"
      numbers[lot.product, default: 0] += 1
      do throws(CompileFault) {
        var plan = try initialPlan(lot, number: numbers[lot.product] ?? 1, path)
        plan.name = "\(lot.product) \(lot.id ?? "lot at the start \(numbers[lot.product] ?? 0)")"
        tables.initial.append(plan)
      } catch { faults.append(error) }
    }
    for shelf in state.stocks { compileShelf(shelf) }
    do throws(CompileFault) { try compileInitialHolders() } catch { faults.append(error) }
    faults += heldTooMuch()
    if let first = faults.first {
      throw CompileFault(first.path, first.message, and: Array(faults.dropFirst()))
    }
  }

  private mutating func initialPlan(
    _ patient: InitialPatient, number: UInt64, _ path: String
  ) throws(CompileFault) -> InitialPlan {
    guard
      let source = tables.sources.firstIndex(where: { $0.name == patient.product }),
      let variant = tables.sources[source].variants.first(where: { index in
        patient.madeAt == nil || facilityName(of: index) == patient.madeAt
      })
    else { throw CompileFault("\(path)/product", "There are no patients of '\(patient.product)'.") }
    var plan = InitialPlan(
      name: "", path: path, variant: variant, source: Int32(source),
      number: InitialPlan.firstNumber + number, referred: clock.time(of: patient.referred),
      main: InitialPosition(pc: tables.variants[Int(variant)].entry))
    plan.severity = patient.severity
    if let day = patient.booked {
      guard clock.startOfDay(day) < horizon else {
        throw CompileFault(
          "\(path)/booked",
          "The booked day lies beyond the horizon: let the run last longer, or leave it out.")
      }
      plan.bookedDay = tables.day(of: clock.startOfDay(day))
    }
    let book = tables.variants[Int(variant)].bookPlace
    let earliest = patient.steps.compactMap(\.since).map { clock.time(of: $0) }.min()
    let since = patient.since.map { clock.time(of: $0) } ?? earliest ?? plan.referred
    var stop: Int32 = -1
    var waiting: Int32 = -1
    if let entry = patient.waitsFor {
      waiting = step(named: entry, of: variant) ?? -1
      if waiting < 0 { stop = book }
    } else if patient.steps.isEmpty {
      stop = plan.bookedDay >= 0 ? book + 1 : tables.variants[Int(variant)].entry
    }
    var walk = try place(&plan, patient.steps, since, waiting: waiting, stop: stop)
    settleWaiting(&plan.main, of: plan, since)
    if plan.bookedDay >= 0, book >= 0, plan.main.pc <= book {
      throw CompileFault(
        "\(path)/booked", "The booking comes later than this place of the route; leave out the date.")
    }
    plan.attempt = walk.hasBatch ? Int32(clamping: patient.attempt) : 0
    plan.isReleased = walk.isReleased
    plan.isConditioned = walk.isConditioned
    if walk.marks.contains(Marks.collection) {
      guard let collected = patient.collected else {
        throw CompileFault(path, "The collection is over by this step: say when it was, with 'collected:'.")
      }
      plan.collected = clock.time(of: collected)
    } else if patient.collected != nil {
      throw CompileFault(
        "\(path)/collected", "The collection comes later than this step of the route; leave out the date.")
    }
    plan.clocks = clocks(of: plan, &walk)
    return plan
  }

  private mutating func initialPlan(
    _ lot: InitialLot, number: UInt64, _ path: String
  ) throws(CompileFault) -> InitialPlan {
    guard
      let stock = tables.stocks.firstIndex(where: { stock in
        stock.madeBy >= 0 && tables.variants[Int(stock.madeBy)].name == lot.product
      })
    else { throw CompileFault("\(path)/product", "No stock is filled with lots of '\(lot.product)'.") }
    let variant = tables.stocks[stock].madeBy
    var plan = InitialPlan(
      name: "", path: path, variant: variant, source: -1, number: InitialPlan.firstNumber + number,
      main: InitialPosition(pc: tables.variants[Int(variant)].entry))
    plan.units =
      lot.units.map { Int32(clamping: $0) }
      ?? (tables.stocks[stock].lotBrings > 0
        ? tables.stocks[stock].lotBrings
        : max(1, max(tables.stocks[stock].quantity, tables.stocks[stock].upTo)))
    let since = lot.since.map { clock.time(of: $0) } ?? .zero
    let walk = try place(&plan, lot.steps, since, waiting: -1, stop: -1)
    if case .joins = plan.main.doing { plan.main.since = since }
    plan.attempt = walk.hasBatch ? 1 : 0
    return plan
  }

  private func facilityName(of variant: Int32) -> String? {
    let facility = tables.variants[Int(variant)].facility
    return facility >= 0 ? tables.facilities[Int(facility)].name : nil
  }

  private func step(named name: String, of variant: Int32) -> Int32? {
    tables.steps.indices.first { tables.steps[$0].variant == variant && tables.stepNames[$0] == name }
      .map { Int32($0) }
  }

  /// Finds the place of an entity, and what is left of what it does.
  private func place(
    _ plan: inout InitialPlan, _ steps: [InitialStep], _ since: SimulationTime, waiting: Int32, stop: Int32
  ) throws(CompileFault) -> InitialWalk {
    var began: [Int32: SimulationTime] = [:]
    for entry in steps {
      guard let step = step(named: entry.name, of: plan.variant) else { continue }
      began[step] = entry.since.map { clock.time(of: $0) } ?? since
    }
    var walk = InitialWalk(tables, working: Set(began.keys), waiting: waiting, stop: stop)
    let position = walk.position(from: tables.variants[Int(plan.variant)].entry)
    if let obstacle = walk.obstacle {
      throw CompileFault(
        plan.path, "Nobody can be placed behind '\(obstacle)', where several go on as one, or one as several."
      )
    }
    if let missing = began.keys.sorted().first(where: { !walk.found.contains($0) }) {
      throw CompileFault(
        "\(plan.path)/in",
        "'\(tables.stepNames[Int(missing)])' does not go on beside the others: it comes before or after them."
      )
    }
    guard let position else {
      throw CompileFault(plan.path, "The route has no place where this could be.")
    }
    plan.main = position
    settleWork(&plan.main, began)
    return walk
  }

  /// Gives the steps that are being carried out their beginnings and what is left of them.
  private func settleWork(_ position: inout InitialPosition, _ began: [Int32: SimulationTime]) {
    if case .works(let step, _) = position.doing, let since = began[step] {
      position.since = since
      position.doing = .works(step: step, left: remaining(of: step, since))
    }
    for index in position.children.indices {
      settleWork(&position.children[index].position, began)
      // Repeated touches keep the grid that began with their step.
      let fork = tables.forks[Int(position.children[index].fork)]
      if fork.endsWithStep { position.children[index].position.since = position.since }
    }
  }

  /// Gives who waits the beginning of the waiting and what is left of the patience.
  private func settleWaiting(
    _ position: inout InitialPosition, of plan: InitialPlan, _ since: SimulationTime
  ) {
    func waiting(at step: Int32) -> InitialPosition.Doing {
      .waits(step: step, patience: tables.steps[Int(step)].patience.flatMap { remaining(of: $0, since) })
    }
    switch position.doing {
    case .waits(let step, _):
      position.since = since
      position.doing = waiting(at: step)
    case .advances:
      position.since = since
      switch tables.instructions[Int(position.pc)] {
      case .book:
        let patience = tables.variants[Int(plan.variant)].bookingPatience
        position.doing = .asksForSlot(patience: patience.flatMap { remaining(of: $0, since) })
      case .step(let step) where position.pc == tables.variants[Int(plan.variant)].entry:
        position.doing = waiting(at: step)
      default: break
      }
    case .joins: position.since = since
    default: break
    }
    for index in position.children.indices {
      switch position.children[index].position.doing {
      case .waits, .joins: settleWaiting(&position.children[index].position, of: plan, since)
      default: break
      }
    }
  }

  private func remaining(of draw: DrawPlan, _ since: SimulationTime) -> RemainingPlan? {
    lawOf[draw.law.index].map {
      RemainingPlan(
        law: $0, ticksPerUnit: draw.ticksPerUnit, purpose: draw.purpose, elapsed: .zero - (since - .zero))
    }
  }

  /// Work that pauses with the shift has lasted for as long as its people were there.
  private func remaining(of step: Int32, _ since: SimulationTime) -> RemainingPlan? {
    let plan = tables.steps[Int(step)]
    guard let duration = plan.duration, var left = remaining(of: duration, since) else { return nil }
    guard plan.workingPlan >= 0, plan.atShiftEnd == .suspend || plan.atShiftEnd == .restart else {
      return left
    }
    let timetable = tables.timetables[Int(plan.workingPlan)]
    var worked = SimulationSpan.zero
    var walk = timetable.walk(from: since)
    while let shift = timetable.next(&walk), shift.from < .zero {
      if plan.atShiftEnd == .restart { worked = .zero }
      worked += min(shift.to, .zero) - shift.from
      if plan.atShiftEnd == .restart, shift.to <= .zero { worked = .zero }
    }
    left.elapsed = worked
    return left
  }

  /// The clocks that run: those that began with a mark that is passed, and end with one that is not.
  private func clocks(
    of plan: InitialPlan, _ walk: inout InitialWalk
  ) -> [(clock: Int, left: RemainingPlan)] {
    tables.variants[Int(plan.variant)].clocks.enumerated().compactMap { index, clock in
      guard walk.marks.contains(clock.fromMark), !walk.marks.contains(clock.toMark) else { return nil }
      // Of any other mark no date is known but that of the place where one stands.
      let since =
        clock.fromMark == Marks.referral
        ? plan.referred
        : clock.fromMark == Marks.collection ? plan.collected ?? plan.referred : plan.main.since
      return remaining(of: clock.draw, since).map { (index, $0) }
    }
  }

  private mutating func compileShelf(_ shelf: InitialShelf) {
    guard let pool = stockPool[shelf.stock],
      let stock = tables.stocks.firstIndex(where: { $0.pool == pool })
    else { return }
    let life = tables.stocks[stock].shelfLife
    let lots = shelf.lots.map { lot -> (units: Int32, expires: SimulationTime?) in
      guard let life else { return (Int32(lot.units), nil) }
      return (Int32(lot.units), min(lot.expires.map { clock.time(of: $0) } ?? .never, .zero + life))
    }
    tables.initialShelves.append(
      InitialShelfPlan(stock: stock, lots: lots.sorted { $0.expires ?? .never < $1.expires ?? .never }))
  }

  /// Nobody can hold what is not there.
  private func heldTooMuch() -> [CompileFault] {
    var held: [Int32: Int32] = [:]
    var faults: [CompileFault] = []
    for plan in tables.initial {
      for (pool, count) in claims(of: plan.main) {
        let most = most(of: tables.pools[Int(pool)])
        let before = held[pool, default: 0]
        held[pool] = before + count
        if before <= most, before + count > most {
          faults.append(
            CompileFault(
              plan.path,
              "With this, \(before + count) of '\(tables.pools[Int(pool)].name)' are held at the start, but there are \(most)."
            ))
        }
      }
    }
    return faults
  }

  private func claims(of position: InitialPosition) -> [(Int32, Int32)] {
    var claims = position.kept.map { ($0.pool, $0.count) }
    // Work that pauses holds nothing while others go on: two records can be half read by one officer.
    if case .works(let step, _) = position.doing,
      ![.suspend, .restart].contains(tables.steps[Int(step)].atShiftEnd)
    {
      for claim in tables.claims[tables.steps[Int(step)].claims.indices] where !claim.isConsumed {
        claims.append((claim.pool, claim.count))
      }
    }
    return claims + position.children.flatMap { self.claims(of: $0.position) }
  }

  /// The units that a pool has at the start, whether on shift or not.
  private func most(of pool: PoolPlan) -> Int32 {
    switch pool.level {
    case .constant(let count): count
    case .timetable(let levels): levels.last { $0.at <= .zero }?.count ?? 0
    case .roster(let heads, _, _): heads
    case .stock, .certified: .max
    }
  }
}
