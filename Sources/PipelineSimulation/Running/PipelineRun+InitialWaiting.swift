import EventKernel
import Quantities

/// Those who wait at the start: for a slot, in a line, for their day.
extension PipelineRun {
  /// Lets somebody go on who waits, once all that is held at the start is taken.
  mutating func move(
    _ token: Int, _ position: InitialPosition, _ agenda: inout Agenda<PipelineEvent>
  ) {
    switch position.doing {
    case .asksForSlot(let patience): ask(token, patience, position.since, &agenda)
    case .waits(let step, let patience):
      // Analysts who work beside an assay are begun by the instruction before it.
      guard case .step = tables.instructions[Int(position.pc)] else { return advance(token, &agenda) }
      wait(token, Int(step), patience, position.since, &agenda)
    default: advance(token, &agenda)
    }
  }

  private mutating func ask(
    _ token: Int, _ patience: RemainingPlan?, _ since: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    askForBooking(token, &agenda)
    tokens[token].enteredStep = since
    guard let patience else { return }
    agenda.withdraw(tokens[token].patienceTicket)
    let left = remaining(patience, lineage(of: token, ofBatch: false), 0)
    tokens[token].patienceTicket = agenda.schedule(
      .losesPatience(token: Int32(token)), after: left, rank: .change)
  }

  /// Comes to the line of a step as if it had stood there since an instant in the past.
  private mutating func wait(
    _ token: Int, _ step: Int, _ patience: RemainingPlan?, _ since: SimulationTime,
    _ agenda: inout Agenda<PipelineEvent>
  ) {
    let plan = tables.steps[step]
    let identity = identity(of: Int32(token))
    tokens[token].step = Int32(step)
    tokens[token].enteredStep = since
    tokens[token].remaining = SimulationSpan(ticks: -1)
    tokens[token].hasStarted = false
    tokens[token].priority = plan.priority
    let visit = countVisit(token, plan.localIndex)
    lines[step].present.change(by: 1, at: agenda.now.ticks)
    countArrival(at: step, visit: visit)
    if let limit = plan.within {
      tokens[token].withinStep = Int32(step)
      tokens[token].withinTicket = agenda.schedule(
        .tooLate(token: Int32(token)), at: max(agenda.now, since + limit), rank: .change)
    }
    if let date = dateToWaitFor(token, step, after: agenda.now) {
      tokens[token].state = .waitingForDate
      tokens[token].endTicket = agenda.schedule(.ends(token: Int32(token)), at: date, rank: .completion)
      return
    }
    claim(token, &agenda)
    guard isThere(identity), tokens[token].state == .inLine else { return }
    tokens[token].startedAt = since
    guard let patience else { return }
    let left = remaining(patience, lineage(of: token, ofBatch: plan.isOfBatch), 1)
    tokens[token].patienceTicket = agenda.schedule(
      .losesPatience(token: Int32(token)), after: left, rank: .change)
  }
}
