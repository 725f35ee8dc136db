import Quantities

/// A trial, ready to run: its places are units of a pool that the step of the enrolment takes for good.
struct TrialPlan: Sendable {
  var pool: Int32
  var cohort: Int
  var atMost: Int
  var followUp: TimeLength
  var replacesLost: Bool
  /// The reason of who comes when no place can come free any more.
  var full: Int32
  /// Where enrolments, replacements, cohorts and the two milestones are counted.
  var enrolled: Int32 = -1
  var replaced: Int32 = -1
  var cohorts: Int32 = -1
  var lastPatient: Int32 = -1
  var lastVisit: Int32 = -1
}

/// How a patient stands in the trial.
enum TrialMember: UInt8, Sendable, BitwiseCopyable {
  case none
  /// Has a place, and was not infused yet.
  case enrolled
  /// Infused: counts when the follow-up is over, whatever becomes of the patient.
  case followed
}
