import EventKernel
import PipelineModel
import Quantities
import Randomness

/// What a source has done so far.
struct SourceState: Sendable {
  var arrived = 0
  var isRunning = false
  /// Where the regular, scheduled and varying arrivals stand.
  var next = 0
  var cumulative = 0.0
  var beganAt = SimulationTime.zero
}

extension PipelineRun {
  mutating func startSources(_ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.sources.indices {
      if case .at(let time) = tables.sources[index].from { startSource(index, at: max(.zero, time), &agenda) }
      for (number, withdrawal) in tables.sources[index].withdrawals.enumerated()
      where withdrawal.at >= .zero && withdrawal.at < horizon {
        agenda.schedule(
          .withdraws(source: Int32(index), index: Int32(number)), at: withdrawal.at, rank: .change)
      }
    }
  }

  /// Sources that waited for a facility to open or to be licensed begin now.
  mutating func startSources(waitingFor start: SourceStart, _ agenda: inout Agenda<PipelineEvent>) {
    for index in tables.sources.indices where !sources[index].isRunning {
      switch (tables.sources[index].from, start) {
      case (.opened(let a), .opened(let b)) where a == b: startSource(index, at: agenda.now, &agenda)
      case (.licensed(let a), .licensed(let b)) where a == b: startSource(index, at: agenda.now, &agenda)
      default: break
      }
    }
  }

  private mutating func startSource(
    _ index: Int, at time: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    sources[index].isRunning = true
    sources[index].beganAt = time
    scheduleArrival(index, after: time, &agenda)
  }

  /// The next arrival of a source; none beyond its end.
  @inline(__always)
  private mutating func scheduleArrival(
    _ index: Int, after time: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if sources[index].arrived >= tables.sources[index].atMost { return }
    let lineage = Lineage(origin: tables.sources[index].origin, number: UInt64(sources[index].arrived))
    let next: SimulationTime
    if case .renewal(let draw) = tables.sources[index].arrivals {
      next = time + span(draw, lineage, 1)
    } else {
      var state = sources[index]
      next = nextArrival(tables.sources[index].arrivals, &state, after: time, lineage)
      sources[index] = state
    }
    if next < min(tables.sources[index].until, horizon), next >= agenda.now {
      agenda.schedule(.arrives(source: Int32(index)), at: next, rank: .arrival)
    }
  }

  /// The instant of the next arrival of a process; its draws are addressed by the number of the arrival.
  func nextArrival(
    _ arrivals: ArrivalPlan, _ state: inout SourceState, after time: SimulationTime, _ lineage: Lineage
  ) -> SimulationTime {
    switch arrivals {
    case .renewal(let draw): return time + span(draw, lineage, 1)
    case .every(let interval, let first):
      state.next += 1
      let offset = SimulationSpan(ticks: interval.ticks * Int64(state.next - 1))
      return state.beganAt + (first - .zero) + offset
    case .runs(let initially, let every, let from):
      let first = from ?? state.beganAt
      if state.next == 0, let every, let length = clock.tick.span(of: every) {
        // A plan that began before the start of the run: its first rounds are over.
        state.next = max(0, Int((time - first).ticks / max(1, length.ticks)) - 2)
        if state.next > 0 { state.next += initially }
      }
      while true {
        state.next += 1
        if state.next <= initially {
          if first >= time { return first }
          continue
        }
        guard let every,
          let next = clock.time(
            TimeLength(every.amount * Double(state.next - initially), every.unit), after: first)
        else { return .never }
        if next >= time { return next }
      }
    case .scheduled(let times):
      while state.next < times.count, times[state.next] < state.beganAt { state.next += 1 }
      if state.next >= times.count { return .never }
      state.next += 1
      return times[state.next - 1]
    case .varying(let rate, let purpose):
      if state.next == 0 { state.cumulative = rate.value(at: time) }
      state.next += 1
      state.cumulative += exponentialVariate(uniform(purpose, lineage, 1))
      return rate.time(of: state.cumulative)
    }
  }

  @inline(__always)
  mutating func arrives(_ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    var group = 1
    if let size = tables.sources[index].groupSize {
      let lineage = Lineage(origin: tables.sources[index].origin, number: UInt64(sources[index].arrived))
      let members = max(0, value(size, lineage, 1).rounded())
      if members > Double(PipelineRun.crowdLimit) {
        let name = tables.variants[Int(tables.sources[index].variants[0])].name
        return endAsTooMuch("more than \(PipelineRun.crowdLimit) of \(name) come together", &agenda)
      }
      group = Int(members)
      charge(max(0, group - 1), &agenda)
    }
    let number = sources[index].arrived
    sources[index].arrived += max(1, group)
    scheduleArrival(index, after: agenda.now, &agenda)
    for member in 0..<group where !agenda.isStopped {
      refer(source: index, number: number + member, &agenda)
    }
  }

  /// A patient is referred.
  @inline(__always)
  mutating func refer(source index: Int, number: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let variant = tables.sources[index].variants[0]
    let lineage = Lineage(origin: tables.sources[index].origin, number: UInt64(number))
    let row = patients.addBlank()
    patients[row].isInUse = true
    patients[row].source = Int32(index)
    patients[row].variant = variant
    patients[row].number = UInt64(number)
    patients[row].arrived = agenda.now
    patients[row].referralPeriod = period
    if let severity = tables.sources[index].severity { patients[row].severity = value(severity, lineage, 1) }
    if let due = tables.sources[index].due { patients[row].due = agenda.now + span(due, lineage, 1) }
    patients[row].isRun = tables.sources[index].isRun
    if !patients[row].isRun { size.patients += 1 }
    if tokens.count >= PipelineRun.entityLimit { endAsRunaway(&agenda) }
    if clockTickets.count < (row + 1) * tables.clockStride {
      clockTickets.append(
        contentsOf: repeatElement(.none, count: (row + 1) * tables.clockStride - clockTickets.count))
    }
    let token = newToken(
      at: tables.variants[Int(variant)].entry, variant: variant, patient: Int32(row), batch: -1, parent: -1,
      fork: -1, priority: tables.variants[Int(variant)].priority)
    patients[row].token = Int32(token)
    tokens[token].origin = lineage.origin
    tokens[token].batchOrigin = lineage.origin
    tokens[token].number = lineage.number
    switch tables.sources[index].order {
    case .firstCome: break
    case .worstOff: tokens[token].policyKey = -patients[row].severity
    case .dueDate: tokens[token].policyKey = Double(patients[row].due.ticks)
    }
    countReferral(row, agenda.now)
    trace("arrives", token, agenda.now)
    startClocks(of: row, at: Marks.referral, &agenda)
    advance(token, &agenda)
  }

  /// A step has marked something: clocks that start or stop here, and the measured instants.
  mutating func mark(_ token: Int, _ mark: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    let patient = Int(tokens[token].patient)
    if patient < 0 { return }
    if mark == Marks.collection {
      patients[patient].collected = agenda.now
      patients[patient].collectionPeriod = period
      countCollection(patient)
    }
    if mark == Marks.infusion { countInfusion(patient, agenda.now) }
    stopClocks(of: patient, at: mark, &agenda)
    startClocks(of: patient, at: mark, &agenda)
  }

  @inline(__always)
  private mutating func startClocks(of patient: Int, at mark: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    if tables.clockStride > 0 { startEachClock(of: patient, at: mark, &agenda) }
  }

  private mutating func startEachClock(
    of patient: Int, at mark: Int32, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let variant = Int(patients[patient].variant)
    for (index, clock) in tables.variants[variant].clocks.enumerated() where clock.fromMark == mark {
      let place = patient * tables.clockStride + index
      if clockTickets[place] != .none { continue }
      if isFixedAtMedian { continue }
      let lineage = Lineage(
        origin: tables.sources[Int(patients[patient].source)].origin, number: patients[patient].number)
      let end = agenda.now + span(clock.draw, lineage, 1)
      if end >= horizon { continue }
      clockTickets[place] = agenda.schedule(
        .rings(patient: Int32(patient), clock: Int32(index)), at: end, rank: .change)
    }
  }

  @inline(__always)
  private mutating func stopClocks(of patient: Int, at mark: Int32?, _ agenda: inout Agenda<PipelineEvent>) {
    if tables.clockStride > 0 { stopEachClock(of: patient, at: mark, &agenda) }
  }

  private mutating func stopEachClock(
    of patient: Int, at mark: Int32?, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let variant = Int(patients[patient].variant)
    for (index, clock) in tables.variants[variant].clocks.enumerated()
    where mark == nil || clock.toMark == mark {
      let place = patient * tables.clockStride + index
      if clockTickets[place] != .none { agenda.withdraw(clockTickets[place]) }
      clockTickets[place] = .none
    }
  }

  mutating func rings(_ patient: Int, _ clock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    clockTickets[patient * tables.clockStride + clock] = .none
    let reason = tables.variants[Int(patients[patient].variant)].clocks[clock].reason
    losePatient(patient, reason: reason, &agenda)
  }

  mutating func withdraws(_ source: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let withdrawal = tables.sources[source].withdrawals[index]
    for patient in 0..<patients.capacity
    where patients[patient].isInUse && patients[patient].source == Int32(source)
      && patients[patient].number == UInt64(withdrawal.patient) && !patients[patient].isLost
      && patients[patient].token >= 0
    {
      losePatient(patient, reason: withdrawal.reason, &agenda)
      return
    }
  }

  /// A patient is lost. Work on the batch goes on to the end of the step at hand; all else ends now.
  mutating func losePatient(_ patient: Int, reason: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    if patients[patient].isLost { return }
    let token = Int(patients[patient].token)
    if token < 0 { return }
    countLoss(patient, reason: reason)
    trace("is lost", token, agenda.now, detail: tables.reasons[Int(reason)])
    leaveSystem(patient, &agenda)
    patients[patient].isLost = true
    patients[patient].token = -1
    noteFailedRun(patient, token, &agenda)
    doom(token, &agenda)
  }

  /// Common to treated and lost: clocks stop, the booking is given back.
  @inline(__always)
  private mutating func leaveSystem(_ patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    stopClocks(of: patient, at: nil, &agenda)
    countDeparture(patient, agenda.now)
    endBooking(of: patient, &agenda)
  }

  /// Gives up a token and its children: at once, but for work on a batch, which comes to the end of its step first.
  private mutating func doom(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if tokens[token].state == .working && tables.steps[Int(tokens[token].step)].isOfBatch {
      tokens[token].isDoomed = true
      endChildrenOfPatient(token, &agenda)
      return
    }
    giveUp(token, &agenda)
  }

  private mutating func endChildrenOfPatient(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    var child = tokens[token].firstChild
    while child >= 0 {
      let next = tokens[child].nextSibling
      let fork = Int(tokens[child].fork)
      if fork >= 0 && !tables.forks[fork].isOfBatch && !tables.forks[fork].outlivesPatient {
        discard(Int(child), &agenda)
      }
      child = next
    }
  }

  /// The way of a token whose patient is lost ends here.
  mutating func giveUp(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if tokens[token].batch >= 0 && tokens[token].parent < 0 {
      writeOff(token)
      countBatchAborted(token)
    }
    trace("is given up", token, agenda.now)
    discard(token, &agenda)
  }

  /// A token is lost by what happened to it: its patient, or its lot.
  mutating func lose(_ token: Int, reason: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    stopWhatItDoes(token, &agenda)
    let patient = Int(tokens[token].patient)
    if patient < 0 {
      loseWithoutPatient(token, reason: reason, &agenda)
      return
    }
    if patients[patient].isLost {
      discard(token, &agenda)
      return
    }
    let main = Int(patients[patient].token)
    if main < 0 {
      // The patient has left already, by another part of the way.
      discard(token, &agenda)
      return
    }
    if main == token {
      writeOff(token)
      endBatch(token)
      countLoss(patient, reason: reason)
      trace("is lost", token, agenda.now, detail: tables.reasons[Int(reason)])
      leaveSystem(patient, &agenda)
      patients[patient].isLost = true
      patients[patient].token = -1
      noteFailedRun(patient, token, &agenda)
      discard(token, &agenda)
    } else {
      losePatient(patient, reason: reason, &agenda)
    }
  }

  /// A run that is lost has failed, where its work had begun.
  @inline(__always)
  private mutating func noteFailedRun(
    _ patient: Int, _ token: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if patients[patient].isRun, tokens[token].startOrder > 0 { runFails(patient, &agenda) }
  }

  /// A token has come to the end of its route.
  mutating func entityEnds(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let now = agenda.now
    if tokens[token].gathering >= 0, gatheringEnds(token, &agenda) { return }
    let patient = Int(tokens[token].patient)
    if tokens[token].parent >= 0 {
      trace("ends its way", token, now)
      endToken(token, &agenda)
      return
    }
    endBatch(token)
    if patient >= 0 && patients[patient].token == Int32(token) {
      trace("leaves", token, now)
      countTreated(patient, now)
      leaveSystem(patient, &agenda)
      patients[patient].token = -1
      if patients[patient].isRun { runPasses(patient, &agenda) }
    }
    let (variant, number) = (Int(tokens[token].variant), tokens[token].number)
    discard(token, &agenda)
    if patient < 0, variant >= 0 { lotEnds(variant, number, &agenda) }
  }
}
