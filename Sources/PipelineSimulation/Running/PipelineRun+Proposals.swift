import PipelineModel
import Quantities

extension PipelineRun {
  /// When the slot of a date starts: the first working instant of the first touch; `.never` when nobody works.
  func slotStart(_ booking: BookingPlan, on day: Int) -> SimulationTime {
    guard let first = booking.touches.first else { return tables.dayStarts[day] }
    guard first.plan >= 0 else { return tables.dayStarts[day] }
    let firstWork = tables.timetables[Int(first.plan)].firstWork
    return day < firstWork.count ? firstWork[day] : .never
  }

  /// Lays a route out from a date on, every touch at its median; nil when a bound touch cannot be staffed, or when
  /// something that it needs is already promised.
  ///
  /// - Parameter isGiven: the booking was made before the start: it stands whether it fits or not, and what does not fit is
  ///   promised all the same.
  mutating func proposal(_ booking: BookingPlan, on day: Int, isGiven: Bool = false) -> BookingProposal? {
    var start = slotStart(booking, on: day)
    if start == .never {
      if !isGiven { return refuse(.unstaffed(touch: 0)) }
      start = tables.dayStarts[day]
    }
    defer { ledger.forgetWishes() }
    var proposal = BookingProposal(day: day, start: start)
    var ends: [SimulationTime] = []
    var over = start
    var kept: [KeptUnits] = []
    for (place, touch) in booking.touches.enumerated() {
      let number = Int32(place)
      let time = booking.end(of: touch.after, ends, start) + touch.travel
      guard let begin = planned(touch, after: time, slotDay: day, isGiven: isGiven) else {
        return refuse(time >= horizon ? .beyondHorizon : .unstaffed(touch: number))
      }
      var latest = SimulationTime.never
      if !isGiven {
        if case .within(let limit) = touch.bound { latest = time + limit }
        for limit in booking.limits[touch.limits.indices] {
          let end = booking.end(of: limit.after, ends, start) + limit.limit
          if begin.start > end {
            let after = booking.last(of: limit.after, ends)
            return refuse(.late(touch: number, after: after, limit: limit.limit))
          }
          latest = min(latest, end)
        }
      }
      let isLaidOut = !isGiven || tables.day(of: begin.start) < tables.dayStarts.count - 1
      guard
        let work = (isLaidOut ? reserve(touch, from: begin.start, by: latest, isGiven: isGiven, &kept) : nil)
          ?? (isGiven ? (begin: begin.start, end: begin.start + touch.duration) : nil)
      else { return refuse(begin.start >= horizon ? .beyondHorizon : .short(touch: number)) }
      proposal.starts.append(work.begin)
      proposal.notBefore.append(begin.notBefore)
      let last = tables.day(of: work.end)
      if last >= tables.dayStarts.count - 1, !isGiven { return refuse(.beyondHorizon) }
      for freed in tables.freed[touch.frees.indices] { endKept(&kept, by: work.end) { $0 == Int(freed) } }
      ends.append(work.end)
      over = max(over, work.end)
    }
    endKept(&kept, by: over) { _ in true }
    let isStaffed = layOutBeside(booking, proposal.starts, ends, isGiven: isGiven)
    if !isGiven {
      if !isStaffed { return refuse(.beside) }
      if let refusal = productKeptApart { return refuse(refusal) }
      if let pool = poolOfLateClearing() { return refuse(.uncleared(pool: pool)) }
      if let pool = poolOfUnfitWish {
        if tables.notesLostStarts { noteLostStart(booking, on: day) }
        return refuse(.promised(pool: pool))
      }
    }
    ledger.refusal = nil
    proposal.reservations = ledger.wishes
    proposal.uses = ledger.wantedUses
    proposal.raises = ledger.wantedRaises
    return proposal
  }

  /// What earlier touches of a layout keep, from a date on; the place of the use among those that are wanted, -1 for none.
  typealias KeptUnits = (pool: Int, count: Int32, from: Int, use: Int)

  /// What was kept until the end of a touch is reserved: whole dates.
  private mutating func endKept(
    _ kept: inout [KeptUnits], by end: SimulationTime, where isFreed: (Int) -> Bool
  ) {
    let last = tables.day(of: end)
    for holding in kept where isFreed(holding.pool) {
      for date in holding.from...max(holding.from, last) {
        ledger.wish(whole(holding.pool, holding.count, on: date))
      }
      if holding.use < 0 { continue }
      ledger.wantedUses[holding.use].end = end
      ledger.wantedUses[holding.use].last = Int32(max(holding.from, last))
    }
    kept.removeAll { isFreed($0.pool) }
  }

  /// Adds what a touch needs to what is wanted, the clearing before it with it, and says when it begins and ends; nil when
  /// there is not enough of it, or not by an instant.
  mutating func reserve(
    _ touch: TouchPlan, from start: SimulationTime, by latest: SimulationTime = .never,
    isGiven: Bool = false, _ kept: inout [KeptUnits]
  ) -> (begin: SimulationTime, end: SimulationTime)? {
    var start = start
    var (clearing, ready) = clearing(before: touch, at: start)
    while ready > start, !isGiven {
      // It waits for its room, on its own date; then another may be in it.
      if ready > latest || tables.day(of: ready) > tables.day(of: start) { return nil }
      start = ready
      (clearing, ready) = self.clearing(before: touch, at: start)
    }
    let length = touch.duration + clearing
    var (begin, end) = (start, start + length)
    if let handsOn = touch.handsOn {
      guard let over = reserve(handsOn, from: start) else { return nil }
      end = max(end, over)
    }
    let (first, others) = (tables.day(of: start), own(of: tables.claims[touch.claims.indices], kept))
    if touch.suspends, touch.plan >= 0, !touch.isCalendar, touch.covers.isEmpty {
      guard let work = layOut(length, by: touch.plan, from: start, for: others), work.begin <= latest else {
        return nil
      }
      reserve(work.shifts, for: others)
      (begin, end) = (work.begin, work.end)
    } else if touch.suspends, touch.plan >= 0, !touch.isCalendar {
      guard
        let work = earliest(
          length, by: touch.plan, from: start, until: latest, for: others, orBy: touch.covers,
          { self.own(of: $0, kept) })
      else { return nil }
      reserve(work.shifts, for: work.claims)
      (begin, end) = (work.begin, work.end)
    } else if touch.isCalendar {
      let last = tables.day(of: end)
      if last >= tables.dayStarts.count - 1 { return nil }
      for claim in whoHasRoom(for: touch, others, kept, from: first, through: last) {
        for date in first...last { ledger.wish(whole(Int(claim.pool), claim.count, on: date)) }
      }
    } else if !touch.covers.isEmpty {
      guard
        let work = whoIsThere(
          for: touch, length, clears: clearing > .zero, others, kept, at: start, until: latest)
      else { return nil }
      begin = work.begin
      end = max(end, begin + length)
      if tables.day(of: begin + length) >= tables.dayStarts.count - 1 { return nil }
      reserve(length, from: begin, clearing: clearing, for: work.claims)
    } else {
      for claim in others where Double(claim.count) > units(of: Int(claim.pool), on: first).rounded(.up) {
        return nil
      }
      if tables.day(of: start + length) >= tables.dayStarts.count - 1 { return nil }
      reserve(length, from: start, clearing: clearing, for: others)
    }
    noteUses(of: touch, others, begin, end, clearing)
    for claim in tables.claims[touch.claims.indices] where claim.isKept {
      let isNoted = tables.pools[Int(claim.pool)].isPromised
      if isNoted { noteUse(claim, of: touch, begin, end, clearing, isWhole: true) }
      kept.append((Int(claim.pool), claim.count, first, isNoted ? ledger.wantedUses.count - 1 : -1))
    }
    return (begin, end)
  }

  private mutating func noteUses(
    of touch: TouchPlan, _ claims: [ClaimPlan], _ begin: SimulationTime, _ end: SimulationTime,
    _ clearing: SimulationSpan
  ) {
    for claim in claims where tables.pools[Int(claim.pool)].isPromised {
      // Desk work takes the hours that are left.
      if tables.pools[Int(claim.pool)].isOfPeople, touch.isCalendar || touch.suspends { continue }
      noteUse(claim, of: touch, begin, end, clearing, isWhole: touch.isCalendar)
    }
  }

  private mutating func noteUse(
    _ claim: ClaimPlan, of touch: TouchPlan, _ begin: SimulationTime, _ end: SimulationTime,
    _ clearing: SimulationSpan, isWhole: Bool
  ) {
    ledger.wantedUses.append(
      PromisedUse(
        pool: claim.pool, local: touch.local, product: touch.product, count: claim.count, start: begin,
        workEnd: end, end: end, clearing: clearing, isWhole: isWhole,
        first: Int32(tables.day(of: begin)), last: Int32(tables.day(of: end))))
  }

  /// Touch work takes its median on the date on which it begins. The clearing before it takes what falls into the working time
  /// of those that it needs, on later dates as well.
  private mutating func reserve(
    _ length: SimulationSpan, from start: SimulationTime, clearing: SimulationSpan, for claims: [ClaimPlan]
  ) {
    let (first, work) = (tables.day(of: start), length.ticks - clearing.ticks)
    for claim in claims where !claim.isConsumed {
      var ticks = work
      if clearing > .zero {
        var onFirst: Int64 = 0
        eachWorkingTicks(of: Int(claim.pool), from: start, to: start + length) { run, day, worked in
          if day == first { onFirst += worked } else { run.wish(worked, of: claim, on: day) }
        }
        ticks = max(work, onFirst)
      }
      wish(ticks, of: claim, on: first)
    }
  }

  mutating func wish(_ ticks: Int64, of claim: ClaimPlan, on day: Int) {
    ledger.wish(
      BookingProposal.Reservation(
        pool: Int(claim.pool), day: day, amount: Double(claim.count) * Double(ticks)))
  }

  /// Tells the ticks on each date that a pool works between two instants.
  mutating func eachWorkingTicks(
    of pool: Int, from start: SimulationTime, to end: SimulationTime,
    _ body: (inout PipelineRun, Int, Int64) -> Void
  ) {
    let plan = Int(tables.pools[pool].plan)
    if plan >= 0 {
      var walk = tables.timetables[plan].walk(from: start)
      while let shift = tables.timetables[plan].next(&walk), shift.from < end {
        body(&self, tables.day(of: shift.from), (min(end, shift.to) - shift.from).ticks)
      }
      return
    }
    for day in tables.day(of: start)...tables.day(of: end) {
      let ticks = (min(end, tables.dayStarts[day + 1]) - max(start, tables.dayStarts[day])).ticks
      if ticks > 0 { body(&self, day, ticks) }
    }
  }

  /// Adds what the analysts' part of an assay needs, and says when it ends.
  private mutating func reserve(_ handsOn: HandsOnPlan, from start: SimulationTime) -> SimulationTime? {
    if handsOn.covers.isEmpty {
      let claims = tables.claims[handsOn.claims.indices]
      guard let work = layOut(handsOn.duration, by: handsOn.plan, from: start, for: claims) else {
        return nil
      }
      reserve(work.shifts, for: claims)
      return work.end
    }
    let claims = Array(tables.claims[handsOn.claims.indices])
    guard
      let work = earliest(
        handsOn.duration, by: handsOn.plan, from: start, until: .never, for: claims,
        orBy: handsOn.covers, { $0 })
    else { return nil }
    reserve(work.shifts, for: work.claims)
    return work.end
  }

  /// What a touch claims for itself: neither what it consumes, nor what is kept from or for other touches.
  func own(
    of claims: some Sequence<ClaimPlan>, _ kept: [KeptUnits]
  ) -> [ClaimPlan] {
    var own: [ClaimPlan] = []
    own.reserveCapacity(claims.underestimatedCount)
    for claim in claims where !claim.isConsumed && !claim.isKept {
      if !kept.contains(where: { $0.pool == Int(claim.pool) }) { own.append(claim) }
    }
    return own
  }

  private mutating func reserve(
    _ shifts: [(day: Int, ticks: Int64)], for claims: some Sequence<ClaimPlan>
  ) {
    for claim in claims where !claim.isConsumed {
      for (date, ticks) in shifts {
        let amount = Double(claim.count) * Double(ticks)
        ledger.wish(BookingProposal.Reservation(pool: Int(claim.pool), day: date, amount: amount))
      }
    }
  }

  /// As `planned(_:after:slotDay:)`; a booking that is given has a plan for each touch, at the worst when its turn comes.
  private func planned(
    _ touch: TouchPlan, after time: SimulationTime, slotDay: Int, isGiven: Bool
  ) -> (start: SimulationTime, notBefore: SimulationTime)? {
    let begin = planned(touch, after: time, slotDay: slotDay)
    if isGiven, begin == nil || begin?.start == .never { return (time, time) }
    return begin
  }

  /// When a touch is planned to begin; nil when it is bound to a time at which it cannot be staffed.
  private func planned(
    _ touch: TouchPlan, after time: SimulationTime, slotDay: Int
  ) -> (start: SimulationTime, notBefore: SimulationTime)? {
    switch touch.bound {
    case .date(let offset, let plan):
      guard let day = date(slotDay, plus: Int(offset), plan: plan) else { return nil }
      var begin = tables.dayStarts[day]
      if touch.plan >= 0 {
        let firstWork = tables.timetables[Int(touch.plan)].firstWork
        guard day < firstWork.count, firstWork[day] != .never else { return nil }
        begin = firstWork[day]
      }
      return (max(begin, nextWork(touch, from: max(time, begin))), begin)
    case .within(let limit):
      let begin = nextWork(touch, from: time)
      return begin - time > limit ? nil : (begin, begin)
    case .free:
      let begin = nextWork(touch, from: time)
      if begin == .never { return nil }
      return (begin, min(begin, startOfWork(touch, on: tables.day(of: begin))))
    }
  }

  /// The first instant at which a touch can be worked at on a date.
  private func startOfWork(_ touch: TouchPlan, on day: Int) -> SimulationTime {
    guard touch.plan >= 0 else { return tables.dayStarts[day] }
    let firstWork = tables.timetables[Int(touch.plan)].firstWork
    return day < firstWork.count ? firstWork[day] : tables.dayStarts[day]
  }
  /// The date some dates, or some working days of a plan, after another.
  private func date(_ day: Int, plus offset: Int, plan: Int32) -> Int? {
    var date = day
    if plan < 0 {
      date += offset
    } else {
      let working = tables.timetables[Int(plan)].workingTicks
      for _ in 0..<offset {
        repeat { date += 1 } while date < working.count && working[date] == 0
      }
    }
    return date < tables.dayStarts.count - 1 ? date : nil
  }

  func nextWork(_ touch: TouchPlan, from time: SimulationTime) -> SimulationTime {
    touch.plan >= 0 ? tables.timetables[Int(touch.plan)].nextOn(from: time) : time
  }

  /// Work that pauses, laid over the shifts of a plan (-1 for calendar time): when it begins and ends, and how much of it falls
  /// on which date.
  ///
  /// It takes the hours that are left on each date. Nil when it is not done within `patienceOfDeskWork` dates of when
  /// it would be if nobody else needed anything.
  func layOut(
    _ work: SimulationSpan, by timetable: Int32, from start: SimulationTime,
    for claims: some Sequence<ClaimPlan>
  ) -> (begin: SimulationTime, end: SimulationTime, shifts: [(day: Int, ticks: Int64)])? {
    let plan = Int(timetable)
    guard plan >= 0 else { return (start, start + work, [(tables.day(of: start), work.ticks)]) }
    // A shift that began on the date before may still go on.
    guard work.ticks <= tables.timetables[plan].ticksLeft(from: max(0, tables.day(of: start) - 1)) else {
      return nil
    }
    var parts: [(day: Int, ticks: Int64)] = []
    var (left, unhindered, lastDay) = (work.ticks, work.ticks, Int.max)
    var begin = start
    var walk = tables.timetables[plan].walk(from: start)
    while let shift = tables.timetables[plan].next(&walk) {
      let day = tables.day(of: shift.from)
      if day > lastDay || day >= tables.dayStarts.count - 1 { return nil }
      let length = (shift.to - shift.from).ticks
      unhindered -= length
      if unhindered <= 0, lastDay == .max { lastDay = day + PipelineRun.patienceOfDeskWork }
      let own = parts.last.map { $0.day == day ? $0.ticks : 0 } ?? 0
      let worked = min(left, length, max(0, hoursLeft(for: claims, on: day) - own))
      if worked > 0 {
        if parts.isEmpty { begin = shift.from }
        if own > 0 { parts[parts.count - 1].ticks += worked } else { parts.append((day, worked)) }
      }
      left -= worked
      if left <= 0 { return (begin, shift.from + SimulationSpan(ticks: worked), parts) }
    }
    return nil
  }

  /// Whether every dated touch of a start on a date can be staffed: known calendars, holidays, closures and planned
  /// numbers, whatever is promised.
  func isStaffable(_ booking: BookingPlan, on day: Int) -> Bool {
    for touch in booking.touches {
      guard case .date(let offset, let plan) = touch.bound else { continue }
      guard let date = date(day, plus: Int(offset), plan: plan) else { return false }
      if touch.plan >= 0 {
        let firstWork = tables.timetables[Int(touch.plan)].firstWork
        guard date < firstWork.count, firstWork[date] != .never else { return false }
      }
      if isPlanned(touch.claims, on: date) { continue }
      let others = tables.coverWorks[touch.covers.indices]
      if !others.contains(where: { isPlanned($0.claims, on: date) }) { return false }
    }
    return true
  }

  /// Whether enough of all that is claimed is planned to be there on a date.
  private func isPlanned(_ claims: TableRange, on date: Int) -> Bool {
    for index in claims.indices where !tables.claims[index].isConsumed {
      let pool = Int(tables.claims[index].pool)
      if plannedUnits(of: pool, on: date).rounded(.up) < Double(tables.claims[index].count) { return false }
    }
    return true
  }
}
