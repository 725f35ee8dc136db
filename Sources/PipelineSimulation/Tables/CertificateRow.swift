import EventKernel
import OutputAnalysis
import Quantities

/// One certificate of one person, held or to come.
struct CertificateRow: Sendable, BitwiseCopyable {
  /// Its plan, in `ProgramTables.certificates`.
  var plan: Int32 = -1
  var person: Int32 = -1
  /// The next of the same person; -1 behind the last.
  var next: Int32 = -1
  var isValid = false
  /// A renewal is due and the person away or not independent yet.
  var isPutOff = false
  var expires = SimulationTime.never
  var lapse = EventTicket.none
  /// The next renewal, or the first time that it is given.
  var due = EventTicket.none
  /// The renewal under way; -1 for none.
  var token: Int32 = -1
  /// Renewals that have come to an end: the occurrence of draws.
  var renewals: Int32 = 0
}

/// Somebody who took part in a run that has not ended.
struct Participation: Sendable, BitwiseCopyable {
  /// The run.
  var patient: Int32
  /// The certificate of the person that it is about.
  var row: Int32
}
