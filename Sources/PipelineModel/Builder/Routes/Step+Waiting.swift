import Quantities

extension ScenarioPart where Part == Step {
  /// `on:` waits for this date.
  public func on(_ date: BookedDate) -> Noted<Step> { setting(\.on, date) }

  /// `within:` must start so soon after the end of the step before.
  public func within(_ limit: TimeLength, otherwise: Consequence = .fail) -> Noted<Step> {
    setting(\.within, TimeLimit(limit, then: otherwise))
  }

  /// `line:` what happens while it waits.
  public func line(
    atMost: Int? = nil, whenFull: Line.WhenFull = .leaves, patience: SpanLaw? = nil,
    then: Consequence = .lose("patience"), bypass: Bool = false
  ) -> Noted<Step> {
    var line = Line()
    line.atMost = atMost
    line.whenFull = whenFull
    line.patience = patience
    line.then = then
    line.bypass = bypass
    return setting(\.line, line)
  }

  /// `priority:` its class in lines, instead of the product's.
  public func priority(_ priority: Int) -> Noted<Step> { setting(\.priority, priority) }

  /// `at shift end:` what becomes of it at the end of a shift.
  public func atShiftEnd(_ policy: ShiftEndPolicy) -> Noted<Step> { setting(\.atShiftEnd, policy) }

  /// `interruptible:` a higher class may take its resources; what it loses then.
  public func interruptible(_ loss: Interruption) -> Noted<Step> { setting(\.interruptible, loss) }
}

extension BookedDate {
  /// `booked day`.
  public static var bookedDay: BookedDate { BookedDate() }
  /// `booked day + 7 d`, or `booked day + 1 wd`.
  public static func bookedDay(plus offset: TimeLength) -> BookedDate { BookedDate(offset: offset) }
}
