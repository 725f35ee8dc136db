import EventKernel
import Quantities
import Randomness

/// What is there at the start: patients, lots, bookings and shelves as the scenario describes them.
extension PipelineRun {
  /// Fills the shelves, places everybody, and lets those go on who wait.
  ///
  /// First everybody takes what is held, then stocks are looked at, then those move who wait for something.
  mutating func startFromState(_ agenda: inout Agenda<PipelineEvent>) {
    fillShelves(&agenda)
    var movers: [(token: TokenIdentity, position: InitialPosition)] = []
    for plan in tables.initial {
      let main = plan.source >= 0 ? newPatient(plan, &agenda) : newLot(plan)
      beginBatch(plan, main)
      place(plan.main, main, of: plan, &movers, &agenda)
      trace("is there", main, agenda.now)
    }
    for pool in pools.indices where pools[pool].inUse > pools[pool].capacity { yieldUnits(of: pool, &agenda) }
    for stock in tables.stocks.indices { review(stock, &agenda) }
    for mover in movers where isThere(mover.token) { move(mover.token.row, mover.position, &agenda) }
    agenda.schedule(.stateIsThere, at: .zero, rank: .arrival)
  }

  /// The row and the main token of a patient who was referred before the start.
  private mutating func newPatient(_ plan: InitialPlan, _ agenda: inout Agenda<PipelineEvent>) -> Int {
    let source = tables.sources[Int(plan.source)]
    let lineage = Lineage(origin: source.origin, number: plan.number)
    let row = patients.addBlank()
    patients[row].isInUse = true
    patients[row].source = plan.source
    patients[row].variant = plan.variant
    patients[row].number = plan.number
    patients[row].arrived = plan.referred
    patients[row].collected = plan.collected ?? .never
    patients[row].attempts = plan.attempt
    patients[row].isReleased = plan.isReleased
    patients[row].isConditioned = plan.isConditioned
    if let severity = plan.severity {
      patients[row].severity = severity
    } else if let severity = source.severity {
      patients[row].severity = value(severity, lineage, 1)
    }
    if let due = source.due { patients[row].due = plan.referred + span(due, lineage, 1) }
    size.patients += 1
    let missing = (row + 1) * tables.clockStride - clockTickets.count
    if missing > 0 { clockTickets.append(contentsOf: repeatElement(.none, count: missing)) }
    let token = newToken(
      at: plan.main.pc, variant: plan.variant, patient: Int32(row), batch: -1, parent: -1, fork: -1,
      priority: tables.variants[Int(plan.variant)].priority)
    patients[row].token = Int32(token)
    tokens[token].origin = lineage.origin
    tokens[token].batchOrigin = lineage.origin
    tokens[token].number = lineage.number
    tokens[token].policyKey = orderKey(of: row, agenda.now)
    noteSeverityClass(of: row)
    countAtStart(row, agenda.now)
    startClocks(plan, row, lineage, &agenda)
    if plan.bookedDay >= 0 { enterBooking(plan, row) }
    noteInfusion(of: row, plan)
    return token
  }

  /// Clocks that run since before the start.
  private mutating func startClocks(
    _ plan: InitialPlan, _ row: Int, _ lineage: Lineage, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if isFixedAtMedian { return }
    for (clock, left) in plan.clocks {
      var rest = remaining(left, lineage, 1)
      let course = tables.variants[Int(plan.variant)].clocks[clock].course
      if course >= 0 {
        let severity = severity(of: row, agenda.now - left.elapsed)
        rest = remaining(rest, by: course, after: left.elapsed, severity: severity)
      }
      let end = agenda.now + rest
      if end >= horizon { continue }
      clockTickets[row * tables.clockStride + clock] = agenda.schedule(
        .rings(patient: Int32(row), clock: Int32(clock)), at: end, rank: .change)
    }
  }

  private mutating func newLot(_ plan: InitialPlan) -> Int {
    let variant = tables.variants[Int(plan.variant)]
    let token = newToken(
      at: plan.main.pc, variant: plan.variant, patient: -1, batch: -1, parent: -1, fork: -1,
      priority: variant.priority)
    tokens[token].origin = variant.origin
    tokens[token].batchOrigin = variant.origin
    tokens[token].number = plan.number
    let stock = Int(variant.stock)
    stocks[stock].quantities[Int(plan.number)] = plan.units
    stocks[stock].onOrder += plan.units
    return token
  }

  /// The batch that is in the making; it was started before the run.
  private mutating func beginBatch(_ plan: InitialPlan, _ token: Int) {
    guard plan.attempt > 0 else { return }
    var batch = Batch()
    batch.isInUse = true
    batch.patient = tokens[token].patient
    if plan.source >= 0 { (batch.source, batch.number) = (plan.source, plan.number) }
    batch.variant = plan.variant
    batch.attempt = plan.attempt
    batch.references = 1
    batch.isReleased = plan.isReleased
    batchSerial += 1
    batch.serial = batchSerial
    batch.started = plan.main.since
    tokens[token].batch = Int32(batches.add(batch))
    tokens[token].batchOrigin = Lineage.childOrigin(
      of: tokens[token].origin, PipelineRun.attemptKind, Int(plan.attempt))
    size.batches += 1
  }

  // MARK: Places

  private mutating func place(
    _ position: InitialPosition, _ token: Int, of plan: InitialPlan,
    _ movers: inout [(token: TokenIdentity, position: InitialPosition)], _ agenda: inout Agenda<PipelineEvent>
  ) {
    tokens[token].pc = position.pc
    for local in position.visited { _ = countVisit(token, local) }
    for (pool, count) in position.kept { hold(count, of: Int(pool), token, agenda.now) }
    startLimits(position, token, &agenda)
    switch position.doing {
    case .works(let step, let left): work(token, Int(step), left, position.since, &agenda)
    case .joins(let fork):
      tokens[token].state = .waitingForChildren
      tokens[token].joining = fork
    case .countsDown(let event, let before):
      if let date = dateOfBookedStep(token, event), date - before >= agenda.now {
        movers.append((identity(of: Int32(token)), position))
      } else {
        if tokens[token].patient >= 0 { patients[tokens[token].patient].isConditioned = true }
        discard(token, &agenda)
        return
      }
    case .advances, .asksForSlot, .waits: movers.append((identity(of: Int32(token)), position))
    }
    for child in position.children { place(child, beside: token, of: plan, &movers, &agenda) }
  }

  private mutating func place(
    _ child: InitialChild, beside parent: Int, of plan: InitialPlan,
    _ movers: inout [(token: TokenIdentity, position: InitialPosition)], _ agenda: inout Agenda<PipelineEvent>
  ) {
    let fork = tables.forks[Int(child.fork)]
    let row = tokens[parent]
    let token = newToken(
      at: child.position.pc, variant: row.variant, patient: row.patient, batch: row.batch,
      parent: Int32(parent), fork: child.fork, priority: row.priority)
    let origin = Lineage.childOrigin(
      of: fork.isOfBatch ? row.batchOrigin : row.origin, fork.kinds[child.branch], 1)
    tokens[token].origin = origin
    tokens[token].batchOrigin = origin
    tokens[token].number = row.number
    tokens[token].childOrder =
      row.childOrder &* 65_536 &+ UInt64(fork.local) &* 64 &+ UInt64(child.branch) &+ 1
    tokens[token].policyKey = row.policyKey
    if fork.endsWithStep { tokens[token].nextTouch = child.position.since }
    place(child.position, token, of: plan, &movers, &agenda)
  }

  /// Work goes on that began before the start.
  private mutating func work(
    _ token: Int, _ step: Int, _ left: RemainingPlan?, _ since: SimulationTime,
    _ agenda: inout Agenda<PipelineEvent>
  ) {
    let plan = tables.steps[step]
    tokens[token].pc = plan.place
    tokens[token].step = Int32(step)
    tokens[token].state = .working
    tokens[token].enteredStep = since
    tokens[token].startedAt = agenda.now
    tokens[token].hasStarted = true
    tokens[token].priority = plan.priority
    startCount += 1
    tokens[token].startOrder = startCount
    lines[step].present.change(by: 1, at: agenda.now.ticks)
    for index in plan.claims.indices {
      let claim = tables.claims[index]
      tokens[token].taken |= claim.bit
      if claim.isConsumed { continue }
      takeUnits(claim.count, of: Int(claim.pool), for: token, agenda.now)
      use(claim.count, of: Int(claim.pool), token)
    }
    let lineage = lineage(of: token, ofBatch: plan.isOfBatch)
    let rest = left.map { remaining($0, lineage, 1) } ?? .zero
    tokens[token].remaining = rest
    tokens[token].endTicket = agenda.schedule(
      .ends(token: Int32(token)), after: rest, rank: .completion)
    if plan.traits.contains(.wearsUnits) { startUse(token, step, &agenda) }
  }

  /// Units that an earlier step kept.
  private mutating func hold(_ count: Int32, of pool: Int, _ token: Int, _ now: SimulationTime) {
    pools[pool].inUse += count
    pools[pool].heldBeyond += count
    pools[pool].busyArea.change(by: Int64(count), at: now.ticks)
    if tables.pools[pool].keepsApart { changeZones(ofPool: pool, by: count, for: token) }
    if tables.pools[pool].countsUse { noteUse(count, of: pool, by: token, now) }
    use(count, of: pool, token)
    tokens[token].kept = Int32(
      holdings.add(Holding(pool: Int32(pool), count: count, next: tokens[token].kept, since: now)))
  }

  /// Units in use at the start are used for the batch at hand, and may be more than are on shift: those who work on into the
  /// night began when there were enough.
  private mutating func use(_ count: Int32, of pool: Int, _ token: Int) {
    #if RUN_CHECKS
      pools[pool].breach = nil
    #endif
    guard tables.pools[pool].remembersUse else { return }
    let tag = use(of: token)
    for _ in 0..<count {
      if !pools[pool].idleTags.isEmpty { pools[pool].idleTags.removeLast() }
      pools[pool].busyTags.append((token: Int32(token), tag: tag))
    }
  }

  /// Holds and shelf lives that run.
  private mutating func startLimits(
    _ position: InitialPosition, _ token: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if position.hold >= 0 {
      tokens[token].holdPlan = position.hold
      tokens[token].holdEnd = position.since + tables.holds[Int(position.hold)].limit
      tokens[token].holdTicket = agenda.schedule(
        .holdEnds(token: Int32(token)),
        at: max(agenda.now, position.since + tables.holds[Int(position.hold)].limit), rank: .change)
    }
    if position.shelfStep >= 0, let life = tables.steps[Int(position.shelfStep)].shelfLife {
      tokens[token].shelfStep = position.shelfStep
      tokens[token].shelfEnd = position.since + life
      tokens[token].shelfTicket = agenda.schedule(
        .shelfLifeEnds(token: Int32(token)), at: max(agenda.now, position.since + life), rank: .change)
    }
  }

  // MARK: What is left

  /// What is left of something that has lasted for a while, given that it has; the median of that without chance.
  func remaining(_ plan: RemainingPlan, _ lineage: Lineage, _ occurrence: Int) -> SimulationSpan {
    let uniform = uniform(plan.purpose, lineage, occurrence)
    let left = plan.law.remaining(uniform, after: Double(plan.elapsed.ticks) / plan.ticksPerUnit)
    let ticks = (left * plan.ticksPerUnit).rounded()
    return SimulationSpan(ticks: Int64(max(0, min(ticks, Double(DrawPlan.longest)))))
  }

  /// What a log calls an entity that was there at the start.
  func nameAtStart(of token: Int) -> String {
    let row = tokens[token]
    let plan = tables.initial.first {
      $0.number == row.number
        && tables.variants[Int($0.variant)].name == tables.variants[Int(row.variant)].name
    }
    var name = plan?.name ?? tables.variants[Int(row.variant)].name
    if row.batch >= 0 && row.patient >= 0 { name += ", batch \(batches[row.batch].attempt)" }
    if row.fork >= 0 { name += ", \(tables.forks[Int(row.fork)].name)" }
    return name
  }
}
