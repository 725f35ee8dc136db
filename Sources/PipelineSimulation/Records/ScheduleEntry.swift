import Quantities

/// One planned step of somebody, and when it took place: a row of the schedule of the coming weeks.
public struct ScheduleEntry: Hashable, Sendable {
  /// The place in the list of those who are there at the start; -1 for a slot that somebody took later.
  public var entity: Int32
  /// The product at its facility, as a place in the program's list.
  public var variant: Int32
  /// The date of the slot, counted from the first date that is laid out; -1 where nothing was booked.
  public var day: Int32
  /// The step, as a place in the program's list; of who was there at the start that of the first maker of the product.
  public var step: Int32
  /// When it was planned to begin, in ticks; nil where nothing was planned.
  public var planned: Int64?
  /// When it began, in ticks; nil where it did not.
  public var actual: Int64?

  /// A row.
  public init(
    entity: Int32, variant: Int32, day: Int32, step: Int32, planned: Int64?, actual: Int64? = nil
  ) {
    self.entity = entity
    self.variant = variant
    self.day = day
    self.step = step
    self.planned = planned
    self.actual = actual
  }
}

/// Whose step a row of the schedule is, in the names of the scenario.
public struct ScheduleSubject: Hashable, Sendable {
  /// Who was there at the start; nil for a slot.
  public var entity: String?
  /// The product.
  public var product: String
  /// Where it is made; nil where nothing says so.
  public var facility: String?
  /// The date of the slot; nil where nothing was booked.
  public var slot: CivilDate?
  /// The step.
  public var step: String
}

extension Program {
  /// The names behind a row of the schedule.
  public func subject(of entry: ScheduleEntry) -> ScheduleSubject {
    let variant = tables.variants[Int(entry.variant)]
    let isSlot = entry.day >= 0 && Int(entry.day) < tables.dayStarts.count
    return ScheduleSubject(
      entity: entry.entity >= 0 ? tables.initial[Int(entry.entity)].name : nil, product: variant.name,
      facility: variant.facility >= 0 ? tables.facilities[Int(variant.facility)].name : nil,
      slot: isSlot ? clock.date(at: tables.dayStarts[Int(entry.day)]) : nil,
      step: tables.stepNames[Int(entry.step)])
  }

  /// The date of an instant of the schedule.
  public func date(ofTicks ticks: Int64) -> CivilDate { clock.date(at: SimulationTime(ticks: ticks)) }
}
