import EventKernel
import Quantities
import Randomness

extension PipelineRun {
  /// A new token at a place of a route, ready to be advanced.
  @inline(__always)
  mutating func newToken(
    at pc: Int32, variant: Int32, patient: Int32, batch: Int32, parent: Int32, fork: Int32, priority: Int32
  ) -> Int {
    let index = tokens.addBlank()
    tokens[index].state = .running
    tokens[index].pc = pc
    tokens[index].variant = variant
    tokens[index].patient = patient
    tokens[index].batch = batch
    tokens[index].parent = parent
    tokens[index].fork = fork
    tokens[index].priority = priority
    births &+= 1
    tokens[index].generation = births
    visits.clear(index)
    if patient >= 0 { patients[patient].references += 1 }
    if batch >= 0 { batches[batch].references += 1 }
    if parent >= 0 {
      let first = tokens[parent].firstChild
      tokens[index].nextSibling = first
      if first >= 0 { tokens[first].previousSibling = Int32(index) }
      tokens[parent].firstChild = Int32(index)
    }
    return index
  }

  /// Starts the children of a fork; `occurrence` tells repeated forks apart. False when one of them has sent its parent
  /// away at once, by losing the patient or the batch: then nothing goes on where it was.
  mutating func startFork(
    _ forkIndex: Int, of token: Int, occurrence: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    let before = tokens[token]
    for branch in tables.forks[forkIndex].places.indices {
      let plan = tables.forks[forkIndex]
      let parent = tokens[token]
      let child = newToken(
        at: plan.places[branch], variant: parent.variant, patient: parent.patient, batch: parent.batch,
        parent: Int32(token), fork: Int32(forkIndex), priority: parent.priority)
      let base = plan.isOfBatch ? parent.batchOrigin : parent.origin
      let origin = Lineage.childOrigin(of: base, plan.kinds[branch], occurrence)
      tokens[child].origin = origin
      tokens[child].batchOrigin = origin
      tokens[child].number = parent.number
      tokens[child].childOrder =
        parent.childOrder &* 65_536 &+ UInt64(plan.local) &* 64 &+ UInt64(branch) &+ 1
      tokens[child].policyKey = parent.policyKey
      advance(child, &agenda)
      let now = tokens[token]
      let isWhereItWas =
        now.generation == before.generation && now.state == before.state && now.pc == before.pc
        && now.startOrder == before.startOrder
      if !isWhereItWas || agenda.isStopped { return false }
    }
    return true
  }

  /// A token, told apart from a later one in the same row.
  struct TokenIdentity {
    var row: Int
    var generation: UInt32
  }

  func identity(of token: Int32) -> TokenIdentity {
    TokenIdentity(row: Int(token), generation: tokens[token].generation)
  }

  func isThere(_ token: TokenIdentity) -> Bool { tokens[token.row].generation == token.generation }

  /// Ends a token: it leaves its parent, gives back its row, and wakes a parent that waits for it.
  mutating func endToken(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let parent = tokens[token].parent
    discard(token, &agenda)
    guard parent >= 0 else { return }
    switch tokens[parent].state {
    case .waitingForChildren:
      if !hasChild(Int(parent), of: tokens[parent].joining) {
        tokens[parent].state = .running
        tokens[parent].pc += 1
        advance(Int(parent), &agenda)
      } else if tokens[parent].kept >= 0 {
        freshTokens.append(parent)
      }
    case .container:
      if tokens[parent].firstChild < 0 {
        tokens[parent].state = .running
        entityEnds(Int(parent), &agenda)
      }
    default: break
    }
  }

  func hasChild(_ token: Int, of fork: Int32) -> Bool {
    var child = tokens[token].firstChild
    while child >= 0 {
      if tokens[child].fork == fork { return true }
      child = tokens[child].nextSibling
    }
    return false
  }

  private mutating func detach(_ token: Int) {
    let row = tokens[token]
    if row.previousSibling >= 0 { tokens[row.previousSibling].nextSibling = row.nextSibling }
    if row.nextSibling >= 0 { tokens[row.nextSibling].previousSibling = row.previousSibling }
    if row.parent >= 0 && tokens[row.parent].firstChild == Int32(token) {
      tokens[row.parent].firstChild = row.nextSibling
    }
    tokens[token].parent = -1
    tokens[token].previousSibling = -1
    tokens[token].nextSibling = -1
  }

  /// Takes a token out of whatever it is doing, frees what it holds, and gives back its row. Children go with it, but for
  /// those that outlive the patient, which go on without a parent.
  mutating func discard(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    assert(tokens[token].state != .free, "a token is discarded twice")
    if tokens[token].parent >= 0 { detach(token) }
    stopWhatItDoes(token, &agenda)
    if tokens[token].firstChild >= 0 { discardChildren(of: token, &agenda) }
    freeAllKept(token, agenda.now)
    agenda.withdraw(tokens[token].holdTicket)
    agenda.withdraw(tokens[token].shelfTicket)
    agenda.withdraw(tokens[token].withinTicket)
    let patient = tokens[token].patient
    let batch = tokens[token].batch
    tokens[token].state = .free
    births &+= 1
    tokens[token].generation = births
    tokens.remove(token)
    if batch >= 0 { releaseBatchRow(Int(batch)) }
    if patient >= 0 { releasePatientRow(Int(patient)) }
  }

  private mutating func discardChildren(of token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    var child = tokens[token].firstChild
    while child >= 0 {
      let next = tokens[child].nextSibling
      if tokens[child].fork >= 0 && tables.forks[Int(tokens[child].fork)].outlivesPatient {
        detach(Int(child))
      } else {
        discard(Int(child), &agenda)
      }
      child = next
    }
  }

  /// Ends what a token is doing at this moment, wherever it waits or works; it is then running, with nothing of its step.
  @inline(__always)
  mutating func stopWhatItDoes(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    switch tokens[token].state {
    case .inLine: leaveLine(token, &agenda)
    case .working: stopWork(token, &agenda)
    case .waitingForDate: leaveStation(token, agenda.now)
    case .gathered: leaveGathering(token, &agenda)
    case .waitingForBooking: leaveBookingList(token, &agenda)
    default: break
    }
    freeBlocked(token, agenda.now)
    agenda.withdraw(tokens[token].endTicket)
    tokens[token].endTicket = .none
    tokens[token].state = .running
  }

  @inline(__always)
  private mutating func releaseBatchRow(_ batch: Int) {
    batches[batch].references -= 1
    if batches[batch].references == 0 && batches[batch].isInUse {
      batches[batch].isInUse = false
      batches.remove(batch)
    }
  }

  @inline(__always)
  private mutating func releasePatientRow(_ patient: Int) {
    patients[patient].references -= 1
    if patients[patient].references == 0 && patients[patient].isInUse {
      patients[patient].isInUse = false
      patients.remove(patient)
    }
  }
}
