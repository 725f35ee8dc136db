import Quantities

/// One step of somebody in the coming weeks: when it is planned, and when it takes place in simulated futures.
public struct ReportScheduleRow: Hashable, Sendable {
  /// Who is known at the start; nil for a slot that somebody will take.
  public var who: String?
  /// The product.
  public var product: String
  /// Where it is made; may be empty.
  public var facility: String
  /// The date of the slot.
  public var slot: CivilDate?
  /// The step.
  public var step: String
  /// The planned date; nil where nothing is planned.
  public var planned: CivilDate?
  /// Whether all replications plan that date.
  public var isFixed = true
  /// How often it is planned in a replication.
  public var occurrences = 1.0
  /// The share of plans that are kept to the day; nil where nothing is planned.
  public var kept: Double?
  /// The share that does not begin before the end.
  public var never = 0.0
  /// By when one of ten has begun; nil where fewer do.
  public var p10: CivilDate?
  /// By when half have.
  public var p50: CivilDate?
  /// By when nine of ten have.
  public var p90: CivilDate?

  /// A row without dates.
  public init(who: String?, product: String, facility: String = "", slot: CivilDate? = nil, step: String) {
    self.who = who
    self.product = product
    self.facility = facility
    self.slot = slot
    self.step = step
  }
}
