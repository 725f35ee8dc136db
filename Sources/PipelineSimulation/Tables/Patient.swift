import EventKernel
import Quantities

/// One patient (or, in a general model, customer) from arrival to departure.
struct Patient: Sendable, BitwiseCopyable {
  var isInUse = false
  var isLost = false
  var isInfused = false
  var isConditioned = false
  var isReleased = false
  /// No patient, but a run.
  var isRun = false
  /// What of it bears another's name, and whether a check has said so.
  var mixUp = MixUp.none
  var isMixUpKnown = false
  var trialMember = TrialMember.none
  /// Was a member of the trial before, and is counted as such.
  var wasEnrolled = false
  var source: Int32 = -1
  var variant: Int32 = -1
  var token: Int32 = -1
  /// Tokens that refer to it; the row is free at zero.
  var references: Int32 = 0
  var attempts: Int32 = 0
  var booking: Int32 = -1
  var number: UInt64 = 0
  var arrived = SimulationTime.zero
  var collected = SimulationTime.never
  var referralPeriod: Int32 = -1
  var collectionPeriod: Int32 = -1
  var severity = 0.0
  /// Its class of severity at the referral.
  var severityClass: Int32 = 0
  var due = SimulationTime.never
}

/// One attempt to make a product: for a patient, or a lot for a stock.
struct Batch: Sendable, BitwiseCopyable {
  var isInUse = false
  var isReleased = false
  var hasEnded = false
  /// It came to nothing: what is spent on it is lost.
  var isWrittenOff = false
  /// What was spent on it, in thousandths of the currency.
  var cost: Int128 = 0
  var patient: Int32 = -1
  var variant: Int32 = -1
  var attempt: Int32 = 0
  /// Whose it is, by the source and number of the patient: rows are used again.
  var source: Int32 = -1
  var number: UInt64 = 0
  var references: Int32 = 0
  /// Tells batches apart on a unit that has to be cleared between two of them.
  var serial: Int64 = 0
  var started = SimulationTime.zero
}
