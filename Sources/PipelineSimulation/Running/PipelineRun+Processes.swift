import EventKernel
import Quantities
import Randomness

/// Processes that are qualified by media fills: what passes, what fails, what lapses, and what is ordered again.
///
/// A process is a pool that is open while the process is qualified; steps that name it claim one of its units, so that
/// they wait in their lines like for anything else. Work at hand goes on when the pool closes.
extension PipelineRun {
  mutating func startProcesses(_ agenda: inout Agenda<PipelineEvent>) {
    for process in processes.indices {
      let plan = tables.processes[process]
      if let until = plan.qualifiedUntil {
        processes[process].wasQualified = true
        if until > .zero {
          expectLapse(process, at: until, &agenda)
        } else {
          // Behind the arrivals of this instant, so that runs of the plan count as under way.
          processes[process].needed = max(1, plan.again)
          processes[process].stops = 1
          agenda.schedule(
            .processResumes(process: Int32(process)), after: SimulationSpan(ticks: 1), rank: .completion)
        }
      } else {
        processes[process].needed = plan.initially
      }
      settle(process: process, &agenda)
    }
  }

  /// A run has come to the end of its route.
  mutating func runPasses(_ patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    tellPerson(ofRun: patient, passes: true, &agenda)
    settleParticipants(of: patient, passes: true, &agenda)
    for process in tables.sources[Int(patients[patient].source)].qualifies.map(Int.init)
    where patients[patient].arrived >= processes[process].since {
      processes[process].needed = max(0, processes[process].needed - 1)
      if let length = tables.processes[process].lapsesAfter {
        expectLapse(process, at: clock.time(length, after: agenda.now) ?? .never, &agenda)
      }
      // More are needed than were ordered where the source had not begun.
      if processes[process].wasQualified, processes[process].stops == 0, processes[process].needed > 0 {
        orderMediaFills(process, &agenda)
      }
      settle(process: process, &agenda)
    }
  }

  /// A run is lost before its work began: nothing is known of the process, and what is still needed is ordered a day later.
  mutating func runIsCalledOff(_ patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    settleParticipants(of: patient, passes: nil, &agenda)
    let day = SimulationSpan(ticks: Int64(tables.ticksPerDay))
    for process in tables.sources[Int(patients[patient].source)].qualifies.map(Int.init)
    where processes[process].needed > 0 && processes[process].stops == 0 && agenda.now + day < horizon {
      processes[process].stops += 1
      agenda.schedule(.processResumes(process: Int32(process)), after: day, rank: .completion)
    }
  }

  /// A run is lost, its work having begun.
  mutating func runFails(_ patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    settleParticipants(of: patient, passes: false, &agenda)
    for process in tables.sources[Int(patients[patient].source)].qualifies.map(Int.init) {
      let plan = tables.processes[process]
      let needed = processes[process].wasQualified ? plan.again : plan.initially
      processes[process].needed = max(processes[process].needed, needed)
      processes[process].since = agenda.now
      processes[process].failures += 1
      processes[process].stops += 1
      count(plan.stopped)
      let lineage = Lineage(
        origin: tables.pools[Int(plan.pool)].origin, number: UInt64(processes[process].failures))
      let stop = plan.stops.map { span($0, lineage, 1) } ?? .zero
      // An event of its own, also for no time: a run that fails at once would otherwise order the next within itself.
      if agenda.now + stop < horizon {
        agenda.schedule(.processResumes(process: Int32(process)), after: stop, rank: .completion)
      }
      settle(process: process, &agenda)
    }
  }

  mutating func processResumes(_ process: Int, _ agenda: inout Agenda<PipelineEvent>) {
    processes[process].stops -= 1
    if processes[process].stops == 0 { orderMediaFills(process, &agenda) }
    settle(process: process, &agenda)
  }

  mutating func processLapses(_ process: Int, _ agenda: inout Agenda<PipelineEvent>) {
    processes[process].lapse = .none
    if processes[process].needed == 0 {
      processes[process].needed = max(1, tables.processes[process].again)
      count(tables.processes[process].lapsed)
      if processes[process].stops == 0 { orderMediaFills(process, &agenda) }
    }
    settle(process: process, &agenda)
  }

  private mutating func expectLapse(
    _ process: Int, at time: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    agenda.withdraw(processes[process].lapse)
    processes[process].lapse = .none
    if time >= horizon { return }
    processes[process].lapse = agenda.schedule(
      .processLapses(process: Int32(process)), at: time, rank: .change)
  }

  /// Media fills that are needed and not under way. None before the source begins: then those of its plan come.
  private mutating func orderMediaFills(_ process: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let source = Int(tables.processes[process].source)
    guard source >= 0, sources[source].isRunning else { return }
    let since = processes[process].since
    let underWay = (0..<patients.capacity).count { row in
      patients[row].isInUse && patients[row].source == Int32(source) && patients[row].token >= 0
        && patients[row].arrived >= since
    }
    for _ in 0..<max(0, processes[process].needed - underWay) where !agenda.isStopped {
      sources[source].arrived += 1
      sources[source].ordered += 1
      refer(source: source, number: sources[source].arrived - 1, &agenda)
    }
  }

  /// Opens or closes the pool of a process, by how the process stands now.
  private mutating func settle(process: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let isQualified = processes[process].isQualified
    if isQualified { processes[process].wasQualified = true }
    if isQualified == processes[process].isOpen { return }
    processes[process].isOpen = isQualified
    closureChanges(Int(tables.processes[process].pool), by: isQualified ? -1 : 1, &agenda)
  }
}
