import EventKernel
import Quantities
import Randomness

/// The chain of identity: what is mixed up, what a check finds, what is infused all the same.
extension PipelineRun {
  /// The end of a step that checks an identity or mixes one up; true when the token has gone elsewhere.
  mutating func decideIdentity(
    _ token: Int, _ step: Int, _ lineage: Lineage, _ visit: Int, _ agenda: inout Agenda<PipelineEvent>
  ) -> Bool {
    let patient = Int(tokens[token].patient)
    if patient < 0 || patients[patient].isRun { return false }
    let plan = tables.identities[Int(tables.steps[step].identity)]
    if patients[patient].mixUp != .none, !patients[patient].isMixUpKnown, isFound(by: plan, lineage, visit) {
      count(counters(of: patient).mixUpsFound)
      trace("is found to be another's", token, agenda.now)
      patients[patient].isMixUpKnown = true
      if case .record = plan.then {
      } else {
        if tokens[token].batch >= 0 { countBatchFailure(token) }
        // Found means sorted out: what is made or collected next is the patient's own.
        patients[patient].mixUp = .none
        patients[patient].isMixUpKnown = false
        apply(plan.then, to: token, &agenda)
        return true
      }
    }
    if patients[patient].mixUp == .none, happens(plan.mixesUp, plan.mixUpPurpose, lineage, visit) {
      patients[patient].mixUp = tokens[token].batch >= 0 ? .batch : .material
      count(counters(of: patient).mixedUp)
      trace("is mixed up", token, agenda.now)
    }
    return false
  }

  /// Whether one of those who check finds it; each looks alone.
  private func isFound(by plan: IdentityPlan, _ lineage: Lineage, _ visit: Int) -> Bool {
    if plan.finds <= 0 { return false }
    if isFixedAtMedian { return plan.finds > 0.5 }
    var uniforms = streams.uniforms(lineage, plan.checkPurpose, occurrence: visit)
    for _ in 0..<plan.persons where uniforms.next() < plan.finds { return true }
    return false
  }

  /// The batch at hand is over: what is made next is the patient's own again, unless the material was another's.
  @inline(__always)
  mutating func forgetMixUp(of kind: MixUp, _ patient: Int) {
    if patients[patient].mixUp == kind {
      patients[patient].mixUp = .none
      patients[patient].isMixUpKnown = false
    }
  }

  /// A patient is infused: with a batch that was made for it, in every run. Anything else is a fault of the program, and
  /// the run ends with a sentence that says so.
  @inline(__always)
  mutating func checkIdentity(
    ofInfusion token: Int, _ patient: Int, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let row = Int(tokens[token].batch)
    if row >= 0 {
      let batch = batches[row]
      if batch.source != patients[patient].source || batch.number != patients[patient].number
        || batch.patient != Int32(patient)
      {
        return endAsBroken(
          "\(name(of: token)) was infused with batch \(batch.serial), which was made for patient \(batch.number + 1) of source \(batch.source + 1)",
          &agenda)
      }
    }
    if tables.variants[Int(patients[patient].variant)].hasIdentities {
      countIdentity(token, patient, agenda.now)
    }
  }

  @inline(never)
  private mutating func countIdentity(_ token: Int, _ patient: Int, _ now: SimulationTime) {
    let isAnothers = patients[patient].mixUp != .none
    countPair(counters(of: patient).infusedMixedUp, isAnothers ? 1 : 0, 1)
    if isAnothers {
      count(counters(of: patient).mixUpsMissed)
      trace("is given another's", token, now)
    }
  }

  /// What no model can do has happened: the program is at fault.
  private mutating func endAsBroken(_ what: String, _ agenda: inout Agenda<PipelineEvent>) {
    if agenda.isStopped { return }
    outcome = .broken(atSeconds: seconds(agenda.now), what: what)
    agenda.stop()
  }

  /// The chain-of-identity name of what a token handles: patient and attempt, or the lot. `car-t 17/2`, `msc-lot lot 3`.
  func identityName(of token: Int) -> String {
    let row = tokens[token]
    guard row.variant >= 0 else { return "" }
    let product = tables.variants[Int(row.variant)].name
    guard row.patient >= 0 else { return row.gathering >= 0 ? "" : "\(product) lot \(row.number)" }
    let patient = patients[row.patient]
    if patient.isRun { return "" }
    var name = "\(product) "
    if patient.number >= InitialPlan.firstNumber {
      name += "at the start, \(patient.number - InitialPlan.firstNumber + 1)"
    } else {
      name += "\(patient.number + 1)"
    }
    if row.batch >= 0 { name += "/\(batches[row.batch].attempt)" }
    return patient.mixUp == .none ? name : "not \(name)"
  }
}
