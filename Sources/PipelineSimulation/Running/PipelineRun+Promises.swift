import EventKernel
import Quantities

/// What is promised to booked touches stays promised.
///
/// A claim without a booking (a lot, a product without slots, what a booking does not lay out) takes no unit of a room or a
/// device on the date on which it is promised to a booked touch that has not begun, nor one that it would keep beyond such a
/// date, all at the median, as bookings are; and no hours of people that booked touch work needs on the same date. Only work of
/// a higher class does.
///
/// Nobody waits for ever. A promise ends with its date. Whoever waits for rooms or devices has them reserved from the first
/// date on which they fit beside all promises, and later bookings keep clear of that. Whoever waits for people waits a week at
/// most. A line that is held back is looked at again at the beginning of each date, and when a booking is given back.
extension PipelineRun {
  /// Whether promises keep the first of a line from its claim.
  mutating func isHeldBack(_ token: Int, _ line: Int, _ agenda: inout Agenda<PipelineEvent>) -> Bool {
    if tokens[token].hasStarted { return false }
    let pool = poolPromisedToOthers(token, line, agenda.now)
    if pool < 0 { return false }
    waitForPromise(token, line, pool, &agenda)
    setShort(line, pool, agenda.now)
    return true
  }

  /// The first pool of a claim that is promised to others; -1 for none.
  private func poolPromisedToOthers(_ token: Int, _ line: Int, _ now: SimulationTime) -> Int32 {
    let today = tables.day(of: now)
    for index in claims(of: line) where isLacking(index, token) {
      let claim = tables.claims[index]
      let pool = Int(claim.pool)
      if tables.pools[pool].isPeople {
        if !hasHours(besidePromisesOf: pool, for: claim.count, token, line, now) { return claim.pool }
        continue
      }
      let promised = unitsPromised(of: pool, on: today, to: tokens[token].priority)
      if promised > 0, pools[pool].free - promised < claim.count { return claim.pool }
      let last = lastDay(of: index, from: today, now)
      if last > today, firstShortDay(of: pool, for: claim.count, token, from: today + 1, through: last) != nil
      {
        return claim.pool
      }
    }
    return -1
  }

  /// Whether a claim is on a pool of which something may be promised to others, and not met.
  private func isLacking(_ index: Int, _ token: Int) -> Bool {
    let claim = tables.claims[index]
    return tables.pools[Int(claim.pool)].isContested && claim.standsIn < 0
      && tokens[token].taken & claim.bit == 0
  }

  /// The last date on which a claim that is taken now is still held, at the median.
  private func lastDay(of claim: Int, from today: Int, _ now: SimulationTime) -> Int {
    min(tables.dayStarts.count - 2, max(today, tables.day(of: now + tables.claimSpans[claim])))
  }

  /// Whether a promise counts for work of a class: those of lower classes do not.
  private func binds(_ use: PromisedUse, _ priority: Int32) -> Bool {
    tables.variants[Int(ledger.bookings[Int(use.row)].variant)].priority <= priority
  }

  /// Units of a pool that touches are promised which are planned for a date and have not begun.
  private func unitsPromised(of pool: Int, on day: Int, to priority: Int32) -> Int32 {
    var units: Int32 = 0
    for use in ledger.uses(of: pool)
    where use.first == Int32(day) && !use.hasBegun && binds(use, priority) { units += use.count }
    return units
  }

  // MARK: Rooms and devices

  /// The first of some dates to come on which too few units are left beside what is promised and what others hold; nil for
  /// none.
  private func firstShortDay(
    of pool: Int, for count: Int32, _ token: Int, from first: Int, through last: Int
  ) -> Int? {
    let today = Int32(tables.day(of: instant))
    let uses = ledger.uses(of: pool).filter { $0.last >= Int32(first) && $0.first <= Int32(last) }
    let spots = ledger.spots.filter { $0.pool == Int32(pool) }
    if uses.isEmpty && spots.isEmpty { return nil }
    var booked = pools[pool].inUse
    for spot in spots where !spot.isWaiting { booked -= spot.count }
    let priority = tokens[token].priority
    for day in first...last {
      let date = Int32(day)
      var (coming, begun): (Int32, Int32) = (0, 0)
      for use in uses where use.first <= date && use.last >= date {
        if use.hasBegun {
          begun += use.count
        } else if use.first >= today, binds(use, priority) {
          coming += use.count
        }
      }
      var left = level(of: pool, on: day) - coming - min(begun, max(0, booked))
      for spot in spots where spot.first <= date && spot.last >= date && spot.token != Int32(token) {
        left -= spot.count
      }
      if left < count { return day }
    }
    return nil
  }

  /// How many units of a pool there are on a date, closures aside: who holds one holds it through them.
  private func level(of pool: Int, on day: Int) -> Int32 {
    if case .timetable(let levels) = tables.pools[pool].level {
      return levels.last { $0.at <= tables.dayStarts[day] }?.count ?? 0
    }
    return pools[pool].base
  }

  /// The first date from which all rooms and devices of a claim fit beside what is promised.
  private func firstFittingDay(_ token: Int, _ line: Int, after today: Int) -> Int? {
    var day = today + 1
    search: while day < tables.dayStarts.count - 1 {
      for index in claims(of: line)
      where isLacking(index, token) && !tables.pools[Int(tables.claims[index].pool)].isPeople {
        let claim = tables.claims[index]
        let last = lastDay(of: index, from: day, tables.dayStarts[day])
        if let short = firstShortDay(
          of: Int(claim.pool), for: claim.count, token, from: day, through: last)
        {
          day = short + 1
          continue search
        }
      }
      return day
    }
    return nil
  }

  // MARK: People

  /// Whether those who are free have hours enough, until the end of their shift, for touch work and for the booked touch work
  /// of the date that has not begun.
  private func hasHours(
    besidePromisesOf pool: Int, for count: Int32, _ token: Int, _ line: Int, _ now: SimulationTime
  ) -> Bool {
    let week = SimulationSpan(ticks: Int64(tables.ticksPerDay) * Int64(PipelineRun.patienceOfDeskWork))
    guard tables.steps[line].isTouch, now - tokens[token].startedAt < week else { return true }
    let today = Int32(tables.day(of: now))
    var promised: Int64 = 0
    for use in ledger.uses(of: pool)
    where use.first == today && !use.hasBegun && binds(use, tokens[token].priority) {
      promised += Int64(use.count) * (use.workEnd - use.start).ticks
    }
    if promised == 0 { return true }
    let plan = Int(tables.pools[pool].plan)
    let end = plan >= 0 ? tables.timetables[plan].end(ofShiftAt: now) : tables.dayStarts[Int(today) + 1]
    let left = (end - now).ticks
    let own = Int64(count) * min(left, (tables.steps[line].duration?.medianSpan ?? .zero).ticks)
    return own + promised <= Int64(pools[pool].free) * left
  }

  // MARK: Waiting for a date

  /// Notes that somebody waits, reserves what he waits for from the first date that fits, and has his line looked at again
  /// when the next date begins.
  private mutating func waitForPromise(
    _ token: Int, _ line: Int, _ pool: Int32, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let today = tables.day(of: agenda.now)
    let generation = tokens[token].generation
    let known = ledger.heldBack.firstIndex { $0.token == Int32(token) && $0.generation == generation }
    if let known, ledger.heldBack[known].wakes > Int32(today) { return }
    if known == nil {
      trace("waits for what is promised", token, agenda.now, detail: tables.pools[Int(pool)].name)
    }
    let isReserved = known.map { ledger.heldBack[$0].from > Int32(today) } ?? false
    var entry = HeldBack(
      token: Int32(token), generation: generation, wakes: Int32(today + 1),
      from: known.map { ledger.heldBack[$0].from } ?? -1)
    if !isReserved {
      forgetWaiting(token)
      entry.from = firstFittingDay(token, line, after: today).map(Int32.init) ?? -1
      if entry.from >= 0 { reserveUnits(for: token, line, from: Int(entry.from)) }
    } else if let known {
      ledger.heldBack.remove(at: known)
    }
    ledger.heldBack.append(entry)
    let next = tables.dayStarts[min(today + 1, tables.dayStarts.count - 1)]
    if next < horizon { agenda.schedule(.coverIsDue(line: Int32(line)), at: next, rank: .change) }
  }

  private mutating func reserveUnits(for token: Int, _ line: Int, from day: Int) {
    for index in claims(of: line)
    where isLacking(index, token) && !tables.pools[Int(tables.claims[index].pool)].isPeople {
      let claim = tables.claims[index]
      let last = lastDay(of: index, from: day, tables.dayStarts[day])
      addSpot(
        SpotUse(
          token: Int32(token), generation: tokens[token].generation, pool: claim.pool, count: claim.count,
          first: Int32(day), last: Int32(last), isWaiting: true))
    }
  }

  /// Somebody no longer waits for what is promised.
  mutating func forgetWaiting(_ token: Int) {
    guard ledger.heldBack.contains(where: { $0.token == Int32(token) }) else { return }
    ledger.heldBack.removeAll { $0.token == Int32(token) }
    for spot in ledger.spots where spot.token == Int32(token) && spot.isWaiting { reserve(spot, -1) }
    ledger.spots.removeAll { $0.token == Int32(token) && $0.isWaiting }
  }

  // MARK: Holding

  private mutating func addSpot(_ spot: SpotUse) {
    ledger.spots.append(spot)
    reserve(spot, 1)
  }

  /// Whole dates of units, beside those of bookings; the date on which they are taken is not looked at any more.
  private mutating func reserve(_ spot: SpotUse, _ sign: Double) {
    let first = Int(spot.first) + (spot.isWaiting ? 0 : 1)
    for day in first..<max(first, Int(spot.last) + 1) {
      ledger.reserve(whole(Int(spot.pool), spot.count, on: day), sign)
    }
  }

  /// Work without a booking takes units.
  mutating func noteSpot(_ count: Int32, of pool: Int, by token: Int, _ now: SimulationTime) {
    let step = Int(tokens[token].step)
    guard step >= 0, tables.steps[step].traits.contains(.heeds),
      let claim = claims(of: step).first(where: { tables.claims[$0].pool == Int32(pool) })
    else { return }
    let today = tables.day(of: now)
    addSpot(
      SpotUse(
        token: Int32(token), generation: tokens[token].generation, pool: Int32(pool), count: count,
        first: Int32(today), last: Int32(lastDay(of: claim, from: today, now)), isWaiting: false))
  }

  /// Units come back; where work without a booking had them, they are reserved for it no longer.
  mutating func endSpot(_ count: Int32, of pool: Int, by token: Int) {
    let place = ledger.spots.firstIndex {
      $0.token == Int32(token) && $0.pool == Int32(pool) && $0.count == count && !$0.isWaiting
    }
    if let place { reserve(ledger.spots.remove(at: place), -1) }
  }

  // MARK: Bookings

  /// A booking is given back: those whom it kept waiting are looked at.
  mutating func wakeForPromises(of booking: BookingLedger.Booking) {
    for use in booking.plan.uses where tables.pools[Int(use.pool)].isContested { markDirty(Int(use.pool)) }
  }

  // MARK: Broken promises

  /// The bookings whose promises a claim of a higher class breaks if it takes its units now, as rows of the ledger.
  func bookingsBroken(by token: Int, _ line: Int, _ now: SimulationTime) -> [Int32] {
    guard tables.breaksPromises, !tokens[token].hasStarted else { return [] }
    let today = Int32(tables.day(of: now))
    var rows: [Int32] = []
    for index in claims(of: line) where isLacking(index, token) {
      let claim = tables.claims[index]
      if tables.pools[Int(claim.pool)].isPeople { continue }
      var left = pools[Int(claim.pool)].free - claim.count
      for use in ledger.uses(of: Int(claim.pool)) where use.first == today && !use.hasBegun {
        left -= use.count
        if left < 0, !binds(use, tokens[token].priority), !rows.contains(use.row) { rows.append(use.row) }
      }
    }
    return rows
  }

  mutating func countBroken(_ rows: [Int32]) {
    for row in rows {
      let variant = Int(ledger.bookings[Int(row)].variant)
      count(tables.variants[variant].counters.bookingsBroken)
    }
  }
}
