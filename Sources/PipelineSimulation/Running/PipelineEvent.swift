/// Everything that can be scheduled in a run. A payload is the number of a token, a patient, a table row.
enum PipelineEvent: BitwiseCopyable, Sendable {
  /// The next arrival of a source, or the start of the source.
  case arrives(source: Int32)
  /// A token's work, delay, interval, transport or date wait ends.
  case ends(token: Int32)
  /// A token's patience in its line ends.
  case losesPatience(token: Int32)
  /// A token's `within:` limit, hold or shelf life ends.
  case tooLate(token: Int32)
  case holdEnds(token: Int32)
  case shelfLifeEnds(token: Int32)
  /// A claim in a line has waited so long that others may stand in for its own role.
  case coverIsDue(line: Int32)
  /// A patient's clock rings.
  case rings(patient: Int32, clock: Int32)
  /// A patient withdraws on a known date.
  case withdraws(source: Int32, index: Int32)
  /// A working plan goes on or off.
  case shift(timetable: Int32)
  /// A pool's own timetable changes.
  case level(pool: Int32, index: Int32)
  /// A closure of a pool begins or ends.
  case closes(pool: Int32)
  case reopens(pool: Int32)
  case opens(facility: Int32)
  case licensed(facility: Int32)
  /// A unit of a pool breaks down.
  case breaks(pool: Int32, unit: Int32)
  /// A gathering goes on though it is not full.
  case gathered(gather: Int32)
  /// An order arrives; a lot on the shelf expires.
  case delivers(stock: Int32, order: Int32)
  case expires(stock: Int32)
  /// A stock is looked at again, after a lot for it was lost.
  case reviews(stock: Int32)
  /// A person leaves, is hired, or becomes independent.
  case leaves(pool: Int32, person: Int32)
  case hired(pool: Int32, person: Int32)
  case independent(pool: Int32, person: Int32)
  /// A person is away for a spell, and is there again.
  case fallsIll(pool: Int32, person: Int32)
  case comesBack(pool: Int32, person: Int32)
  /// So many have rested after work outside their hours.
  case rested(pool: Int32, persons: Int32)
  /// A certificate of a person is given, is to be renewed, lapses.
  case certificateIsGiven(row: Int32)
  case certificateIsDue(row: Int32)
  case certificateLapses(row: Int32)
  /// A training programme: an applicant, an end.
  case applies(programme: Int32)
  case graduates(programme: Int32, trainee: Int32)
  /// A trainee, and a newcomer of a role, is lost on the way.
  case dropsOut(programme: Int32, trainee: Int32)
  case notQualified(pool: Int32, person: Int32)
  /// A booking: the grid of one variant on a date comes within the horizon, or has passed.
  case gridAhead(variant: Int32)
  case gridPassed(variant: Int32, day: Int32)
  /// The stop of a process after a media fill that failed ends; its qualification lapses.
  case processResumes(process: Int32)
  case processLapses(process: Int32)
  /// The follow-up of a member of a trial is over; nobody can be enrolled any more.
  case followedUp(trial: Int32)
  case enrolmentCloses(trial: Int32)
  case warmUpEnds
  /// What was there at the start has been placed; who waits may begin.
  case stateIsThere
}
