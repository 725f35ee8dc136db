import EventKernel
import Quantities

/// Persons who go through routes: trainees of a programme, and newcomers who are qualified by runs. Each has a run of the
/// product, which claims, books and waits like any other.
///
/// What its end means for the person is an event of its own in the same instant, so that who takes a seat that comes free in
/// this way does not begin within the end of the run.
extension PipelineRun {
  /// A person sets out on the route, by the number that they have in their programme or role.
  mutating func send(_ person: Int, through source: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    sources[Int(source)].arrived += 1
    sources[Int(source)].ordered += 1
    refer(source: Int(source), number: person - 1, &agenda)
  }

  /// The run of somebody is over; nothing where it is nobody's.
  mutating func tellPerson(ofRun patient: Int, passes: Bool, _ agenda: inout Agenda<PipelineEvent>) {
    let person = Int32(truncatingIfNeeded: patients[patient].number + 1)
    switch tables.sources[Int(patients[patient].source)].sends {
    case .nobody: return
    case .trainees(let programme):
      agenda.schedule(
        passes
          ? .graduates(programme: programme, trainee: person)
          : .dropsOut(programme: programme, trainee: person), at: agenda.now, rank: .completion)
    case .newcomers(let pool):
      agenda.schedule(
        passes ? .independent(pool: pool, person: person) : .notQualified(pool: pool, person: person),
        at: agenda.now, rank: .completion)
    }
  }

  /// A newcomer was lost on the way and leaves the role.
  mutating func isNotQualified(_ pool: Int, _ person: Int, _ agenda: inout Agenda<PipelineEvent>) {
    // Whoever has left meanwhile is counted already.
    if worksAlone(pool, Int32(person)) { return }
    count(tables.poolCounters[pool].notQualified)
    personLeaves(pool, person, &agenda)
  }

  /// Somebody who was learning has left: what was under way for them is given up, and says nothing of anybody else.
  mutating func giveUpRun(ofPerson person: Int, _ pool: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for run in 0..<patients.capacity
    where patients[run].isInUse && patients[run].token >= 0 && patients[run].number == UInt64(person - 1) {
      let source = tables.sources[Int(patients[run].source)]
      if case .newcomers(Int32(pool)) = source.sends {
        return losePatient(run, reason: source.leftReason, &agenda)
      }
    }
  }
}
