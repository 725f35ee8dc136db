import EventKernel
import Quantities

/// How a process stands that has to be qualified.
struct ProcessState: Sendable {
  /// How many media fills have to pass before it is qualified; 0 while it is.
  var needed = 0
  /// It has been qualified once.
  var wasQualified = false
  /// Stops that have not ended.
  var stops = 0
  /// Media fills that failed, for the draws of how long each stops the process.
  var failures = 0
  /// Media fills that began before this instant say nothing any more: one failed then.
  var since = SimulationTime(ticks: .min)
  var lapse = EventTicket.none
  /// The pool stands open.
  var isOpen = true

  var isQualified: Bool { needed == 0 && stops == 0 }
}
