import EventKernel
import OutputAnalysis
import Quantities
import Randomness

/// What a training programme is doing.
struct TrainingState: Sendable {
  var source = SourceState()
  var entered = 0
  var present: Int32 = 0
  var waiting = 0
  var turnedAway = 0
  var waitingArea = LevelIntegral()
  var studentsArea = LevelIntegral()
}

extension PipelineRun {
  mutating func startTraining(_ agenda: inout Agenda<PipelineEvent>) {
    for programme in tables.training.indices {
      training[programme].source.beganAt = max(.zero, tables.training[programme].from)
      scheduleApplicant(programme, after: training[programme].source.beganAt, &agenda)
    }
  }

  private mutating func scheduleApplicant(
    _ programme: Int, after time: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let plan = tables.training[programme]
    if training[programme].source.arrived >= plan.atMost { return }
    let lineage = Lineage(origin: plan.origin, number: UInt64(training[programme].source.arrived))
    var state = training[programme].source
    let next = nextArrival(plan.arrivals, &state, after: time, lineage)
    training[programme].source = state
    if next < min(plan.until, horizon), next >= agenda.now {
      agenda.schedule(.applies(programme: Int32(programme)), at: next, rank: .arrival)
    }
  }

  mutating func applies(_ programme: Int, _ agenda: inout Agenda<PipelineEvent>) {
    training[programme].source.arrived += 1
    scheduleApplicant(programme, after: agenda.now, &agenda)
    let plan = tables.training[programme]
    if plan.leavesWhenFull, training[programme].present >= plan.seats {
      training[programme].turnedAway += 1
      return count(plan.turnedAway)
    }
    changeWaiting(programme, by: 1, agenda.now)
    takeSeats(programme, &agenda)
  }

  /// Those who wait take the seats that are free.
  private mutating func takeSeats(_ programme: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.training[programme]
    while training[programme].waiting > 0, training[programme].present < plan.seats, !agenda.isStopped {
      changeWaiting(programme, by: -1, agenda.now)
      training[programme].entered += 1
      let trainee = training[programme].entered
      changeStudents(programme, by: 1, agenda.now)
      count(plan.entered)
      bookEntrant(programme)
      if plan.source >= 0 { send(trainee, through: plan.source, &agenda) }
      guard let takes = plan.takes else { continue }
      let end = agenda.now + span(takes, Lineage(origin: plan.origin, number: UInt64(trainee)), 1)
      if end < horizon {
        agenda.schedule(
          .graduates(programme: Int32(programme), trainee: Int32(trainee)), at: end, rank: .completion)
      }
    }
  }

  private mutating func changeWaiting(_ programme: Int, by change: Int, _ now: SimulationTime) {
    training[programme].waiting += change
    training[programme].waitingArea.change(by: Int64(change), at: now.ticks)
  }

  private mutating func changeStudents(_ programme: Int, by change: Int32, _ now: SimulationTime) {
    training[programme].present += change
    training[programme].studentsArea.change(by: Int64(change), at: now.ticks)
  }

  /// A trainee's time is over: completed or not, stays or not, takes up a role or not.
  mutating func graduates(_ programme: Int, _ trainee: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.training[programme]
    let lineage = Lineage(origin: plan.origin, number: UInt64(trainee))
    if !happens(plan.completes, plan.completesPurpose, lineage, 1) {
      return dropsOut(programme, trainee, &agenda)
    }
    changeStudents(programme, by: -1, agenda.now)
    count(plan.completed)
    if happens(plan.stays, plan.staysPurpose, lineage, 1) {
      let uniform = uniform(plan.rolePurpose, lineage, 1)
      for entry in plan.entries where uniform < entry.cumulative {
        count(plan.inRole)
        graduateEnters(Int(entry.pool), learning: entry.learning, &agenda)
        beginCareer(programme, Int(entry.pool), agenda.now)
        break
      }
    }
    takeSeats(programme, &agenda)
  }

  /// A trainee leaves without completing.
  mutating func dropsOut(_ programme: Int, _ trainee: Int, _ agenda: inout Agenda<PipelineEvent>) {
    changeStudents(programme, by: -1, agenda.now)
    count(tables.training[programme].dropped)
    takeSeats(programme, &agenda)
  }
}
