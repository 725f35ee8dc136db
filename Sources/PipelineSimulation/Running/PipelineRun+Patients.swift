import EventKernel
import PipelineModel
import Quantities
import Randomness

extension PipelineRun {
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
    tokens[token].policyKey = orderKey(of: row, agenda.now)
    noteSeverityClass(of: row)
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
    if mark == Marks.infusion {
      checkIdentity(ofInfusion: token, patient, &agenda)
      countInfusion(patient, agenda.now)
      if patients[patient].trialMember == .enrolled { beginFollowUp(of: patient, &agenda) }
    }
    stopClocks(of: patient, at: mark, &agenda)
    startClocks(of: patient, at: mark, &agenda)
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
    countLoss(patient, reason: reason, agenda.now)
    trace("is lost", token, agenda.now, detail: tables.reasons[Int(reason)])
    leaveSystem(patient, isLost: true, &agenda)
    patients[patient].isLost = true
    patients[patient].token = -1
    noteFailedRun(patient, token, reason: reason, &agenda)
    doom(token, &agenda)
  }

  /// Common to treated and lost: clocks stop, the booking is given back.
  @inline(__always)
  private mutating func leaveSystem(
    _ patient: Int, isLost: Bool, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if patients[patient].trialMember == .enrolled { leaveTrial(patient, isLost: isLost, &agenda) }
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
      countLoss(patient, reason: reason, agenda.now)
      trace("is lost", token, agenda.now, detail: tables.reasons[Int(reason)])
      leaveSystem(patient, isLost: true, &agenda)
      patients[patient].isLost = true
      patients[patient].token = -1
      noteFailedRun(patient, token, reason: reason, &agenda)
      discard(token, &agenda)
    } else {
      losePatient(patient, reason: reason, &agenda)
    }
  }

  /// A run that is lost has failed, where its work had begun.
  @inline(__always)
  private mutating func noteFailedRun(
    _ patient: Int, _ token: Int, reason: Int32, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if !patients[patient].isRun { return }
    tellPerson(ofRun: patient, passes: false, &agenda)
    // Whoever waits for branches has begun by them.
    let leaves = reason == tables.sources[Int(patients[patient].source)].leftReason
    if !leaves, tokens[token].startOrder > 0 || tokens[token].joining >= 0 {
      runFails(patient, &agenda)
    } else {
      runIsCalledOff(patient, &agenda)
    }
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
      leaveSystem(patient, isLost: false, &agenda)
      patients[patient].token = -1
      if patients[patient].isRun { runPasses(patient, &agenda) }
    }
    let (variant, number) = (Int(tokens[token].variant), tokens[token].number)
    discard(token, &agenda)
    if patient < 0, variant >= 0 { lotEnds(variant, number, &agenda) }
  }
}
