import EventKernel
import Quantities
import Randomness

/// Competing risks: each clock runs from mark to mark; the first to ring takes the patient out.
extension PipelineRun {
  @inline(__always)
  mutating func startClocks(of patient: Int, at mark: Int32, _ agenda: inout Agenda<PipelineEvent>) {
    if tables.clockStride > 0 { startEachClock(of: patient, at: mark, &agenda) }
  }

  private mutating func startEachClock(
    of patient: Int, at mark: Int32, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let variant = Int(patients[patient].variant)
    for (index, clock) in tables.variants[variant].clocks.enumerated() where clock.fromMark == mark {
      let place = patient * tables.clockStride + index
      if clockTickets[place] != .none { continue }
      if isFixedAtMedian { continue }
      let lineage = Lineage(
        origin: tables.sources[Int(patients[patient].source)].origin, number: patients[patient].number)
      var length = span(clock.draw, lineage, 1)
      if clock.course >= 0 { length = changed(length, by: clock.course, of: patient, agenda.now) }
      let end = agenda.now + length
      if end >= horizon { continue }
      clockTickets[place] = agenda.schedule(
        .rings(patient: Int32(patient), clock: Int32(index)), at: end, rank: .change)
    }
  }

  /// The time until a clock rings whose hazard changes, from the time that it would take if it did not.
  private func changed(
    _ length: SimulationSpan, by course: Int32, of patient: Int, _ now: SimulationTime
  ) -> SimulationSpan {
    let ticks = tables.courses[Int(course)].ticks(
      spending: Double(length.ticks), severity: severity(of: patient, now))
    guard ticks < Double(DrawPlan.longest) else { return SimulationSpan(ticks: DrawPlan.longest) }
    return SimulationSpan(ticks: max(0, Int64(ticks.rounded())))
  }

  /// What is left of a clock whose hazard changes, after a while without its ringing: from what would be left if it did not.
  func remaining(
    _ rest: SimulationSpan, by course: Int32, after elapsed: SimulationSpan, severity: Double
  ) -> SimulationSpan {
    let course = tables.courses[Int(course)]
    let before = Double(elapsed.ticks)
    let spent = course.spent(until: before, severity: severity)
    let end = course.ticks(spending: spent + Double(rest.ticks), severity: severity)
    let ticks = min(max(0, end - before), Double(DrawPlan.longest))
    return SimulationSpan(ticks: Int64(ticks.rounded()))
  }

  @inline(__always)
  mutating func stopClocks(of patient: Int, at mark: Int32?, _ agenda: inout Agenda<PipelineEvent>) {
    if tables.clockStride > 0 { stopEachClock(of: patient, at: mark, &agenda) }
  }

  private mutating func stopEachClock(
    of patient: Int, at mark: Int32?, _ agenda: inout Agenda<PipelineEvent>
  ) {
    let variant = Int(patients[patient].variant)
    for (index, clock) in tables.variants[variant].clocks.enumerated()
    where mark == nil || clock.toMark == mark {
      let place = patient * tables.clockStride + index
      if clockTickets[place] != .none { agenda.withdraw(clockTickets[place]) }
      clockTickets[place] = .none
    }
  }

  mutating func rings(_ patient: Int, _ clock: Int, _ agenda: inout Agenda<PipelineEvent>) {
    clockTickets[patient * tables.clockStride + clock] = .none
    let reason = tables.variants[Int(patients[patient].variant)].clocks[clock].reason
    losePatient(patient, reason: reason, &agenda)
  }
}
