import EventKernel
import Quantities
import Randomness

/// Trials: who has a place in the cohort, whose follow-up is over, when the next cohort may be enrolled.
///
/// Places are units of a pool, as on a shelf, so that whoever wants one waits in the line of the step of the enrolment.
extension PipelineRun {
  /// The first cohorts may be enrolled.
  mutating func startTrials() {
    for trial in trials.indices {
      let plan = tables.trials[trial]
      for place in [plan.lastPatient, plan.lastVisit] where place >= 0 { values[Int(place)] = .infinity }
      openCohort(trial)
    }
  }

  /// A place in the cohort is taken.
  mutating func enrol(_ token: Int, in trial: Int) {
    let pool = Int(tables.trials[trial].pool)
    let patient = Int(tokens[token].patient)
    if patient < 0 || patients[patient].trialMember != .none { return }
    pools[pool].capacity -= 1
    patients[patient].trialMember = .enrolled
    trials[trial].members += 1
    trials[trial].pending += 1
    if !patients[patient].wasEnrolled { count(tables.trials[trial].enrolled) }
  }

  /// Who comes back to the enrolment has no place any more, and asks for one as all others do.
  mutating func giveBackPlace(of token: Int, in trial: Int) {
    let patient = Int(tokens[token].patient)
    guard patient >= 0, patients[patient].trialMember == .enrolled else { return }
    patients[patient].trialMember = .none
    trials[trial].members -= 1
    trials[trial].pending -= 1
    patients[patient].wasEnrolled = true
    openPlaces(1, of: trial)
  }

  /// A member is infused for the first time: the follow-up begins.
  @inline(never)
  mutating func beginFollowUp(of patient: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let trial = Int(tables.variants[Int(patients[patient].variant)].trial)
    patients[patient].trialMember = .followed
    trials[trial].pending -= 1
    if let end = clock.time(tables.trials[trial].followUp, after: agenda.now), end < horizon {
      agenda.schedule(.followedUp(trial: Int32(trial)), at: end, rank: .change)
    }
    closeWhenFull(trial, &agenda)
  }

  /// A member leaves who was never infused: lost, or at the end of a way without an infusion.
  @inline(never)
  mutating func leaveTrial(_ patient: Int, isLost: Bool, _ agenda: inout Agenda<PipelineEvent>) {
    let trial = Int(tables.variants[Int(patients[patient].variant)].trial)
    patients[patient].trialMember = .none
    trials[trial].pending -= 1
    if isLost && tables.trials[trial].replacesLost {
      trials[trial].members -= 1
      count(tables.trials[trial].replaced)
      openPlaces(1, of: trial)
    } else {
      closeWhenFull(trial, &agenda)
      memberIsDone(trial, agenda.now)
    }
  }

  /// The follow-up of a member is over.
  mutating func followUpEnds(_ trial: Int, _ agenda: inout Agenda<PipelineEvent>) {
    memberIsDone(trial, agenda.now)
  }

  private mutating func memberIsDone(_ trial: Int, _ now: SimulationTime) {
    trials[trial].done += 1
    if trials[trial].done < trials[trial].cohort { return }
    count(tables.trials[trial].cohorts)
    openCohort(trial)
    if trials[trial].cohort == 0 { reach(tables.trials[trial].lastVisit, now) }
  }

  /// As many places as the next cohort has; none where all planned patients have been enrolled.
  private mutating func openCohort(_ trial: Int) {
    let plan = tables.trials[trial]
    let next = min(plan.cohort, plan.atMost - trials[trial].members)
    trials[trial].cohort = next
    trials[trial].done = 0
    openPlaces(Int32(next), of: trial)
  }

  private mutating func openPlaces(_ count: Int32, of trial: Int) {
    let pool = Int(tables.trials[trial].pool)
    pools[pool].capacity += count
    markDirty(pool)
  }

  /// All planned patients have been infused, or counted as lost: no place can come free any more.
  private mutating func closeWhenFull(_ trial: Int, _ agenda: inout Agenda<PipelineEvent>) {
    let plan = tables.trials[trial]
    guard trials[trial].members == plan.atMost, trials[trial].pending == 0, !trials[trial].isClosed else {
      return
    }
    trials[trial].isClosed = true
    reach(plan.lastPatient, agenda.now)
    agenda.schedule(.enrolmentCloses(trial: Int32(trial)), at: agenda.now, rank: .change)
  }

  /// Whoever still waits for a place leaves.
  mutating func enrolmentCloses(_ trial: Int, _ agenda: inout Agenda<PipelineEvent>) {
    for place in tables.pools[Int(tables.trials[trial].pool)].lines.indices {
      let line = Int(tables.linesOfPools[place])
      while lines[line].head >= 0, !agenda.isStopped {
        lose(Int(lines[line].head), reason: tables.trials[trial].full, &agenda)
      }
    }
  }

  private mutating func reach(_ place: Int32, _ now: SimulationTime) {
    if place >= 0 { values[Int(place)] = Double(now.ticks) / Double(clock.tick.ticksPerSecond) }
  }
}
