import EventKernel
import PipelineModel
import Quantities
import Randomness

extension PipelineRun {
  /// Opening and licensing dates, and the first state of every pool.
  mutating func startFacilities(_ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.facilities.indices { startFacility(index, &agenda) }
    for timetable in tables.timetables.indices {
      shiftCursor[timetable] = tables.timetables[timetable].changeCount(through: .zero)
      scheduleShift(timetable, &agenda)
    }
    for pool in tables.pools.indices where !tables.pools[pool].isStock { startPool(pool, &agenda) }
  }

  private mutating func startFacility(_ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.facilities[index]
    let lineage = Lineage(origin: plan.origin, number: 0)
    var opening = plan.planned
    if let slip = plan.slip { opening = opening + span(slip, lineage, 1) }
    openedAt[index] = opening
    var licence = opening
    switch plan.licence {
    case .withOpening: break
    case .at(let time): licence = max(time, opening)
    case .after(let law): licence = opening + span(law, lineage, 1)
    }
    licensedAt[index] = licence
    for pool in plan.pools { pools[Int(pool)].isLicensed = licence <= .zero }
    for milestone in 0..<6 { values[Int(plan.milestones) + milestone] = .infinity }
    if opening < horizon {
      agenda.schedule(.opens(facility: Int32(index)), at: max(.zero, opening), rank: .change)
    }
    if licence < horizon {
      agenda.schedule(.licensed(facility: Int32(index)), at: max(.zero, licence), rank: .change)
    }
    // A milestone that lies before the start is counted from its date.
    if opening < .zero { reach(0, at: index, opening) }
    if licence < .zero { reach(1, at: index, licence) }
  }

  private mutating func startPool(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.pools[pool]
    if plan.plan >= 0 { pools[pool].isOnShift = tables.timetables[Int(plan.plan)].isOn(at: .zero) }
    switch plan.level {
    case .constant(let count): pools[pool].base = count
    case .timetable(let levels):
      for (index, level) in levels.enumerated() {
        if level.at <= .zero {
          pools[pool].base = level.count
        } else if level.at < horizon {
          agenda.schedule(.level(pool: Int32(pool), index: Int32(index)), at: level.at, rank: .change)
        }
      }
    case .roster: startRoster(pool, &agenda)
    case .stock, .certified: break
    }
    for closure in plan.closures where closure.from < horizon {
      if closure.from <= .zero {
        pools[pool].closures += 1
      } else {
        agenda.schedule(.closes(pool: Int32(pool)), at: closure.from, rank: .change)
      }
      if closure.to < horizon {
        agenda.schedule(.reopens(pool: Int32(pool)), at: max(.zero, closure.to), rank: .change)
      }
    }
    if plan.remembersUse {
      pools[pool].idleTags = ContiguousArray(
        repeating: UnitTag(product: -1, batch: -1), count: Int(max(0, pools[pool].base)))
    }
    refreshCapacity(pool, &agenda)
    startUnits(pool, &agenda)
  }

  /// Works out how many units are in service now; who has to yield yields, and who waits may start.
  mutating func refreshCapacity(_ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    touchRole(pool)
    if !tables.pools[pool].certificates.isEmpty { refreshCertified(pool, &agenda) }
    if tables.pools[pool].hasTeams { refreshTeams(of: pool, &agenda) }
    let change = recountCapacity(pool, agenda.now)
    if change > 0 {
      markDirty(pool)
    } else if change < 0 {
      yieldUnits(of: pool, &agenda)
    }
  }

  /// How many units have come into service, or have gone out of it; nobody yields or starts yet.
  mutating func recountCapacity(_ pool: Int, _ now: SimulationTime) -> Int32 {
    let isOpen = pools[pool].isLicensed && pools[pool].isOnShift && pools[pool].closures == 0
    let onDuty =
      tables.pools[pool].watchesHours || tables.pools[pool].hasTeams ? onDuty(pool) : pools[pool].base
    let capacity = isOpen ? max(0, onDuty - pools[pool].down - pools[pool].onHold) : 0
    let change = capacity - pools[pool].capacity
    if change == 0 { return 0 }
    pools[pool].openArea.change(by: Int64(change), at: now.ticks)
    pools[pool].capacity = capacity
    return change
  }

  private mutating func scheduleShift(_ timetable: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let next = shiftCursor[timetable]
    if next < tables.timetables[timetable].changes.count {
      let time = tables.timetables[timetable].changes[next]
      if time < horizon { agenda.schedule(.shift(timetable: Int32(timetable)), at: time, rank: .change) }
    }
  }

  mutating func shiftChanges(_ timetable: Int, _ agenda: inout Agenda<PipelineEvent>) {
    shiftCursor[timetable] += 1
    let isOn = shiftCursor[timetable] % 2 == 1
    scheduleShift(timetable, &agenda)
    for place in tables.poolsOfTimetable[timetable].indices {
      let pool = Int(tables.timetablePools[place])
      pools[pool].isOnShift = isOn
      if isOn { callRoster(pool, agenda.now, shiftBegins: true) }
      refreshCapacity(pool, &agenda)
    }
  }

  mutating func levelChanges(_ pool: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if case .roster = tables.pools[pool].level { return staffPlanChanges(pool, index, &agenda) }
    guard case .timetable(let levels) = tables.pools[pool].level else { return }
    pools[pool].base = levels[index].count
    refreshCapacity(pool, &agenda)
  }

  mutating func closureChanges(_ pool: Int, by change: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    pools[pool].closures += change
    refreshCapacity(pool, &agenda)
  }

  mutating func opens(_ facility: Int, _ agenda: inout Agenda<PipelineEvent>) {
    reach(0, at: facility, agenda.now)
    startSources(waitingFor: .opened(facility: Int32(facility)), &agenda)
    startEmploying(at: facility, &agenda)
    checkStaffed(facility, agenda.now)
  }

  mutating func isLicensed(_ facility: Int, _ agenda: inout Agenda<PipelineEvent>) {
    reach(1, at: facility, agenda.now)
    for pool in tables.facilities[facility].pools {
      pools[Int(pool)].isLicensed = true
      refreshCapacity(Int(pool), &agenda)
    }
    startSources(waitingFor: .licensed(facility: Int32(facility)), &agenda)
  }

  /// A facility passes a milestone for the first time.
  mutating func reach(_ milestone: Int, at facility: Int, _ time: SimulationTime) {
    let place = Int(tables.facilities[facility].milestones) + milestone
    if values[place] == .infinity { values[place] = Double(time.ticks) / Double(clock.tick.ticksPerSecond) }
  }

  /// The next instant at which a pool is known to lose capacity: the end of a shift, a closure, a lower level.
  func knownFall(of pool: Int, after now: SimulationTime) -> SimulationTime {
    let plan = tables.pools[pool]
    var fall = SimulationTime.never
    if plan.plan >= 0 { fall = tables.timetables[Int(plan.plan)].end(ofShiftAt: now) }
    for closure in plan.closures where closure.from >= now { fall = min(fall, closure.from) }
    if case .timetable(let levels) = plan.level {
      for level in levels where level.at > now && level.count < pools[pool].base {
        fall = min(fall, level.at)
      }
    }
    for level in tables.staffLevels[plan.staffLevels.indices]
    where level.at > now && level.heads < pools[pool].staff.planned { fall = min(fall, level.at) }
    return fall
  }
}
