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
  func proposal(_ booking: BookingPlan, on day: Int) -> BookingProposal? {
    let start = slotStart(booking, on: day)
    if start == .never { return nil }
    var proposal = BookingProposal(day: day, start: start)
    var time = start
    var kept: [(pool: Int, count: Int32, from: Int)] = []
    var wanted: [BookingProposal.Reservation] = []
    for touch in booking.touches {
      guard let begin = planned(touch, after: time, slotDay: day) else { return nil }
      proposal.starts.append(begin.start)
      proposal.notBefore.append(begin.notBefore)
      var end = endOf(touch, from: begin.start)
      if let handsOn = touch.handsOn {
        let work = layOut(handsOn, from: begin.start)
        end = max(end, work.end)
        for claim in tables.claims[handsOn.claims.indices] where !claim.isConsumed {
          for (date, ticks) in work.shifts {
            let amount = Double(claim.count) * Double(ticks)
            wanted.append(BookingProposal.Reservation(pool: Int(claim.pool), day: date, amount: amount))
          }
        }
      }
      let first = tables.day(of: begin.start)
      let last = tables.day(of: end)
      if last >= tables.dayStarts.count - 1 { return nil }
      for claim in tables.claims[touch.claims.indices] where !claim.isConsumed {
        let pool = Int(claim.pool)
        if kept.contains(where: { $0.pool == pool && !claim.isKept }) { continue }
        if claim.isKept {
          kept.append((pool, claim.count, first))
        } else if touch.isCalendar {
          for date in first...last { wanted.append(whole(pool, claim.count, on: date)) }
        } else {
          for (date, ticks) in shifts(of: touch, from: begin.start) {
            let amount = Double(claim.count) * Double(ticks)
            wanted.append(BookingProposal.Reservation(pool: pool, day: date, amount: amount))
            if Double(claim.count) > units(of: pool, on: date).rounded(.up) { return nil }
          }
        }
      }
      for freed in tables.freed[touch.frees.indices] {
        for holding in kept where holding.pool == Int(freed) {
          for date in holding.from...last { wanted.append(whole(holding.pool, holding.count, on: date)) }
        }
        kept.removeAll { $0.pool == Int(freed) }
      }
      time = end
    }
    let last = tables.day(of: time)
    for holding in kept {
      for date in holding.from...last { wanted.append(whole(holding.pool, holding.count, on: date)) }
    }
    proposal.reservations = wanted
    return fits(wanted) ? proposal : nil
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

  private func nextWork(_ touch: TouchPlan, from time: SimulationTime) -> SimulationTime {
    touch.plan >= 0 ? tables.timetables[Int(touch.plan)].nextOn(from: time) : time
  }

  private func endOf(_ touch: TouchPlan, from start: SimulationTime) -> SimulationTime {
    guard touch.suspends, touch.plan >= 0 else { return start + touch.duration }
    return layOut(touch.duration, by: touch.plan, from: start).end
  }

  /// The dates on which a touch works, each with its ticks: one date for work that is finished once begun, shift after
  /// shift for work that pauses.
  private func shifts(of touch: TouchPlan, from start: SimulationTime) -> [(day: Int, ticks: Int64)] {
    guard touch.suspends, touch.plan >= 0 else { return [(tables.day(of: start), touch.duration.ticks)] }
    return layOut(touch.duration, by: touch.plan, from: start).shifts
  }

  private func layOut(
    _ handsOn: HandsOnPlan, from start: SimulationTime
  ) -> (end: SimulationTime, shifts: [(day: Int, ticks: Int64)]) {
    guard handsOn.plan >= 0 else {
      return (start + handsOn.duration, [(tables.day(of: start), handsOn.duration.ticks)])
    }
    return layOut(handsOn.duration, by: handsOn.plan, from: start)
  }

  /// Work laid over the shifts of a plan: when it ends, and how much falls on which date.
  private func layOut(
    _ work: SimulationSpan, by timetable: Int32, from start: SimulationTime
  ) -> (end: SimulationTime, shifts: [(day: Int, ticks: Int64)]) {
    var parts: [(day: Int, ticks: Int64)] = []
    var time = tables.timetables[Int(timetable)].nextOn(from: start)
    var left = work
    while time != .never {
      let worked = min(left, tables.timetables[Int(timetable)].end(ofShiftAt: time) - time)
      parts.append((tables.day(of: time), worked.ticks))
      left = left - worked
      if left <= .zero { return (time + worked, parts) }
      time = tables.timetables[Int(timetable)].nextOn(from: time + worked)
    }
    return (horizon, parts)
  }

  /// All of some units for a whole date.
  private func whole(_ pool: Int, _ count: Int32, on day: Int) -> BookingProposal.Reservation {
    BookingProposal.Reservation(pool: pool, day: day, amount: Double(count) * length(of: pool, on: day))
  }

  /// How long a pool works on a date, in ticks.
  private func length(of pool: Int, on day: Int) -> Double {
    let plan = tables.pools[pool].plan
    if plan >= 0 {
      let working = tables.timetables[Int(plan)].workingTicks
      return day < working.count ? Double(working[day]) : 0
    }
    return Double((tables.dayStarts[min(day + 1, tables.dayStarts.count - 1)] - tables.dayStarts[day]).ticks)
  }

  /// How many units of a pool can be counted on for a date: closures are known ahead, people by their expected number.
  private func units(of pool: Int, on day: Int) -> Double {
    for closure in tables.pools[pool].closures
    where closure.from < tables.dayStarts[day + 1] && closure.to > tables.dayStarts[day] {
      return 0
    }
    switch tables.pools[pool].level {
    case .constant(let count): return Double(count)
    case .timetable(let levels):
      return Double(levels.last { $0.at <= tables.dayStarts[day] }?.count ?? 0)
    case .roster(let heads, let equivalent, let present):
      // Before the opening the planned number is counted on.
      let persons = pools[pool].isEmployed ? pools[pool].independent : heads
      var expected = Double(persons) * equivalent * present
      let leave = tables.pools[pool].leave
      if leave >= 0 { expected *= tables.leaves[Int(leave)].present[day] }
      return expected
    case .stock: return .infinity
    }
  }

  private func fits(_ wanted: [BookingProposal.Reservation]) -> Bool {
    // Most dates that do not fit are found by one of their reservations alone.
    for item in wanted where exceeds(item.pool, item.day, item.amount) { return false }
    var sum = 0.0
    let sorted = wanted.sorted { ($0.pool, $0.day) < ($1.pool, $1.day) }
    for (index, item) in sorted.enumerated() {
      sum += item.amount
      let isLast =
        index + 1 == sorted.count || sorted[index + 1].pool != item.pool || sorted[index + 1].day != item.day
      if isLast {
        if exceeds(item.pool, item.day, sum) { return false }
        sum = 0
      }
    }
    return true
  }

  /// Whether so many unit-ticks are more than a pool has left on a date.
  private func exceeds(_ pool: Int, _ day: Int, _ amount: Double) -> Bool {
    ledger.reserved(pool: pool, day: day) + amount > units(of: pool, on: day) * length(of: pool, on: day)
      + 0.5
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
      for index in touch.claims.indices where !tables.claims[index].isConsumed {
        let pool = Int(tables.claims[index].pool)
        if plannedUnits(of: pool, on: date).rounded(.up) < Double(tables.claims[index].count) { return false }
      }
    }
    return true
  }

  /// Units that a pool is planned to have on a date, whoever has left meanwhile.
  private func plannedUnits(of pool: Int, on day: Int) -> Double {
    guard case .roster(let heads, let equivalent, let present) = tables.pools[pool].level else {
      return units(of: pool, on: day)
    }
    let leave = tables.pools[pool].leave
    let there = leave >= 0 ? tables.leaves[Int(leave)].present[day] : 1
    return Double(heads) * equivalent * present * there
  }
}
