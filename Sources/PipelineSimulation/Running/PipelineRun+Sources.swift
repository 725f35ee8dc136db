import EventKernel
import PipelineModel
import Quantities
import Randomness

/// What a source has done so far.
struct SourceState: Sendable {
  var arrived = 0
  /// Of them, those that a process ordered.
  var ordered = 0
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
    var time = time
    if let assessment = tables.sources[index].startsAfter {
      time = time + span(assessment, Lineage(origin: tables.sources[index].origin, number: 0), 1)
    }
    sources[index].beganAt = time
    scheduleArrival(index, after: time, &agenda)
  }

  /// The next arrival of a source; none beyond its end.
  @inline(__always)
  private mutating func scheduleArrival(
    _ index: Int, after time: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if sources[index].arrived - sources[index].ordered >= tables.sources[index].atMost { return }
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
}
