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

  /// Lays a route out from a date on, every touch at its median; nil when a bound touch cannot be staffed, or, with the
  /// ledger, when something that it needs is already promised.
  func proposal(_ booking: BookingPlan, on day: Int, heedingLedger: Bool) -> BookingProposal? {
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
      let end = endOf(touch, from: begin.start)
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
    return fits(wanted, heedingLedger: heedingLedger) ? proposal : nil
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
      return begin == .never ? nil : (begin, begin)
    }
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
    let plan = tables.timetables[Int(touch.plan)]
    var time = start
    var left = touch.duration
    while true {
      let shiftEnd = plan.end(ofShiftAt: time)
      if shiftEnd == .never || shiftEnd - time >= left { return time + left }
      left = left - (shiftEnd - time)
      time = plan.nextOn(from: shiftEnd)
      if time == .never { return horizon }
    }
  }

  /// The dates on which a touch works, each with its ticks: one date for work that is finished once begun, shift after
  /// shift for work that pauses.
  private func shifts(of touch: TouchPlan, from start: SimulationTime) -> [(day: Int, ticks: Int64)] {
    guard touch.suspends, touch.plan >= 0 else { return [(tables.day(of: start), touch.duration.ticks)] }
    let plan = tables.timetables[Int(touch.plan)]
    var parts: [(day: Int, ticks: Int64)] = []
    var time = start
    var left = touch.duration
    while left > .zero, time < horizon {
      let worked = min(left, plan.end(ofShiftAt: time) - time)
      if worked > .zero { parts.append((tables.day(of: time), worked.ticks)) }
      left = left - worked
      time = plan.nextOn(from: time + worked)
    }
    return parts
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
    let plan = tables.pools[pool]
    for closure in plan.closures
    where closure.from < tables.dayStarts[day + 1] && closure.to > tables.dayStarts[day] {
      return 0
    }
    switch plan.level {
    case .constant(let count): return Double(count)
    case .timetable(let levels):
      return Double(levels.last { $0.at <= tables.dayStarts[day] }?.count ?? 0)
    case .roster(let heads, let equivalent, let present):
      // Before the opening the planned number is counted on.
      let persons = pools[pool].persons > 0 ? pools[pool].independent : heads
      var expected = Double(persons) * equivalent * present
      if plan.leave >= 0 { expected *= tables.leaves[Int(plan.leave)].present[day] }
      return expected
    case .stock: return .infinity
    }
  }

  private func fits(_ wanted: [BookingProposal.Reservation], heedingLedger: Bool) -> Bool {
    var sums: [Int: Double] = [:]
    for item in wanted { sums[item.pool * 1_000_000 + item.day, default: 0] += item.amount }
    for (key, amount) in sums {
      let (pool, day) = (key / 1_000_000, key % 1_000_000)
      let capacity = units(of: pool, on: day) * length(of: pool, on: day)
      let promised = heedingLedger ? ledger.reserved(pool: pool, day: day) : 0
      if promised + amount > capacity + 0.5 { return false }
    }
    return true
  }
}
