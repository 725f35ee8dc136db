import Foundation
import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// The course of a clock's hazard; -1 where it stays as it is written.
  mutating func course(
    of clock: PatientClock, in demand: Demand, path: String
  ) throws(CompileFault) -> Int32 {
    if clock.changes.isEmpty && clock.doublesWithSeverity == nil { return -1 }
    guard case .hazard = clock.risk else {
      throw CompileFault(path, "Only a hazard can change in time or with severity.")
    }
    var course = HazardCourse(worseningPerTick: worsening(of: demand))
    if let step = clock.doublesWithSeverity { course.perSeverity = log(2) / step }
    for change in clock.changes {
      let after = try span(change.after, at: "\(path)/changes")
      course.changes.append((Double(after.ticks), change.factor))
    }
    tables.courses.append(course)
    return Int32(tables.courses.count - 1)
  }

  /// A source with what it says of severity.
  mutating func graded(
    _ source: SourcePlan, by demand: Demand, path: String
  ) throws(CompileFault) -> SourcePlan {
    var source = source
    source.worseningPerTick = worsening(of: demand)
    source.severityClasses = demand.severityClasses
    guard let benefit = demand.benefit else { return source }
    if demand.order == .maximumBenefit { tables.ordersByBenefit = true }
    var plan = BenefitPlan(
      points: benefit.bySeverity.map { ($0.severity, $0.benefit) },
      over: Double(try span(benefit.over, at: "\(path)/benefit/over").ticks))
    for clock in tables.variants[Int(source.variants[0])].clocks
    where clock.fromMark == Marks.referral && clock.draw.meanTicks > 0 {
      let own = demand.clocks.first { $0.name == clock.name }
      guard case .hazard = own?.risk else { continue }
      let course = clock.course >= 0 ? tables.courses[Int(clock.course)] : HazardCourse()
      plan.hazards.append((1 / clock.draw.meanTicks, course))
    }
    source.benefit = plan
    return source
  }

  private func worsening(of demand: Demand) -> Double {
    (demand.worsens?.perSecond ?? 0) / Double(clock.tick.ticksPerSecond)
  }

  /// The numbers of a variant by how sick its patients are, and whether they are on time: only where its product asks.
  mutating func countSeverity(
    _ index: Int, _ scope: [Scope.Key: Scope.Value], _ counters: inout VariantCounters
  ) {
    let variant = tables.variants[index]
    guard let demand = scenario.products[Int(variant.product)].patients else { return }
    if variant.target != nil && variant.marksCollection {
      counters.onTime = layout.yearly("patients.on-time", scope)
    }
    if demand.benefit != nil { counters.benefit = layout.yearly("patients.benefit", scope) }
    if demand.severityClasses.isEmpty { return }
    counters.classes = Int32(tables.severityCounters.count)
    for name in Self.classNames(demand.severityClasses) {
      let own = scope.merging([.severity: .name(name)]) { $1 }
      tables.severityCounters.append(
        SeverityCounters(
          wait: layout.yearlySamples("fairness.wait", own), infused: layout.yearly("fairness.infused", own)))
    }
  }

  /// `1 (below 0.33)`, `2 (0.33 to 0.67)`, `3 (from 0.67)`: results list names in their order.
  private static func classNames(_ bounds: [Double]) -> [String] {
    let words = bounds.map { QuantityPrinting.number($0) }
    guard let first = words.first, let last = words.last else { return [] }
    let between = zip(words, words.dropFirst()).map { "\($0) to \($1)" }
    return (["below \(first)"] + between + ["from \(last)"]).enumerated().map { "\($0 + 1) (\($1))" }
  }
}
