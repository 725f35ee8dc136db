import Quantities
import Randomness

/// One entry of a `route:`. The first key of the entry says which it is and gives its name.
public indirect enum RoutePart: Hashable, Sendable {
  /// `step:`, `culture:`, `assay:`, `review:`, `certify:`, `infuse:`, `delay:`.
  case step(Step)
  /// `hold: fresh apheresis`: a limit on the time until the next step starts.
  case hold(HoldLimit)
  /// `book: slot`: reserve a start and all dated touches; waits until one is found.
  case book(Booking)
  /// `make: batch`: from here on a batch is in the making; a remake comes back to here.
  case makeBatch(MakeBatch)
  /// `choose: …` with `arms:`.
  case choose(Choice)
  /// `parallel: …` with `branches:`, all of which must end.
  case parallel(ParallelBranches)
  /// `countdown: lymphodepletion`: starts a fixed time before a booked event, beside the batch.
  case countdown(Countdown)
  /// `gather: …`: waits until enough have come, then all go on as one batch.
  case gather(Gathering)
  /// `separate: …`: the members of a gathered batch go on singly.
  case separate(name: String)
  /// `split: vials, into: 6`: several children go on singly.
  case split(Splitting)
  /// `ship: …`: transport over a link.
  case ship(Shipment)
  /// `release: …`: release in one or two stages.
  case release(Release)
  /// `store: stock, yields: 40`: puts what was made into a stock.
  case store(Storing)
  /// `leave: reason`: the patient leaves here. `treated` counts as treated.
  case leave(name: String)
}

/// What becomes of an entity when something goes wrong. Spelled as a word, or a map where it needs a name.
public enum Consequence: Hashable, Sendable {
  /// `repeat`: the step again.
  case repeatStep
  /// `{ again from: step }`: back to a named step.
  case againFrom(String)
  /// `{ go to: step }`: on to a named step.
  case goTo(String)
  /// `remake`: a new batch from the place marked `make:`.
  case remake
  /// `collect again`: back to the step that marks collection.
  case collectAgain
  /// `fail`, or `{ lose: reason }`: the batch fails, and its patient is lost with the reason.
  case lose(reason: String?)
  /// `record`: it is counted, and nothing else happens.
  case record
}
