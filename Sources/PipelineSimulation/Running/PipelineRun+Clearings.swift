import Quantities

/// Cleaning and line clearance in the layout of a booking.
///
/// A run lengthens a touch by the changeover of the unit that it gets, so a layout has to know what was in that unit before.
/// It takes what is most likely: the units as they are today, then every use that is promised, each in the unit that needs
/// least, at the median. What is not booked is not known ahead.
extension PipelineRun {
  /// How long the units that a touch claims are cleared before it, the longest of its pools; and when the last of them is given
  /// back by the touches before it.
  func clearing(
    before touch: TouchPlan, at start: SimulationTime
  ) -> (span: SimulationSpan, ready: SimulationTime) {
    guard touch.clears, start >= instant else { return (.zero, start) }
    var (longest, ready) = (SimulationSpan.zero, start)
    for claim in tables.claims[touch.claims.indices]
    where !claim.isConsumed && tables.pools[Int(claim.pool)].remembersUse {
      let use = PromisedUse(
        pool: claim.pool, local: touch.local, product: touch.product, count: claim.count, start: start,
        workEnd: start, end: start, clearing: .zero, isWhole: false, first: 0, last: 0)
      eachClearing(of: Int(claim.pool), beside: use, until: start) { used, span, idle in
        if used.booking < 0, used.local == touch.local, used.start == start {
          longest = max(longest, span)
          ready = max(ready, idle)
        }
      }
    }
    return (longest, ready)
  }

  /// A start that fits makes touches after it wait for no clearing beyond the date on which they are planned to end; what it
  /// lengthens on that date it reserves. Returns a pool where it does not fit.
  mutating func poolOfLateClearing() -> Int32? {
    guard let first = ledger.wantedUses.map(\.start).min() else { return nil }
    var seen: [Int32] = []
    for own in ledger.wantedUses
    where tables.pools[Int(own.pool)].remembersUse && !seen.contains(own.pool) {
      seen.append(own.pool)
      if (ledger.uses(of: Int(own.pool)).last?.start ?? .zero) < first { continue }
      let late = lateness(in: Int(own.pool), withWanted: true, from: first)
      if late.isEmpty { continue }
      // What was late before is not this start's doing, and is reserved already.
      let before = lateness(in: Int(own.pool), withWanted: false, from: first)
      for (use, all) in late {
        let known = before.first {
          $0.use.booking == use.booking && $0.use.local == use.local && $0.use.start == use.start
        }
        let span = all - (known?.by ?? .zero)
        if span <= .zero { continue }
        if tables.day(of: use.workEnd + span) != tables.day(of: use.workEnd) { return own.pool }
        ledger.wantedRaises.append(
          ClearingRaise(pool: use.pool, local: use.local, booking: use.booking, by: span))
        reserve(span, for: use)
      }
    }
    return nil
  }

  /// The promised touches from an instant on that are cleared longer than they were planned to be, or wait for their room.
  private func lateness(
    in pool: Int, withWanted: Bool, from first: SimulationTime
  ) -> [(use: PromisedUse, by: SimulationSpan)] {
    var late: [(use: PromisedUse, by: SimulationSpan)] = []
    eachClearing(of: pool, beside: nil, withWanted: withWanted, until: .never) { use, span, idle in
      let longer = max(.zero, span - use.clearing) + max(.zero, idle - use.start)
      if use.booking >= 0, use.start >= first, longer > .zero { late.append((use, longer)) }
    }
    return late
  }

  /// Further hours for all that a promised touch claims for itself.
  private mutating func reserve(_ span: SimulationSpan, for use: PromisedUse) {
    let variant = tables.variants[Int(ledger.bookings[Int(use.row)].variant)]
    let booking = tables.bookings[Int(variant.booking)]
    let touches = booking.touches + booking.beside.map(\.work)
    guard let touch = touches.first(where: { $0.local == use.local }), !touch.isCalendar else { return }
    for claim in tables.claims[touch.claims.indices] where !claim.isConsumed && !claim.isKept {
      eachWorkingTicks(of: Int(claim.pool), from: use.workEnd, to: use.workEnd + span) { run, day, ticks in
        run.wish(ticks, of: claim, on: day)
      }
    }
  }

  /// Goes through what is promised of a pool from now on, with what the start at hand wants and one use more, each in the
  /// unit that needs least, and tells how long that is cleared.
  private func eachClearing(
    of pool: Int, beside extra: PromisedUse?, withWanted: Bool = true, until last: SimulationTime,
    _ body: (PromisedUse, SimulationSpan, _ idle: SimulationTime) -> Void
  ) {
    var own: [PromisedUse] = []
    for use in ledger.wantedUses where withWanted && use.pool == Int32(pool) { own.append(use) }
    if let extra { own.append(extra) }
    if own.count > 1 { own.sort { $0.start < $1.start } }
    let promised = ledger.uses(of: pool)
    var units: [(tag: UnitTag, end: SimulationTime)] = []
    units.reserveCapacity(pools[pool].idleTags.count + pools[pool].busyTags.count)
    for tag in pools[pool].idleTags { units.append((tag, .zero)) }
    for busy in pools[pool].busyTags { units.append((busy.tag, .zero)) }
    var (next, nextOwn) = (0, 0)
    while next < promised.count || nextOwn < own.count {
      let isOwn =
        next >= promised.count || nextOwn < own.count && own[nextOwn].start < promised[next].start
      let use = isOwn ? own[nextOwn] : promised[next]
      if isOwn { nextOwn += 1 } else { next += 1 }
      if use.start > last { return }
      let tag = tag(of: use)
      if use.start < instant {
        let place = units.firstIndex { $0.tag.isSameBatch(as: tag) }
        if let place { units[place].end = use.end }
        continue
      }
      var (longest, idle) = (SimulationSpan.zero, use.start)
      for _ in 0..<use.count {
        guard let place = likeliest(of: units, for: tag, pool, at: use.start) else { break }
        let unit = units.remove(at: place)
        longest = max(longest, median(from: unit.tag, to: tag, of: pool))
        idle = max(idle, unit.end)
        units.append((tag, use.end))
      }
      body(use, longest, idle)
    }
  }

  /// The unit that a use gets: of those that are idle the one that needs least, else the one that is given back first.
  private func likeliest(
    of units: [(tag: UnitTag, end: SimulationTime)], for use: UnitTag, _ pool: Int, at time: SimulationTime
  ) -> Int? {
    var (best, least) = (-1, Double.infinity)
    for place in units.indices where units[place].end <= time {
      let rank = rank(of: units[place].tag, for: use, pool)
      if best < 0 || rank < least { (best, least) = (place, rank) }
    }
    if best >= 0 { return best }
    for place in units.indices where best < 0 || units[place].end < units[best].end { best = place }
    return best >= 0 ? best : nil
  }

  private func median(from before: UnitTag, to use: UnitTag, of pool: Int) -> SimulationSpan {
    if before.product < 0 || before.isSameBatch(as: use) { return .zero }
    return changeover(of: pool, after: before.product, before: use.product)?.medianSpan ?? .zero
  }

  /// What a promised use marks its units with: the batch at hand of the patient, where there is one.
  private func tag(of use: PromisedUse) -> UnitTag {
    var batch = Int64.min + 1 + Int64(use.booking)
    if use.row >= 0 {
      let patient = ledger.bookings[Int(use.row)].patient
      let token = patient >= 0 ? patients[patient].token : -1
      if token >= 0, tokens[token].batch >= 0 { batch = batches[tokens[token].batch].serial }
    }
    return UnitTag(product: use.product, batch: batch)
  }
}
