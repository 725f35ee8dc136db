import EventKernel
import Quantities

/// Who takes part in runs that give a certificate (media fills), and what becomes of it.
extension PipelineRun {
  /// A session of a run has ended: those who took part are noted, as many as it claimed of each role.
  mutating func noteParticipants(_ token: Int, _ step: Int) {
    let patient = tokens[token].patient
    guard patient >= 0, patients[patient].isRun else { return }
    let product = tables.variants[Int(tokens[token].variant)].product
    for index in tables.steps[step].claims.indices where tokens[token].taken & tables.claims[index].bit != 0 {
      let claim = tables.claims[index]
      for place in tables.pools[Int(claim.pool)].certificates.indices
      where tables.certificates[place].product == product {
        notePersons(claim, place, patient)
      }
    }
  }

  /// Of the persons present who satisfy the claim those who lack the certificate, then those whose expires first.
  private mutating func notePersons(_ claim: ClaimPlan, _ place: Int, _ patient: Int32) {
    let pool = Int(claim.pool)
    let known = Set(participants.filter { $0.patient == patient }.map(\.row))
    var candidates: [Int32] = []
    for person in Set(personsCalled(pool)).sorted() {
      let row = pools[pool].staff.rows[person]
      let satisfied = tables.profiles(of: pool, satisfiedBy: row.valid)
      if claim.profile >= 0, satisfied & (1 << UInt32(claim.profile)) == 0 { continue }
      var certificate = row.certificates
      while certificate >= 0 {
        if held[certificate].plan == Int32(place), !known.contains(certificate) {
          candidates.append(certificate)
        }
        certificate = held[certificate].next
      }
    }
    func expiry(_ row: Int32) -> SimulationTime { held[row].isValid ? held[row].expires : .zero }
    candidates.sort { (expiry($0), held[$0].person) < (expiry($1), held[$1].person) }
    for row in candidates.prefix(Int(claim.count)) {
      participants.append(Participation(patient: patient, row: row))
    }
  }

  /// A run has ended: who took part holds its certificate from now on, or no longer.
  mutating func settleParticipants(
    of patient: Int, passes: Bool?, _ agenda: inout Agenda<PipelineEvent>
  ) {
    if participants.isEmpty { return }
    let rows = participants.filter { $0.patient == Int32(patient) }.map(\.row)
    participants.removeAll { $0.patient == Int32(patient) }
    guard let passes else { return }
    for row in rows { run(passes: passes, by: Int(row), &agenda) }
  }
}
