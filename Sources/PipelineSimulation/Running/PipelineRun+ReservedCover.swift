import Quantities

/// Who is reserved for booked work: its own roles first, then those that stand in, who begin after the wait for the own.
extension PipelineRun {
  /// Work that pauses, laid over shifts: by its own roles, or by others where these are done earlier. Nil when nobody is done
  /// in time, or begins by an instant.
  func earliest(
    _ work: SimulationSpan, by plan: Int32, from start: SimulationTime, until latest: SimulationTime,
    for own: [ClaimPlan], orBy covers: TableRange, _ wanted: ([ClaimPlan]) -> [ClaimPlan]
  ) -> (
    begin: SimulationTime, end: SimulationTime, shifts: [(day: Int, ticks: Int64)], claims: [ClaimPlan]
  )? {
    let alone = layOut(work, by: plan, from: start, for: own).flatMap { $0.begin <= latest ? $0 : nil }
    var best = alone.map { (begin: $0.begin, end: $0.end, shifts: $0.shifts, claims: own) }
    for other in tables.coverWorks[covers.indices] {
      let claims = wanted(Array(tables.claims[other.claims.indices]))
      let begin = begin(of: other, from: start)
      guard begin <= latest, tables.day(of: begin) < tables.dayStarts.count - 1,
        let laidOut = layOut(work, by: other.plan, from: begin, for: claims), laidOut.begin <= latest
      else { continue }
      if best.map({ laidOut.end < $0.end }) ?? true {
        best = (laidOut.begin, laidOut.end, laidOut.shifts, claims)
      }
    }
    return best
  }

  /// Touch work on its date: by its own roles where these are there and not promised, else by the first others who are and who
  /// begin by an instant.
  func whoIsThere(
    for touch: TouchPlan, _ length: SimulationSpan, clears: Bool, _ own: [ClaimPlan], _ kept: [KeptUnits],
    at start: SimulationTime, until latest: SimulationTime
  ) -> (begin: SimulationTime, claims: [ClaimPlan])? {
    if isLeft(own, length.ticks, on: tables.day(of: start), goesOn: clears) { return (start, own) }
    for other in tables.coverWorks[touch.covers.indices] {
      let claims = self.own(of: tables.claims[other.claims.indices], kept)
      let begin = begin(of: other, from: start)
      if begin == .never || begin > latest { continue }
      let day = tables.day(of: begin)
      if day < tables.dayStarts.count - 1, isLeft(claims, length.ticks, on: day, goesOn: clears) {
        return (begin, claims)
      }
    }
    return nil
  }

  /// When others begin who have been waited for their own role.
  private func begin(of other: CoverWorkPlan, from start: SimulationTime) -> SimulationTime {
    let time = start + other.delay
    return other.plan >= 0 ? tables.timetables[Int(other.plan)].nextOn(from: time) : time
  }

  /// Calendar time: its own roles where whole dates of them are left, else the first others of whom they are.
  func whoHasRoom(
    for touch: TouchPlan, _ own: [ClaimPlan], _ kept: [KeptUnits], from first: Int, through last: Int
  ) -> [ClaimPlan] {
    if touch.covers.isEmpty { return own }
    let others = tables.coverWorks[touch.covers.indices].map {
      self.own(of: tables.claims[$0.claims.indices], kept)
    }
    let fitting = ([own] + others).first { claims in
      (first...last).allSatisfy { isLeft(claims, nil, on: $0) }
    }
    return fitting ?? own
  }

  /// Whether so much of all that is claimed is left on a date, beside what is promised and wanted; nil for all of it. What
  /// does not fit the date may go on.
  private func isLeft(_ claims: [ClaimPlan], _ ticks: Int64?, on day: Int, goesOn: Bool = false) -> Bool {
    claims.allSatisfy { claim in
      let pool = Int(claim.pool)
      let there = units(of: pool, on: day)
      if there == .infinity { return true }
      // Whoever stands in may be claimed by the same step himself.
      let count = Double(claims.reduce(0) { $0 + ($1.pool == claim.pool ? $1.count : 0) })
      if count > there.rounded(.up) { return false }
      let length = length(of: pool, on: day)
      let wanted = ticks.map(Double.init) ?? length
      let demand = count * (goesOn ? min(wanted, length) : wanted)
      // Half a tick is nothing: sums of hours are rounded.
      return ledger.demanded(pool: pool, day: day) + demand <= there * length + 0.5
    }
  }
}
