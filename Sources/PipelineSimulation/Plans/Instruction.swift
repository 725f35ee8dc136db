/// One instruction of a compiled route. An entity's token runs instructions until one has to wait.
///
/// The payload is an index into the program's table of that kind, or a place in the route.
enum Instruction: Sendable, BitwiseCopyable {
  /// Wait for the date, claim, work, free, decide: the whole life of a step.
  case step(Int32)
  /// Decide whether a step failed whose work was waited for beside it.
  case decide(Int32)
  /// Start the timer of a hold limit.
  case hold(Int32)
  /// Reserve a start.
  case book(Int32)
  /// A batch begins.
  case makeBatch(Int32)
  /// Draw an arm and go there.
  case choose(Int32)
  /// Go on elsewhere.
  case jump(Int32)
  /// Start child tokens.
  case fork(Int32)
  /// Wait until the children of a fork have ended.
  case join(Int32)
  /// A child token ends.
  case childEnds
  /// A child waits one interval of a repeated touch.
  case interval(Int32)
  /// A child waits until a fixed time before a booked event.
  case countdown(Int32)
  /// The countdown has been carried out: the patient is conditioned.
  case conditioned
  /// Come to the enrolment of a trial.
  case enrol(Int32)
  /// Wait for others and go on as one.
  case gather(Int32)
  /// The members of a gathering go on singly.
  case separate
  /// Children go on singly.
  case split(Int32)
  /// Transport.
  case ship(Int32)
  /// Stage 1 of a release is done: out of specification or released.
  case released(Int32)
  /// Stage 2 of a release is done.
  case certified(Int32)
  /// Put into a stock.
  case store(Int32)
  /// The patient leaves with a reason.
  case leave(Int32)
  /// A broken unit of a pool is back in service.
  case mended(Int32)
  /// The plates of an excursion in a pool of rooms are read.
  case platesRead(Int32)
  /// All that follows an excursion is done.
  case monitoringEnds
  /// A room of a pool is back in service after an excursion.
  case roomHoldEnds(Int32)
  /// A person has been assessed for a certificate.
  case renewalEnds
  /// The end of the route: treated, or for a lot, done.
  case endOfRoute
}
