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

  /// A line.
  public init(at: SimulationTime, event: String, entity: String, place: String = "", detail: String = "") {
    self.at = at
    self.event = event
    self.entity = entity
    self.place = place
    self.detail = detail
  }
}
