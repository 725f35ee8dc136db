import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// What a booking reserves: every later step that everybody passes, at its median duration.
  mutating func bookingPlan(
    _ slots: SlotGrid, of product: Product, facility: String?, route: RouteCompiler, path: String
  ) throws(CompileFault) -> BookingPlan {
    var weekly = [Int32](repeating: 0, count: 7)
    for day in slots.weekly { weekly[day.day.rawValue] += Int32(day.count) }
    var plan = BookingPlan(
      weekly: weekly, bookAhead: try span(slots.bookAhead, at: "\(path)/slots/book ahead"),
      from: slots.from.map { clock.time(of: $0) } ?? .zero, touches: [],
      touchOfStep: Array(repeating: -1, count: Int(route.stepCount)))
    for entry in route.mainLine.dropFirst(route.bookedFrom) {
      let (step, index) = (entry.step, entry.plan)
      let compiled = tables.steps[Int(index)]
      let isCalendar = [.culture, .assay, .delay].contains(step.kind) || step.uses.isEmpty
      var bound = TouchPlan.Bound.free
      if let date = step.on {
        bound = .date(offset: Int32(date.offset.amount), plan: compiled.datePlan)
      } else if let within = compiled.within {
        bound = .within(within)
      }
      let before = entry.after.filter { $0 >= route.bookedFrom }.map { Int32($0 - route.bookedFrom) }
      plan.touchOfStep[Int(compiled.localIndex)] = Int32(plan.touches.count)
      plan.touches.append(
        TouchPlan(
          local: compiled.localIndex, bound: bound, duration: compiled.duration?.medianSpan ?? .zero,
          plan: isCalendar ? -1 : compiled.workingPlan, claims: compiled.claims, frees: compiled.frees,
          isCalendar: isCalendar, suspends: compiled.atShiftEnd == .suspend,
          handsOn: entry.handsOn < 0 ? nil : handsOn(tables.steps[Int(entry.handsOn)]),
          after: TableRange(start: Int32(plan.predecessors.count), count: Int32(before.count))))
      plan.predecessors += before
    }
    return plan
  }

  private func handsOn(_ step: StepPlan) -> HandsOnPlan {
    HandsOnPlan(
      duration: step.duration?.medianSpan ?? .zero, plan: step.workingPlan, claims: step.claims)
  }
}
