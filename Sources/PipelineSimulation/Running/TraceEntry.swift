import Quantities

/// One line of a trace: what happened, when, to whom.
public struct TraceEntry: Hashable, Sendable {
  /// Ticks since the start.
  public var at: SimulationTime
  /// What: `arrives`, `starts`, `ends`, `leaves`, `is lost` and so on.
  public var event: String
  /// The entity by its lineage: `car-t-cryo 17`, `car-t-cryo 17, batch 2`.
  public var entity: String
  /// The step, resource or stock concerned.
  public var place: String
  /// More, where there is more to say: a reason, a date.
  public var detail: String
  /// The chain-of-identity name of what is handled: patient and attempt, or the lot. `car-t 17/2`; `not car-t 17/2` once it
  /// was mixed up; empty for what has none.
  public var identity: String

  /// A line.
  public init(
    at: SimulationTime, event: String, entity: String, place: String = "", detail: String = "",
    identity: String = ""
  ) {
    self.at = at
    self.event = event
    self.entity = entity
    self.place = place
    self.detail = detail
    self.identity = identity
  }
}
