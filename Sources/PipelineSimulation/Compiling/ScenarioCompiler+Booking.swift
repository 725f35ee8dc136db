import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// What a booking reserves: every later step that everybody passes, at its median duration, and what goes on beside it.
  mutating func bookingPlan(
    _ slots: SlotGrid, of product: Product, facility: String?, route: RouteCompiler, path: String
  ) throws(CompileFault) -> BookingPlan {
    var weekly = [Int32](repeating: 0, count: 7)
    for day in slots.weekly { weekly[day.day.rawValue] += Int32(day.count) }
    var plan = BookingPlan(
      weekly: weekly, bookAhead: try span(slots.bookAhead, at: "\(path)/slots/book ahead"),
      from: slots.from.map { clock.time(of: $0) } ?? .zero, touches: [],
      touchOfStep: Array(repeating: -1, count: Int(route.stepCount)))
    if let length = slots.overflowAfter, facility != product.madeAt.first {
      plan.overflowAfter = try span(length, at: "\(path)/slots/overflow after")
    }
    let line = route.mainLine
    for entry in line.steps.dropFirst(line.bookedFrom) {
      let compiled = tables.steps[Int(entry.plan)]
      var bound = TouchPlan.Bound.free
      if let date = entry.step.on {
        bound = .date(offset: Int32(date.offset.amount), plan: compiled.datePlan)
      } else if let within = compiled.within {
        bound = .within(within)
      }
      plan.touchOfStep[Int(compiled.localIndex)] = Int32(plan.touches.count)
      var touch = touch(entry.plan, bound)
      if entry.handsOn >= 0 {
        touch.handsOn = handsOn(tables.steps[Int(entry.handsOn)])
        bookedSteps.insert(entry.handsOn)
      }
      touch.after = plan.add(predecessors: entry.after, from: line.bookedFrom)
      touch.travel = entry.travel
      plan.touches.append(touch)
      addWorkBeside(compiled, to: &plan)
    }
    addLimits(of: line, to: &plan)
    for countdown in line.countdowns {
      let event = plan.touchOfStep[Int(countdown.event)]
      if event < 0 { continue }
      plan.beside.append(
        BesidePlan(touch: event, place: .before(countdown.before), work: touch(countdown.plan, .free)))
    }
    return plan
  }

  /// A step as work that is laid out.
  private mutating func touch(_ index: Int32, _ bound: TouchPlan.Bound) -> TouchPlan {
    let step = tables.steps[Int(index)]
    let isCalendar = [.culture, .assay, .delay].contains(step.kind) || step.claims.isEmpty
    return TouchPlan(
      local: step.localIndex, step: index, product: tables.variants[Int(step.variant)].product, bound: bound,
      duration: step.duration?.medianSpan ?? .zero,
      plan: isCalendar ? -1 : step.workingPlan, claims: ownClaims(of: step), frees: step.frees,
      isCalendar: isCalendar, suspends: step.atShiftEnd == .suspend, clears: step.changeover,
      covers: coverWork(of: step))
  }

  private mutating func handsOn(_ step: StepPlan) -> HandsOnPlan {
    HandsOnPlan(
      duration: step.duration?.medianSpan ?? .zero, plan: step.workingPlan, claims: ownClaims(of: step),
      covers: coverWork(of: step))
  }

  /// Repeated touches, and the steps of `meanwhile:` as far as they come one after the other.
  private mutating func addWorkBeside(_ step: StepPlan, to plan: inout BookingPlan) {
    let touch = Int32(plan.touches.count - 1)
    for place in step.touches.indices {
      for start in tables.forks[Int(tables.stepForks[place])].places {
        guard case .interval(let interval) = tables.instructions[Int(start)],
          case .step(let repeated) = tables.instructions[Int(start) + 1]
        else { continue }
        plan.beside.append(
          BesidePlan(
            touch: touch, place: .every(tables.intervals[Int(interval)]), work: self.touch(repeated, .free)))
      }
    }
    for place in step.meanwhile.indices {
      for start in tables.forks[Int(tables.stepForks[place])].places {
        var (instruction, next) = (Int(start), BesidePlan.Place.along)
        while case .step(let index) = tables.instructions[instruction] {
          plan.beside.append(BesidePlan(touch: touch, place: next, work: self.touch(index, .free)))
          (instruction, next) = (instruction + 1, .next)
        }
      }
    }
  }

  /// Holds, and shelf lives until the infusion: what breaks them at the medians is not offered.
  private func addLimits(of line: MainLine, to plan: inout BookingPlan) {
    var limits: [[LimitPlan]] = Array(repeating: [], count: plan.touches.count)
    for hold in line.holds where hold.after.allSatisfy({ $0 >= line.bookedFrom }) {
      let until =
        hold.until >= 0 ? Int(plan.touchOfStep[Int(hold.until)]) : hold.next - line.bookedFrom
      // A hold that waits for what lies before it is no limit on a start.
      guard plan.touches.indices.contains(until),
        hold.after.allSatisfy({ $0 - line.bookedFrom < until })
      else { continue }
      limits[until].append(
        LimitPlan(after: plan.add(predecessors: hold.after, from: line.bookedFrom), limit: hold.limit))
    }
    var life: (from: Int, limit: SimulationSpan)?
    for (place, entry) in line.steps.enumerated().dropFirst(line.bookedFrom) {
      let step = tables.steps[Int(entry.plan)]
      if step.isInfusion, let life {
        limits[place - line.bookedFrom].append(
          LimitPlan(after: plan.add(predecessors: [life.from], from: line.bookedFrom), limit: life.limit))
      }
      if let limit = step.shelfLife { life = (place, limit) }
    }
    for (touch, own) in limits.enumerated() {
      plan.touches[touch].limits = TableRange(start: Int32(plan.limits.count), count: Int32(own.count))
      plan.limits += own
    }
  }
}

extension BookingPlan {
  /// Notes what something comes after: places of the main line, of which those before the booking do not count.
  fileprivate mutating func add(predecessors places: [Int], from first: Int) -> TableRange {
    let before = places.filter { $0 >= first }.map { Int32($0 - first) }
    defer { predecessors += before }
    return TableRange(start: Int32(predecessors.count), count: Int32(before.count))
  }
}
