import EventKernel
import PipelineModel
import Quantities
import Randomness

extension PipelineRun {
  /// A token comes to a step: it waits for its date, then claims.
  @inline(__always)
  mutating func enterStep(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let now = agenda.now
    tokens[token].step = Int32(truncatingIfNeeded: step)
    tokens[token].enteredStep = now
    tokens[token].remaining = SimulationSpan(ticks: -1)
    tokens[token].hasStarted = false
    tokens[token].taken = 0
    tokens[token].priority = tables.steps[step].priority
    let visit = countVisit(token, tables.steps[step].localIndex)
    lines[step].present.change(by: 1, at: now.ticks)
    countArrival(at: step, visit: visit)
    if tables.steps[step].within != nil { startLimit(token, step, &agenda) }
    if let date = dateToWaitFor(token, step, after: now) {
      tokens[token].state = .waitingForDate
      tokens[token].endTicket = agenda.schedule(.ends(token: Int32(token)), at: date, rank: .completion)
      return
    }
    claim(token, &agenda)
  }

  /// Joins the line of its step, or begins at once when it needs nothing.
  @inline(__always)
  mutating func claim(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let step = Int(tokens[token].step)
    tokens[token].endTicket = .none
    // Until the work begins, this is when the waiting for it began.
    tokens[token].startedAt = agenda.now
    if tables.steps[step].claims.isEmpty && tables.steps[step].lineLimit == .max {
      freeBlocked(token, agenda.now)
      begin(token, &agenda)
      return
    }
    joinLine(token, &agenda)
  }

  /// All that a step needs is there: its work begins, or goes on.
  mutating func begin(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let now = agenda.now
    let step = Int(tokens[token].step)
    let traits = tables.steps[step].traits
    startCount += 1
    tokens[token].startOrder = startCount
    tokens[token].state = .working
    let waited = now - tokens[token].startedAt
    tokens[token].startedAt = now
    if !tokens[token].hasStarted {
      tokens[token].hasStarted = true
      countStart(at: step, waited: waited)
      trace("starts", token, now)
      endLimits(token, at: step, &agenda)
      if tokens[token].patient >= 0 && tables.steps[step].variant >= 0 {
        bookingStarts(Int(tokens[token].patient), step, now)
        if isScheduled { noteStart(of: step, Int(tokens[token].patient), now) }
      }
      if traits.contains(.costs) { bookStart(token, step) }
      if traits.contains(.sideWork), !startSideWork(token, step, &agenda) { return }
    } else {
      trace("goes on", token, now)
    }
    let changeover = traits.contains(.clears) ? changeover(for: token, step) : .zero
    if changeover > .zero { trace("clears the line", token, now) }
    if tokens[token].remaining.ticks < 0 { tokens[token].remaining = duration(of: token, step) }
    tokens[token].remaining = tokens[token].remaining + changeover
    tokens[token].endTicket = agenda.schedule(
      .ends(token: Int32(truncatingIfNeeded: token)), after: tokens[token].remaining, rank: .completion)
    if traits.contains(.wearsUnits) { startUse(token, step, &agenda) }
  }

  /// How long a step takes at this visit; a step that begins anew takes as long as the first time.
  @inline(__always)
  func duration(of token: Int, _ step: Int) -> SimulationSpan {
    guard let draw = tables.steps[step].duration else { return .zero }
    if tables.steps[step].variant < 0 {
      return span(draw, lineage(of: token, ofBatch: false), Int(tokens[token].batchOrigin))
    }
    return span(
      draw, lineage(of: token, ofBatch: tables.steps[step].isOfBatch),
      visit(token, tables.steps[step].localIndex))
  }

  /// What goes on beside the work of a step begins with it.
  private mutating func startSideWork(
    _ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    let occurrence = visit(token, tables.steps[step].localIndex)
    for place in tables.steps[step].touches.indices {
      let fork = Int(tables.stepForks[place])
      if !startFork(fork, of: token, occurrence: occurrence, &agenda) { return false }
    }
    for place in tables.steps[step].meanwhile.indices {
      let fork = Int(tables.stepForks[place])
      if !startFork(fork, of: token, occurrence: occurrence, &agenda) { return false }
    }
    return true
  }

  /// The work of a step is done.
  @inline(__always)
  mutating func finishStep(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let now = agenda.now
    let step = Int(tokens[token].step)
    let traits = tables.steps[step].traits
    if traits.contains(.wearsUnits) { endUse(token, step, &agenda) }
    if traits.contains(.hours) { bookHours(token, step, now) }
    tokens[token].state = .running
    trace("ends", token, now)
    if traits.contains(.touches) { endTouches(token, step, &agenda) }
    countEnd(at: step, sojourn: now - tokens[token].enteredStep)
    if traits.contains(.monitored) { endSession(token, step, &agenda) }
    let blocks = blocksBehind(token, step)
    if blocks {
      tokens[token].blocking = Int32(step)
      tokens[token].heldBehind = tokens[token].taken
      tokens[token].taken = 0
    } else {
      freeClaims(token, step, now)
    }
    if traits.contains(.frees) { freeNamed(token, step, now) }
    lines[step].present.change(by: -1, at: now.ticks)
    if tokens[token].isDoomed {
      giveUp(token, &agenda)
      return
    }
    if tables.steps[step].mark >= 0 { mark(token, tables.steps[step].mark, &agenda) }
    if traits.contains(.decides), decide(token, step, &agenda) { return }
    if let life = tables.steps[step].shelfLife {
      agenda.withdraw(tokens[token].shelfTicket)
      tokens[token].shelfStep = Int32(step)
      tokens[token].shelfEnd = now + life
      tokens[token].shelfTicket = agenda.schedule(
        .shelfLifeEnds(token: Int32(token)), after: life, rank: .change)
    }
    tokens[token].pc += 1
    advance(token, &agenda)
  }

  /// Whether the next step's line is one that blocks who comes, so that this step's resources may have to be kept.
  @inline(__always)
  private func blocksBehind(_ token: Int, _ step: Int) -> Bool {
    let next = Int(tokens[token].pc) + 1
    guard next < tables.instructions.count, case .step(let following) = tables.instructions[next] else {
      return false
    }
    return tables.steps[Int(following)].blocksWhenFull
  }

  /// Passing and failing at the end of a step; true when the token has gone elsewhere.
  mutating func decide(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    let plan = tables.steps[step]
    let visit = visit(token, plan.localIndex)
    let lineage = lineage(of: token, ofBatch: plan.isOfBatch)
    if plan.identity >= 0, decideIdentity(token, step, lineage, visit, &agenda) { return true }
    for index in plan.failures.indices {
      let rule = tables.failures[index]
      let fails = rule.onAttempts.contains(visit) || happens(rule.probability, rule.purpose, lineage, visit)
      guard fails else { continue }
      if rule.isBatchFailure, tokens[token].batch >= 0 { countBatchFailure(token) }
      if case .record = rule.then, visit < rule.attempts {
        trace("is recorded", token, agenda.now)
        continue
      }
      trace("fails", token, agenda.now)
      apply(visit >= rule.attempts ? rule.otherwise : rule.then, to: token, &agenda)
      return true
    }
    if plan.passProbability < 1, !happens(plan.passProbability, plan.passPurpose, lineage, visit) {
      trace("does not pass", token, agenda.now)
      if case .record = plan.passOtherwise { return false }
      apply(plan.passOtherwise, to: token, &agenda)
      return true
    }
    return false
  }

  /// Repeated touches end with the step that they belong to.
  private mutating func endTouches(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for place in tables.steps[step].touches.indices {
      let fork = tables.stepForks[place]
      var child = tokens[token].firstChild
      while child >= 0 {
        let next = tokens[child].nextSibling
        if tokens[child].fork == fork { discard(Int(child), &agenda) }
        child = next
      }
    }
  }

  /// Stops the work of a step for good: nothing of it is done, and what it borrowed is free.
  mutating func stopWork(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let step = Int(tokens[token].step)
    endUse(token, step, &agenda)
    if tables.steps[step].traits.contains(.hours) { bookHours(token, step, agenda.now) }
    agenda.withdraw(tokens[token].endTicket)
    tokens[token].endTicket = .none
    endTouches(token, step, &agenda)
    freeClaims(token, step, agenda.now)
    leaveStation(token, agenda.now)
  }

  /// A token is no longer at its step.
  mutating func leaveStation(_ token: Int, _ now: SimulationTime) {
    lines[Int(tokens[token].step)].present.change(by: -1, at: now.ticks)
  }
}
