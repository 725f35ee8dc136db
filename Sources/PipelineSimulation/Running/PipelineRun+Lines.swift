import EventKernel
import Quantities

extension PipelineRun {
  /// Puts a token in the line of its step, in its order.
  @inline(__always)
  mutating func joinLine(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let step = Int(tokens[token].step)
    tokens[token].state = .inLine
    tokens[token].turn = tokens[token].enteredStep
    renewBenefitKey(token, agenda.now)
    tokens[token].isOutside = tables.steps[step].blocksWhenFull && tokens[token].blocking >= 0
    insert(token, in: step)
    lines[step].waiting.change(by: 1, at: agenda.now.ticks)
    markClaims(of: step)
    if !watchedPools.isEmpty { goOn(token, step, agenda.now) }
    let isSettled = !tables.steps[step].traits.isDisjoint(with: [.lineRules, .circles])
    if isSettled || isHolding(token) || tables.steps[step].claims.isEmpty {
      tokens[token].isFresh = true
      freshTokens.append(Int32(truncatingIfNeeded: token))
    }
    if tables.steps[step].traits.contains(.consumes) { askStocks(for: token, step, &agenda) }
  }

  /// The claims of a step.
  @inline(__always)
  func claims(of step: Int) -> Range<Int> { tables.steps[step].claims.indices }

  /// Marks every pool of a step's claim as worth looking at.
  @inline(__always)
  mutating func markClaims(of step: Int) {
    for index in claims(of: step) { markDirty(Int(tables.claims[index].pool)) }
    if tables.steps[step].claims.isEmpty { addCandidate(step) }
  }

  @inline(__always)
  mutating func markDirty(_ pool: Int) {
    if pools[pool].isDirty { return }
    pools[pool].isDirty = true
    dirtyPools.append(Int32(truncatingIfNeeded: pool))
  }

  @inline(__always)
  mutating func addCandidate(_ line: Int) {
    if lines[line].isCandidate || lines[line].head < 0 { return }
    lines[line].isCandidate = true
    lines[line].isStuck = false
    candidateLines.append(Int32(line))
  }

  /// Whether one waiting token goes before another: by priority class, policy (within a product), arrival, lineage.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    let (a, b) = (Int(left), Int(right))
    // Field by field: a token is large, and most comparisons are decided by the first.
    if tokens[a].priority != tokens[b].priority { return tokens[a].priority < tokens[b].priority }
    if tokens[a].policyKey != tokens[b].policyKey && isSameProduct(tokens[a].variant, tokens[b].variant) {
      return tokens[a].policyKey < tokens[b].policyKey
    }
    if tokens[a].enteredStep != tokens[b].enteredStep { return tokens[a].enteredStep < tokens[b].enteredStep }
    if tokens[a].number != tokens[b].number { return tokens[a].number < tokens[b].number }
    if tokens[a].childOrder != tokens[b].childOrder { return tokens[a].childOrder < tokens[b].childOrder }
    return tokens[a].origin < tokens[b].origin
  }

  func isSameProduct(_ a: Int32, _ b: Int32) -> Bool {
    a == b || (a >= 0 && b >= 0 && tables.variants[Int(a)].product == tables.variants[Int(b)].product)
  }

  @inline(__always)
  mutating func insert(_ token: Int, in line: Int) {
    let number = Int32(truncatingIfNeeded: token)
    var before = lines[line].tail
    while before >= 0, precedes(number, before) { before = tokens[before].linePrevious }
    let after = before >= 0 ? tokens[before].lineNext : lines[line].head
    tokens[token].linePrevious = before
    tokens[token].lineNext = after
    if before >= 0 { tokens[before].lineNext = number } else { lines[line].head = number }
    if after >= 0 { tokens[after].linePrevious = number } else { lines[line].tail = number }
    lines[line].count += 1
  }

  /// Takes a token out of its line; what it holds of its claim stays with it.
  @inline(__always)
  mutating func removeFromLine(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let line = Int(tokens[token].step)
    let before = tokens[token].linePrevious
    let after = tokens[token].lineNext
    if before >= 0 { tokens[before].lineNext = after } else { lines[line].head = after }
    if after >= 0 { tokens[after].linePrevious = before } else { lines[line].tail = before }
    tokens[token].linePrevious = -1
    tokens[token].lineNext = -1
    lines[line].count -= 1
    lines[line].waiting.change(by: -1, at: agenda.now.ticks)
    changeShortage(of: line, by: -1, at: agenda.now)
    tokens[token].isFresh = false
    if tokens[token].patienceTicket != .none {
      agenda.withdraw(tokens[token].patienceTicket)
      tokens[token].patienceTicket = .none
    }
    admitOutside(line, agenda.now)
  }

  /// A token leaves its line and its step without having been served.
  mutating func leaveLine(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let step = Int(tokens[token].step)
    noteLeaving(token, agenda.now)
    unaskStocks(for: token, step, agenda.now)
    removeFromLine(token, &agenda)
    if tokens[token].taken != 0 { noteLeft(to: token, step, -1) }
    freeClaims(token, step, agenda.now)
    leaveStation(token, agenda.now)
    if tables.steps[step].traits.contains(.keepsApart) { forgetApart(step, agenda.now) }
    if tables.steps[step].traits.contains(.heeds) { forgetWaiting(token) }
    markClaims(of: step)
    tokens[token].state = .running
  }

  /// Who stands among the first in a line with limited room is in; it stops blocking the step before.
  @inline(__always)
  private mutating func admitOutside(_ line: Int, _ now: SimulationTime) {
    if tables.steps[line].blocksWhenFull { admitWaiting(line, now) }
  }

  private mutating func admitWaiting(_ line: Int, _ now: SimulationTime) {
    var token = lines[line].head
    var room = tables.steps[line].lineLimit
    while token >= 0 && room > 0 {
      if tokens[token].isOutside {
        tokens[token].isOutside = false
        freeBlocked(Int(token), now)
      }
      room -= 1
      token = tokens[token].lineNext
    }
  }

  /// What follows for those who came in this instant and could not start: no room, or patience.
  @inline(__always)
  mutating func settleFresh(_ agenda: inout Agenda<PipelineEvent>) {
    var index = 0
    while index < freshTokens.count {
      let token = Int(freshTokens[index])
      index += 1
      if tokens[token].isFresh, tokens[token].state == .inLine { settle(token, &agenda) }
    }
    // Only now it is known how long everybody waits at most.
    for index in 0..<freshTokens.count { checkDeadlock(of: Int(freshTokens[index]), &agenda) }
    freshTokens.removeAll()
  }

  @inline(__always)
  private mutating func settle(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    tokens[token].isFresh = false
    let step = Int(tokens[token].step)
    if tables.steps[step].traits.contains(.lineRules) { applyRules(of: step, to: token, &agenda) }
  }

  /// What a line that is limited, or that is left, does with somebody who came in this instant and could not start.
  private mutating func applyRules(of step: Int, to token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if tables.steps[step].turnedAway >= 0, lines[step].count > tables.steps[step].lineLimit {
      turnAwayLast(of: step, &agenda)
      // The token itself may have been let in before a later one.
      if tokens[token].state != .inLine { return }
    }
    admitOutside(step, agenda.now)
    if tables.steps[step].traits.contains(.covered) { callCover(for: token, step, &agenda) }
    if let patience = tables.steps[step].patience, tokens[token].patienceTicket == .none,
      !tokens[token].hasStarted
    {
      let plan = tables.steps[step]
      let span = span(patience, lineage(of: token, ofBatch: plan.isOfBatch), visit(token, plan.localIndex))
      tokens[token].patienceTicket = agenda.schedule(
        .losesPatience(token: Int32(token)), at: agenda.now + span, rank: .change)
    }
  }

  /// The last in an overfull line finds it full.
  private mutating func turnAwayLast(of step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    while lines[step].count > tables.steps[step].lineLimit, lines[step].tail >= 0 {
      let token = Int(lines[step].tail)
      lines[step].tally.turnedAway += 1
      trace("is turned away", token, agenda.now)
      lose(token, reason: tables.steps[step].turnedAway, &agenda)
    }
  }

  mutating func losesPatience(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if tokens[token].state == .waitingForBooking {
      trace("finds no slot", token, agenda.now)
      return lose(token, reason: tables.variants[Int(tokens[token].variant)].bookingReason, &agenda)
    }
    guard tokens[token].state == .inLine else { return }
    let step = Int(tokens[token].step)
    tokens[token].patienceTicket = .none
    lines[step].tally.abandoned += 1
    trace("loses patience", token, agenda.now)
    leaveLine(token, &agenda)
    apply(tables.steps[step].patienceThen, to: token, &agenda)
  }
}
