import Quantities

/// What goes on beside the main line of a booked start: repeated touches, `meanwhile:`, and what is counted back from an event.
extension PipelineRun {
  /// Adds to what is wanted for a start whose main line is laid out; false when some of it cannot be staffed.
  mutating func layOutBeside(
    _ booking: BookingPlan, _ starts: [SimulationTime], _ ends: [SimulationTime], isGiven: Bool = false
  ) -> Bool {
    var cursor = SimulationTime.zero
    for beside in booking.beside {
      let touch = Int(beside.touch)
      switch beside.place {
      case .every(let interval):
        let fits = layOut(beside.work, every: interval, from: starts[touch], until: ends[touch])
        if !fits && !isGiven { return false }
      case .along, .next:
        if case .along = beside.place { cursor = starts[touch] }
        let end = layOut(beside.work, from: cursor)
        if end == nil && !isGiven { return false }
        cursor = end ?? cursor
      case .before(let span):
        let fits = layOut(beside.work, before: starts[touch], by: span, of: booking.touches[touch])
        if !fits && !isGiven { return false }
      }
    }
    return true
  }

  /// One piece of work from its first working instant on: when it ends, nil when it cannot be staffed.
  private mutating func layOut(_ work: TouchPlan, from time: SimulationTime) -> SimulationTime? {
    let begin = nextWork(work, from: time)
    if begin == .never || tables.day(of: begin) >= tables.dayStarts.count - 1 { return nil }
    var kept: [KeptUnits] = []
    return reserve(work, from: begin, &kept)?.end
  }

  /// No more repeated touches of one step are laid out.
  private static var mostTouches: Int { 1_000 }

  /// Touches on their grid; one that nobody can do on its date is done late, and those that it passes, until it is over, are
  /// left out.
  private mutating func layOut(
    _ work: TouchPlan, every interval: SimulationSpan, from start: SimulationTime, until end: SimulationTime
  ) -> Bool {
    guard interval > .zero else { return true }
    var (time, count) = (start + interval, 0)
    while time < end {
      let begin = nextWork(work, from: time)
      if begin == .never || begin >= end { return true }
      guard count < Self.mostTouches else { return true }
      count += 1
      guard let over = layOut(work, from: begin) else { return false }
      let passed = (max(begin, over) - time).ticks / interval.ticks + 1
      time = time + SimulationSpan(ticks: interval.ticks * passed)
    }
    return true
  }

  /// What is counted back from an event occupies whole dates from its own on. The date of the event is the event's
  /// own, where that claims the same.
  private mutating func layOut(
    _ work: TouchPlan, before event: SimulationTime, by span: SimulationSpan, of touch: TouchPlan
  ) -> Bool {
    let begin = event - span
    guard begin >= tables.dayStarts[0] else { return false }
    if work.plan >= 0 { return layOut(work, from: begin) != nil }
    let (first, last) = (tables.day(of: begin), tables.day(of: min(begin + work.duration, event)))
    if last >= tables.dayStarts.count - 1 { return false }
    for claim in tables.claims[work.claims.indices] where !claim.isConsumed {
      let isOfEvent = tables.claims[touch.claims.indices].contains { $0.pool == claim.pool }
      for date in first...max(first, isOfEvent ? min(last, tables.day(of: event) - 1) : last) {
        ledger.wish(whole(Int(claim.pool), claim.count, on: date))
      }
    }
    return true
  }
}

extension BookingPlan {
  /// When the last of some touches ends; the start where there are none.
  @inline(__always)
  func end(of touches: TableRange, _ ends: [SimulationTime], _ start: SimulationTime) -> SimulationTime {
    predecessors[touches.indices].reduce(start) { max($0, ends[Int($1)]) }
  }

  /// Which of some touches ends last; -1 where there are none.
  func last(of touches: TableRange, _ ends: [SimulationTime]) -> Int32 {
    predecessors[touches.indices].max { ends[Int($0)] < ends[Int($1)] } ?? -1
  }
}
