import EventKernel
import Quantities
import Randomness

extension PipelineRun {
  static let attemptKind = ChildKind("batch")

  /// A batch begins; false when the attempts are used up and the token has gone elsewhere.
  mutating func makeBatch(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    let make = tables.makes[index]
    let patient = Int(tokens[token].patient)
    var attempt: Int32 = 1
    if patient >= 0 {
      if patients[patient].attempts >= make.attempts {
        apply(make.otherwise, to: token, &agenda)
        return false
      }
      patients[patient].attempts += 1
      attempt = patients[patient].attempts
    }
    var batch = Batch()
    batch.isInUse = true
    batch.patient = Int32(patient)
    batch.variant = tokens[token].variant
    batch.attempt = attempt
    if patient >= 0 { (batch.source, batch.number) = (patients[patient].source, patients[patient].number) }
    batch.references = 1
    batchSerial += 1
    batch.serial = batchSerial
    batch.started = agenda.now
    let row = batches.add(batch)
    let before = tokens[token].batch
    tokens[token].batch = Int32(row)
    if before >= 0 { dropBatchReference(Int(before)) }
    tokens[token].batchOrigin = Lineage.childOrigin(
      of: tokens[token].origin, PipelineRun.attemptKind, Int(attempt))
    size.batches += 1
    count(tables.variants[Int(batch.variant)].counters.batchesStarted)
    trace("begins a batch", token, agenda.now)
    tokens[token].pc += 1
    return true
  }

  mutating func dropBatchReference(_ batch: Int) {
    batches[batch].references -= 1
    if batches[batch].references == 0 && batches[batch].isInUse {
      batches[batch].isInUse = false
      batches.remove(batch)
    }
  }

  /// The batch of a token has come to its end, whichever.
  @inline(__always)
  mutating func endBatch(_ token: Int) {
    let batch = tokens[token].batch
    if batch >= 0 { batches[batch].hasEnded = true }
  }

  /// Stage 1 of a release is done: in specification, out of it and released on request, or neither; false when the
  /// token has gone elsewhere.
  mutating func released(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    let plan = tables.releases[index]
    let visit = countVisit(token, plan.local)
    let counters = tables.variants[Int(tokens[token].variant)].counters
    if plan.outOfSpecification > 0, !isFixedAtMedian || plan.outOfSpecification > 0.5 {
      var uniforms = streams.uniforms(lineage(of: token, ofBatch: true), plan.purpose, occurrence: visit)
      if uniforms.next() < plan.outOfSpecification {
        count(counters.outOfSpecification)
        if uniforms.next() >= plan.onRequest {
          trace("is out of specification", token, agenda.now)
          if case .record = plan.otherwise {
          } else {
            apply(plan.otherwise, to: token, &agenda)
            return false
          }
        } else {
          trace("is out of specification, released on request", token, agenda.now)
        }
      }
    }
    count(counters.batchesReleased)
    trace("is released", token, agenda.now)
    if tokens[token].batch >= 0 { batches[tokens[token].batch].isReleased = true }
    let patient = Int(tokens[token].patient)
    if patient >= 0 {
      patients[patient].isReleased = true
      countTurnaround(patient, agenda.now)
    }
    tokens[token].pc += 1
    wakeForRelease(token, &agenda)
    if plan.stage2 >= 0, !startFork(Int(plan.stage2), of: token, occurrence: visit, &agenda) { return false }
    return true
  }

  /// Stage 2 is done: a positive is recorded.
  mutating func certified(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.releases[index]
    if happens(plan.positive, plan.positivePurpose, lineage(of: token, ofBatch: true), 1) {
      count(tables.variants[Int(tokens[token].variant)].counters.positiveAfterInfusion)
      trace("is found positive", token, agenda.now)
    } else {
      trace("is certified", token, agenda.now)
    }
  }

  /// Conditioning that is not at risk waits for the release.
  private mutating func wakeForRelease(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    var main = token
    while tokens[main].parent >= 0 { main = Int(tokens[main].parent) }
    var waiting: [TokenIdentity] = []
    var child = tokens[main].firstChild
    while child >= 0 {
      if tokens[child].state == .waitingForRelease { waiting.append(identity(of: child)) }
      child = tokens[child].nextSibling
    }
    for child in waiting where isThere(child) && tokens[child.row].state == .waitingForRelease {
      tokens[child.row].state = .running
      advance(child.row, &agenda)
    }
  }

  /// A countdown: waits until its date, and for the release when it may not run at risk; true when it may begin.
  mutating func countDown(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    let plan = tables.countdowns[index]
    let patient = Int(tokens[token].patient)
    if let event = dateOfBookedStep(token, plan.eventLocal), event - plan.before > agenda.now {
      tokens[token].state = .underWay
      // It comes back to this instruction when the date has come.
      tokens[token].pc -= 1
      tokens[token].endTicket = agenda.schedule(
        .ends(token: Int32(token)), at: event - plan.before, rank: .completion)
      return false
    }
    if !plan.atRisk, patient >= 0, !patients[patient].isReleased {
      tokens[token].state = .waitingForRelease
      return false
    }
    tokens[token].pc += 1
    return true
  }

  /// A shipment sets out; true when it has arrived at once.
  mutating func ship(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    let plan = tables.ships[index]
    let visit = countVisit(token, plan.local)
    let lineage = lineage(of: token, ofBatch: true)
    var length = span(plan.takes, lineage, visit)
    if let delay = plan.delay, !isFixedAtMedian || plan.delayProbability > 0.5 {
      var uniforms = streams.uniforms(lineage, plan.purpose, occurrence: visit)
      _ = uniforms.next()
      if uniforms.next() < plan.delayProbability { length = length + span(delay, lineage, visit) }
    }
    trace("is sent", token, agenda.now, detail: plan.name)
    bookShipment(token, index)
    waitUntil(agenda.now + length, token, &agenda)
    return false
  }

  mutating func arriveFromShipment(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.ships[index]
    let lineage = lineage(of: token, ofBatch: true)
    if happens(plan.lossProbability, plan.purpose, lineage, visit(token, plan.local)) {
      trace("is lost in transport", token, agenda.now, detail: plan.name)
      if tokens[token].batch >= 0 { countBatchFailure(token) }
      apply(plan.ifLost, to: token, &agenda)
      return
    }
    trace("arrives from transport", token, agenda.now, detail: plan.name)
    tokens[token].pc += 1
    advance(token, &agenda)
  }

  /// Several children go on singly in place of the token.
  mutating func split(_ token: Int, _ index: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.splits[index]
    let visit = countVisit(token, plan.local)
    let wanted = value(plan.into, lineage(of: token, ofBatch: true), visit).rounded()
    let row = tokens[token]
    if wanted > Double(PipelineRun.crowdLimit) {
      return endAsTooMuch("'\(plan.name)' splits one into more than \(PipelineRun.crowdLimit)", &agenda)
    }
    let children = max(0, Int(wanted))
    charge(children, &agenda)
    tokens[token].state = .container
    if tokens.count + children >= PipelineRun.entityLimit { return endAsRunaway(by: plan.name, &agenda) }
    // All children exist before the first one moves, so that the parent cannot end among them.
    var order: [TokenIdentity] = []
    for number in 0..<children {
      let child = newToken(
        at: row.pc + 1, variant: row.variant, patient: row.patient, batch: row.batch, parent: Int32(token),
        fork: -1, priority: row.priority)
      tokens[child].origin = Lineage.childOrigin(of: row.origin, plan.kind, number + 1)
      tokens[child].batchOrigin = Lineage.childOrigin(of: row.batchOrigin, plan.kind, number + 1)
      tokens[child].number = row.number
      tokens[child].childOrder = row.childOrder &* 65_536 &+ UInt64(number) &+ 1
      tokens[child].policyKey = row.policyKey
      order.append(identity(of: Int32(truncatingIfNeeded: child)))
    }
    if tokens[token].firstChild < 0 {
      tokens[token].state = .running
      return entityEnds(token, &agenda)
    }
    // One of them may lose the patient, and all others with it.
    for child in order where isThere(child) { advance(child.row, &agenda) }
  }
}
