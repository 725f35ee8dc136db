import EventKernel
import Quantities
import Randomness

/// Certificates of persons: given, renewed ahead of their expiry, lapsed.
///
/// A renewal that is passed before the expiry counts from the expiry, so that nobody loses by being early; one that is passed
/// later, and a run that was taken part in, count from their day.
extension PipelineRun {
  /// Those who are there at the opening hold the certificates of their role: of n holders the i-th until (i − ½) / n of the
  /// validity from now. Who is named in the initial state holds what is said there.
  mutating func certify(
    _ persons: ClosedRange<Int32>, of pool: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let named = agenda.now == .zero ? tables.initialHolders[Int32(pool)] ?? [] : []
    let others = persons.dropFirst(named.count)
    for (person, holder) in zip(persons, named) {
      for (place, expires) in zip(tables.pools[pool].certificates.indices, holder.expires) {
        if let expires {
          giveAtStart(place, to: person, of: pool, until: expires, &agenda)
        } else if tables.certificates[place].holders.isHeld(byPerson: Int(person)) {
          promise(place, to: person, of: pool, isNew: false, &agenda)
        }
      }
    }
    for place in tables.pools[pool].certificates.indices {
      let holders = others.filter { tables.certificates[place].holders.isHeld(byPerson: Int($0)) }
      for (number, person) in holders.enumerated() {
        let until = expiry(of: place, from: agenda.now)
        let length = Double((until - agenda.now).ticks) * (Double(number) + 0.5) / Double(holders.count)
        let expires = until < .never ? agenda.now + SimulationSpan(ticks: Int64(length.rounded())) : .never
        giveAtStart(place, to: person, of: pool, until: expires, &agenda)
      }
    }
  }

  private mutating func giveAtStart(
    _ place: Int, to person: Int32, of pool: Int, until expires: SimulationTime,
    _ agenda: inout Agenda<PipelineEvent>
  ) {
    guard let row = newRow(place, of: person, pool) else { return }
    if expires > agenda.now {
      hold(row, until: expires, &agenda)
    } else if tables.certificates[place].renewal != nil {
      // It has lapsed: the renewal is due.
      held[row].due = agenda.schedule(.certificateIsDue(row: Int32(row)), at: agenda.now, rank: .change)
    }
  }

  /// A new person gets the certificates of the role after a while, or by taking part in a run.
  mutating func promiseCertificates(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for place in tables.pools[pool].certificates.indices
    where tables.certificates[place].holders.isHeld(byPerson: person) {
      promise(place, to: Int32(person), of: pool, isNew: true, &agenda)
    }
  }

  private mutating func promise(
    _ place: Int, to person: Int32, of pool: Int, isNew: Bool, _ agenda: inout Agenda<PipelineEvent>
  ) {
    guard let row = newRow(place, of: person, pool) else { return }
    let plan = tables.certificates[place]
    if let law = plan.first {
      let time = agenda.now + span(law, lineage(ofPerson: Int(person), pool), 1)
      if time < horizon {
        held[row].due = agenda.schedule(.certificateIsGiven(row: Int32(row)), at: time, rank: .change)
      }
    } else if plan.product < 0, isNew {
      hold(row, until: expiry(of: place, from: agenda.now), &agenda)
    } else if plan.product < 0, plan.renewal != nil {
      // Who is there without it is assessed.
      held[row].due = agenda.schedule(.certificateIsDue(row: Int32(row)), at: agenda.now, rank: .change)
    }
  }

  /// A row for a certificate of a person; nil where the person is not known or has it.
  private mutating func newRow(_ place: Int, of person: Int32, _ pool: Int) -> Int? {
    guard let row = pools[pool].staff.row(of: person) else { return nil }
    let certificate = held.add(
      CertificateRow(plan: Int32(place), person: person, next: pools[pool].staff.rows[row].certificates))
    pools[pool].staff.rows[row].certificates = Int32(certificate)
    return certificate
  }

  /// When a certificate expires that is given at an instant.
  private func expiry(of place: Int, from time: SimulationTime) -> SimulationTime {
    guard let lasts = tables.certificates[place].lasts else { return .never }
    return clock.time(lasts, after: time) ?? .never
  }

  /// A certificate is valid from now on until it expires; its renewal is due before.
  private mutating func hold(
    _ row: Int, until expires: SimulationTime, _ agenda: inout Agenda<PipelineEvent>
  ) {
    agenda.withdraw(held[row].lapse)
    agenda.withdraw(held[row].due)
    (held[row].lapse, held[row].due) = (.none, .none)
    held[row].expires = expires
    if expires < horizon {
      held[row].lapse = agenda.schedule(.certificateLapses(row: Int32(row)), at: expires, rank: .change)
    }
    if let renewal = plan(of: row).renewal, held[row].token < 0, expires < .never {
      let due = max(agenda.now, expires - renewal.ahead)
      if due < horizon {
        held[row].due = agenda.schedule(.certificateIsDue(row: Int32(row)), at: due, rank: .change)
      }
    }
    setValid(row, true, &agenda)
  }

  func plan(of row: Int) -> CertificatePlan { tables.certificates[Int(held[row].plan)] }

  mutating func certificateIsGiven(_ row: Int, _ agenda: inout Agenda<PipelineEvent>) {
    held[row].due = .none
    hold(row, until: expiry(of: Int(held[row].plan), from: agenda.now), &agenda)
  }

  mutating func certificateLapses(_ row: Int, _ agenda: inout Agenda<PipelineEvent>) {
    held[row].lapse = .none
    count(plan(of: row).lapsed)
    setValid(row, false, &agenda)
  }

  /// A run gives a certificate for its whole length, or takes it.
  mutating func run(
    passes: Bool, by row: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let plan = plan(of: row)
    if passes {
      count(plan.renewed)
      hold(row, until: expiry(of: Int(held[row].plan), from: agenda.now), &agenda)
    } else {
      count(plan.failed)
      agenda.withdraw(held[row].lapse)
      agenda.withdraw(held[row].due)
      (held[row].lapse, held[row].due) = (.none, .none)
      setValid(row, false, &agenda)
    }
  }

  /// Whoever satisfies other profiles than before counts for others, and so does a renewal for which the person waits.
  private mutating func setValid(_ row: Int, _ isValid: Bool, _ agenda: inout Agenda<PipelineEvent>) {
    if held[row].isValid == isValid { return }
    held[row].isValid = isValid
    let plan = plan(of: row)
    let pool = Int(plan.pool)
    guard let person = pools[pool].staff.row(of: held[row].person) else { return }
    pools[pool].staff.rows[person].valid ^= plan.bit
    var other = pools[pool].staff.rows[person].certificates
    while other >= 0 {
      if stopWaiting(Int(other), &agenda) { beginRenewal(Int(other), &agenda) }
      other = held[other].next
    }
    // At the opening they are called when all are there.
    if !pools[pool].isCalling { return }
    refreshCapacity(pool, &agenda)
  }

  // MARK: Renewals

  mutating func certificateIsDue(_ row: Int, _ agenda: inout Agenda<PipelineEvent>) {
    held[row].due = .none
    let pool = Int(plan(of: row).pool)
    guard held[row].token < 0, let person = pools[pool].staff.row(of: held[row].person) else { return }
    if pools[pool].staff.rows[person].isAway || !worksAlone(pool, held[row].person) {
      held[row].isPutOff = true
    } else {
      beginRenewal(row, &agenda)
    }
  }

  /// A person waits to be assessed; draws are addressed by the person and the number of the renewal.
  private mutating func beginRenewal(_ row: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = plan(of: row)
    let pool = Int(plan.pool)
    guard let renewal = plan.renewal, let person = pools[pool].staff.row(of: held[row].person) else { return }
    let satisfied = tables.profiles(of: pool, satisfiedBy: pools[pool].staff.rows[person].valid)
    let token = newToken(
      at: renewal.starts[Int(satisfied)], variant: -1, patient: -1, batch: -1, parent: -1, fork: -1,
      priority: 5)
    tokens[token].unit = Int32(row)
    tokens[token].origin = tables.pools[pool].origin
    tokens[token].number = UInt64(held[row].person)
    tokens[token].batchOrigin = UInt64(held[row].renewals) + 1
    held[row].token = Int32(token)
    advance(token, &agenda)
  }

  /// The person whom a renewal is about: `operator 3`; nil for every other token.
  func nameOfAssessed(_ token: Int) -> String? {
    let row = tokens[token]
    guard row.variant < 0, row.unit >= 0, row.step >= 0 else { return nil }
    let next = Int(tables.steps[Int(row.step)].place) + 1
    guard next < tables.instructions.count, case .renewalEnds = tables.instructions[next] else { return nil }
    return "\(tables.pools[Int(plan(of: Int(row.unit)).pool)].name) \(row.number)"
  }

  /// The person has been assessed.
  mutating func renewalEnds(_ token: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let row = Int(tokens[token].unit)
    let plan = plan(of: row)
    let occurrence = Int(tokens[token].batchOrigin)
    count(plan.hours, by: Double(duration(of: token, Int(tokens[token].step)).ticks) / tables.ticksPerHour)
    held[row].token = -1
    held[row].renewals += 1
    guard let renewal = plan.renewal else { return discard(token, &agenda) }
    let lineage = lineage(of: token, ofBatch: false)
    if happens(renewal.passes, renewal.passPurpose, lineage, occurrence) {
      trace("passes", token, agenda.now)
      discard(token, &agenda)
      count(plan.renewed)
      let since = held[row].isValid ? held[row].expires : agenda.now
      hold(row, until: expiry(of: Int(held[row].plan), from: since), &agenda)
    } else {
      trace("does not pass", token, agenda.now)
      discard(token, &agenda)
      count(plan.failed)
      let time = agenda.now + (renewal.again.map { span($0, lineage, occurrence) } ?? .zero)
      if time < horizon {
        held[row].due = agenda.schedule(.certificateIsDue(row: Int32(row)), at: time, rank: .change)
      }
    }
  }

  /// Takes a renewal out of its line; false where none waits there.
  private mutating func stopWaiting(_ row: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    let token = held[row].token
    guard token >= 0, tokens[token].state == .inLine, !tokens[token].hasStarted else { return false }
    held[row].token = -1
    discard(Int(token), &agenda)
    return true
  }

  /// Who goes away is assessed when back.
  mutating func putOffRenewals(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let place = pools[pool].staff.row(of: Int32(person)) else { return }
    var row = pools[pool].staff.rows[place].certificates
    while row >= 0 {
      if stopWaiting(Int(row), &agenda) { held[row].isPutOff = true }
      row = held[row].next
    }
  }

  mutating func beginWhatWasPutOff(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    guard let place = pools[pool].staff.row(of: Int32(person)) else { return }
    var row = pools[pool].staff.rows[place].certificates
    while row >= 0 {
      if held[row].isPutOff {
        held[row].isPutOff = false
        certificateIsDue(Int(row), &agenda)
      }
      row = held[row].next
    }
  }

  /// A person has left: nothing of the certificates goes on.
  mutating func forgetCertificates(from first: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    var row = first
    while row >= 0 {
      let next = held[row].next
      agenda.withdraw(held[row].lapse)
      agenda.withdraw(held[row].due)
      if held[row].token >= 0 { discard(Int(held[row].token), &agenda) }
      participants.removeAll { $0.row == row }
      held[row] = CertificateRow()
      held.remove(Int(row))
      row = next
    }
  }
}
