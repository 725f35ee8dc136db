import PipelineModel
import Quantities

/// What bookings promise, and who has to heed it.
extension ScenarioCompiler {
  /// Notes of which pools a booking has to know which units it promises when: those that are cleared between two uses, rooms in
  /// which products keep apart, and what steps without a booking claim as well.
  mutating func findPromises() {
    var booked: Set<Int32> = []
    for booking in tables.bookings {
      for touch in booking.touches + booking.beside.map(\.work) {
        bookedSteps.insert(touch.step)
        for claim in tables.claims[touch.claims.indices] where !claim.isConsumed { booked.insert(claim.pool) }
      }
    }
    for pool in booked where tables.pools[Int(pool)].remembersUse || tables.pools[Int(pool)].keepsApart {
      tables.pools[Int(pool)].isPromised = true
    }
    for (index, step) in tables.steps.enumerated() where isUnbooked(Int32(index)) {
      for claim in tables.claims[step.claims.indices]
      where booked.contains(claim.pool) && heeds(step, claim) {
        tables.pools[Int(claim.pool)].isPromised = true
        tables.pools[Int(claim.pool)].isContested = true
      }
    }
    if tables.pools.contains(where: \.isContested) { measureClaims() }
  }

  /// Whether a step belongs to a product and is not laid out by its booking.
  private func isUnbooked(_ step: Int32) -> Bool {
    tables.steps[Int(step)].variant >= 0 && !bookedSteps.contains(step)
  }

  /// Rooms and devices are promised to the unit; people to touch work, by the hour.
  private func heeds(_ step: StepPlan, _ claim: ClaimPlan) -> Bool {
    let pool = tables.pools[Int(claim.pool)]
    if claim.isConsumed || claim.standsIn >= 0 || pool.isStock || pool.isProcess { return false }
    return !pool.isOfPeople || step.isTouch
  }

  /// Whether a step claims what bookings promise to others, without one of its own.
  func heedsPromises(_ step: Int) -> Bool {
    isUnbooked(Int32(step))
      && tables.claims[tables.steps[step].claims.indices].contains {
        tables.pools[Int($0.pool)].isContested && heeds(tables.steps[step], $0)
      }
  }

  /// Whether work without a booking, of a higher class, may take what bookings of a variant promise.
  func mayBeBroken(by variant: VariantPlan) -> Bool {
    guard variant.booking >= 0 else { return false }
    let booking = tables.bookings[Int(variant.booking)]
    let pools = Set(
      (booking.touches + booking.beside.map(\.work)).flatMap { touch in
        tables.claims[touch.claims.indices].map(\.pool)
      })
    return tables.steps.indices.contains { index in
      tables.steps[index].priority < variant.priority && isUnbooked(Int32(index))
        && tables.claims[tables.steps[index].claims.indices].contains { claim in
          let pool = tables.pools[Int(claim.pool)]
          return pools.contains(claim.pool) && pool.isContested && !pool.isOfPeople
        }
    }
  }

  // MARK: How long a claim is held

  private mutating func measureClaims() {
    tables.claimSpans = Array(repeating: .zero, count: tables.claims.count)
    for index in tables.steps.indices where heedsPromises(index) {
      for claim in tables.steps[index].claims.indices {
        let isKept = tables.claims[claim].isKept
        tables.claimSpans[claim] =
          isKept ? keptSpan(of: tables.claims[claim].pool, from: index) : medianSpan(of: index)
      }
    }
  }

  /// How long a step is under way at its median, as in the layout of a booking; work that pauses by the hours that its people
  /// have.
  private func medianSpan(of index: Int) -> SimulationSpan {
    let step = tables.steps[index]
    guard let span = step.duration?.medianSpan else { return .zero }
    let plan = Int(step.workingPlan)
    guard step.atShiftEnd == .suspend, plan >= 0, tables.timetables[plan].hoursPerYear > 0 else {
      return span
    }
    let share = tables.timetables[plan].hoursPerYear / (24 * 365.25)
    return SimulationSpan(ticks: Int64(min(Double(span.ticks) / share, Double(DrawPlan.longest))))
  }

  /// From a step that keeps units to the one that frees them, on the way that everybody takes; a date is added for each touch
  /// that may have to wait for the next.
  private func keptSpan(of pool: Int32, from index: Int) -> SimulationSpan {
    let line = mainLineOf[tables.steps[index].variant]?.steps ?? []
    guard let first = line.firstIndex(where: { $0.plan == Int32(index) }) else {
      return medianSpan(of: index)
    }
    var total: Double = 0
    for entry in line[first...] {
      let step = tables.steps[Int(entry.plan)]
      total += Double(medianSpan(of: Int(entry.plan)).ticks) + Double(entry.travel.ticks)
      if entry.plan != Int32(index), step.isTouch, step.workingPlan >= 0 { total += tables.ticksPerDay }
      if tables.freed[step.frees.indices].contains(pool) { break }
    }
    return SimulationSpan(ticks: Int64(min(total, Double(DrawPlan.longest))))
  }
}
