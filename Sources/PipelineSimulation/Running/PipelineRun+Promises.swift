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
      if tables.pools[pool].isOfPeople {
        if !hasHours(besidePromisesOf: pool, for: claim.count, token, line, now) { return claim.pool }
        continue
      }
      let promised = unitsPromised(of: pool, on: today, to: token)
      if promised > 0, pools[pool].free - promised < claim.count { return claim.pool }
      let last = lastDay(of: index, from: today, now)
      if last > today, !isDue(token, pool, today),
        firstShortDay(of: pool, for: claim.count, token, from: today + 1, through: last) != nil
      {
        return claim.pool
      }
    }
    return -1
  }

  /// Whether the first date has come on which units are reserved for a token that waits: it need not look further ahead.
  private func isDue(_ token: Int, _ pool: Int, _ today: Int) -> Bool {
    ledger.spots.contains {
      $0.token == Int32(token) && $0.isWaiting && $0.pool == Int32(pool) && $0.first <= Int32(today)
        && $0.last >= Int32(today)
    }
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

  /// Whether a promise counts for the work of a token: those of lower classes do not, nor those of its own patient.
  private func binds(_ use: PromisedUse, _ token: Int) -> Bool {
    tables.variants[Int(ledger.bookings[Int(use.row)].variant)].priority <= tokens[token].priority
      && !isOwn(use, token)
  }

  private func isOwn(_ use: PromisedUse, _ token: Int) -> Bool {
    let patient = tokens[token].patient
    return patient >= 0 && patients[patient].booking == use.row
  }

  /// Units of a pool that touches are promised which are planned for a date and have not begun.
  private func unitsPromised(of pool: Int, on day: Int, to token: Int) -> Int32 {
    var units: Int32 = 0
    for use in ledger.uses(of: pool)
    where use.first == Int32(day) && !use.hasBegun && binds(use, token) { units += use.count }
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
    for day in first...last {
      let date = Int32(day)
      var (coming, begun): (Int32, Int32) = (0, 0)
      for use in uses where use.first <= date && use.last >= date {
        if use.hasBegun {
          begun += use.count
        } else if use.first >= today, binds(use, token) {
          coming += use.count
        }
      }
      if coming == 0
        && !spots.contains(where: { $0.first <= date && $0.last >= date && $0.token != Int32(token) })
      {
        continue
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
      guard let start = firstWork(of: line, on: day) else {
        day += 1
        continue
      }
      for index in claims(of: line)
      where isLacking(index, token) && !tables.pools[Int(tables.claims[index].pool)].isOfPeople {
        let claim = tables.claims[index]
        let last = lastDay(of: index, from: day, start)
        // Who never has so many waits for that, and for no promise.
        if (day...last).contains(where: { level(of: Int(claim.pool), on: $0) < claim.count }) { return nil }
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

  /// When the people of a step begin to work on a date; nil where they do not.
  private func firstWork(of line: Int, on day: Int) -> SimulationTime? {
    let plan = Int(tables.steps[line].workingPlan)
    if plan < 0 { return tables.dayStarts[day] }
    let firstWork = tables.timetables[plan].firstWork
    return day < firstWork.count && firstWork[day] != .never ? firstWork[day] : nil
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
    let plan = Int(tables.pools[pool].plan)
    let end = plan >= 0 ? tables.timetables[plan].end(ofShiftAt: now) : tables.dayStarts[Int(today) + 1]
    var promised: Int64 = 0
    for use in ledger.uses(of: pool)
    where use.first == today && use.start < end && !use.hasBegun && binds(use, token) {
      let length = use.start < now ? use.workEnd - use.start : min(use.workEnd, end) - use.start
      promised += Int64(use.count) * length.ticks
    }
    if promised == 0 { return true }
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
    // A place is not lost while the dates last that are reserved.
    let isReserved =
      known != nil
      && ledger.spots.contains {
        $0.token == Int32(token) && $0.isWaiting && $0.last >= Int32(today)
      }
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
    where isLacking(index, token) && !tables.pools[Int(tables.claims[index].pool)].isOfPeople {
      let claim = tables.claims[index]
      let last = lastDay(of: index, from: day, firstWork(of: line, on: day) ?? tables.dayStarts[day])
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
      if tables.pools[Int(claim.pool)].isOfPeople { continue }
      var left = pools[Int(claim.pool)].free - claim.count
      for use in ledger.uses(of: Int(claim.pool)) where use.first == today && !use.hasBegun {
        left -= use.count
        if left < 0, !binds(use, token), !isOwn(use, token), !rows.contains(use.row) { rows.append(use.row) }
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
