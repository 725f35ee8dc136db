import EventKernel
import Quantities

/// The limits on time that can pass while a token waits.
enum TimeLimitKind {
  case within, hold, shelfLife
}

extension PipelineRun {
  /// What follows when something went wrong with a token. It waits for nothing and works at nothing any more.
  mutating func apply(_ consequence: ConsequencePlan, to token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    consequenceDepth += 1
    defer { consequenceDepth -= 1 }
    if consequenceDepth > PipelineRun.consequenceLimit { return endAsEndless(&agenda) }
    switch consequence {
    case .record:
      tokens[token].pc += 1
      advance(token, &agenda)
    case .goTo(let local):
      tokens[token].pc = tables.variants[Int(tokens[token].variant)].places[Int(local)]
      advance(token, &agenda)
    case .lose(let reason): lose(token, reason: reason, &agenda)
    case .remake: remake(token, &agenda)
    case .collectAgain: collectAgain(token, &agenda)
    }
  }

  /// A new batch from the place marked `make:`; by a new booking where the product is booked.
  private mutating func remake(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let main = endAttempt(token, &agenda) else { return }
    let variant = tables.variants[Int(tokens[main].variant)]
    guard variant.makePlace >= 0, case .makeBatch(let index) = tables.instructions[Int(variant.makePlace)]
    else {
      // A route that makes no batch begins anew, with material of its own.
      if tokens[main].patient >= 0 { forgetMixUp(of: .material, Int(tokens[main].patient)) }
      tokens[main].pc = variant.entry
      return advance(main, &agenda)
    }
    let make = tables.makes[Int(index)]
    let patient = Int(tokens[main].patient)
    if patient < 0 {
      tokens[main].pc = variant.makePlace
      return advance(main, &agenda)
    }
    let attempt = Int(patients[patient].attempts)
    if Int32(attempt) >= make.attempts { return apply(make.otherwise, to: main, &agenda) }
    if !happens(make.materialLeft, make.purpose, lineage(of: main, ofBatch: false), attempt) {
      return collectAgainFrom(main, variant, &agenda)
    }
    trace("is remade", main, agenda.now)
    if variant.bookPlace >= 0 {
      tokens[main].skipsTo = variant.makePlace
      tokens[main].pc = variant.bookPlace
    } else {
      tokens[main].pc = variant.makePlace
    }
    advance(main, &agenda)
  }

  private mutating func collectAgain(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let main = endAttempt(token, &agenda) else { return }
    collectAgainFrom(main, tables.variants[Int(tokens[main].variant)], &agenda)
  }

  private mutating func collectAgainFrom(
    _ main: Int, _ variant: VariantPlan, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if tokens[main].patient >= 0 { forgetMixUp(of: .material, Int(tokens[main].patient)) }
    trace("is collected again", main, agenda.now)
    tokens[main].pc = variant.collectPlace >= 0 ? variant.collectPlace : variant.entry
    advance(main, &agenda)
  }

  /// The batch at hand is over: all that belongs to it ends, and the patient's main token is free to begin anew.
  private mutating func endAttempt(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) -> Int? {
    var main = token
    while tokens[main].parent >= 0 { main = Int(tokens[main].parent) }
    stopWhatItDoes(main, &agenda)
    writeOff(main)
    endBatch(main)
    countConditionedInVain(main)
    var child = tokens[main].firstChild
    while child >= 0 {
      let next = tokens[child].nextSibling
      discard(Int(child), &agenda)
      child = next
    }
    freeAllKept(main, agenda.now)
    agenda.withdraw(tokens[main].holdTicket)
    agenda.withdraw(tokens[main].shelfTicket)
    agenda.withdraw(tokens[main].withinTicket)
    let batch = tokens[main].batch
    tokens[main].batch = -1
    if batch >= 0 { dropBatchReference(Int(batch)) }
    let patient = Int(tokens[main].patient)
    if patient >= 0 {
      patients[patient].isReleased = false
      patients[patient].isConditioned = false
      forgetMixUp(of: .batch, patient)
      endBooking(of: patient, &agenda)
    }
    return main
  }

  /// A limit that runs out while the token waits or works.
  mutating func limitPasses(_ token: Int, _ kind: TimeLimitKind, _ agenda: inout Agenda<PipelineEvent>) {
    let consequence: ConsequencePlan
    switch kind {
    case .within:
      tokens[token].withinTicket = .none
      consequence = tables.steps[Int(tokens[token].withinStep)].withinThen
    case .hold:
      tokens[token].holdTicket = .none
      consequence = tables.holds[Int(tokens[token].holdPlan)].then
    case .shelfLife:
      tokens[token].shelfTicket = .none
      consequence = tables.steps[Int(tokens[token].shelfStep)].shelfLifeThen
    }
    if tokens[token].isDoomed { return }
    trace(kind == .shelfLife ? "expires" : "is too late", token, agenda.now)
    if case .record = consequence { return }
    if tokens[token].batch >= 0 { countBatchFailure(token) }
    stopWhatItDoes(token, &agenda)
    apply(consequence, to: token, &agenda)
  }

  /// The step's work begins: limits on the wait for it are over.
  @inline(__always)
  mutating func endLimits(_ token: Int, at step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    if tokens[token].withinTicket != .none {
      agenda.withdraw(tokens[token].withinTicket)
      tokens[token].withinTicket = .none
    }
    if tokens[token].holdTicket != .none, endsHold(token, at: step) {
      agenda.withdraw(tokens[token].holdTicket)
      tokens[token].holdTicket = .none
    }
    if tables.steps[step].isInfusion && tokens[token].shelfTicket != .none {
      agenda.withdraw(tokens[token].shelfTicket)
      tokens[token].shelfTicket = .none
    }
  }

  /// A hold ends with the step that it names, or with the next one.
  private func endsHold(_ token: Int, at step: Int) -> Bool {
    let until = tables.holds[Int(tokens[token].holdPlan)].until
    return until < 0 ? tables.steps[step].endsHold : tables.steps[step].localIndex == until
  }

  mutating func startLimit(_ token: Int, _ step: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let limit = tables.steps[step].within else { return }
    agenda.withdraw(tokens[token].withinTicket)
    tokens[token].withinStep = Int32(step)
    tokens[token].withinTicket = agenda.schedule(.tooLate(token: Int32(token)), after: limit, rank: .change)
  }
}
