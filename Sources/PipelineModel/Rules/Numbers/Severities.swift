/// What depends on how sick patients are needs a severity, and its numbers are in order.
enum Severities: ScenarioRule {
  static func findings(in view: ScenarioView) -> [Finding] {
    view.products.flatMap { product -> [Finding] in
      guard let demand = product.product.patients else { return [] }
      let path = "\(product.path)/patients"
      return needs(demand, path) + order(of: demand, path)
        + demand.clocks.flatMap { findings(of: $0, "\(path)/clocks/\($0.name)") }
    }
  }

  private static func needs(_ demand: Demand, _ path: String) -> [Finding] {
    if demand.severity != nil { return [] }
    var keys: [(key: String, path: String)] = []
    if demand.worsens != nil { keys.append(("worsens", "\(path)/worsens")) }
    if !demand.severityClasses.isEmpty { keys.append(("severity classes", "\(path)/severity classes")) }
    if demand.benefit != nil { keys.append(("benefit", "\(path)/benefit")) }
    for clock in demand.clocks where clock.doublesWithSeverity != nil {
      keys.append(("doubles with severity", "\(path)/clocks/\(clock.name)/doubles with severity"))
    }
    return keys.map { Finding($0.path, .needsSeverity(key: $0.key)) }
  }

  private static func order(of demand: Demand, _ path: String) -> [Finding] {
    var findings: [Finding] = []
    if !isAscending(demand.severityClasses) {
      findings.append(Finding("\(path)/severity classes", .notAscending(what: "the bounds of the classes")))
    }
    if let benefit = demand.benefit,
      benefit.bySeverity.isEmpty || !isAscending(benefit.bySeverity.map(\.severity))
    {
      findings.append(
        Finding("\(path)/benefit/by severity", .notAscending(what: "the severities of the benefit")))
    }
    return findings
  }

  private static func findings(of clock: PatientClock, _ path: String) -> [Finding] {
    var findings: [Finding] = []
    if case .after = clock.risk, !clock.changes.isEmpty || clock.doublesWithSeverity != nil {
      findings.append(Finding(path, .courseOfALaw(clock: clock.name)))
    }
    if let step = clock.doublesWithSeverity, !(step > 0) || !step.isFinite {
      findings.append(Finding("\(path)/doubles with severity", .notPositive(step)))
    }
    for (index, change) in clock.changes.enumerated() where !(change.factor >= 0) || !change.factor.isFinite {
      findings.append(Finding("\(path)/changes/\(index + 1)/factor", .notPositive(change.factor)))
    }
    if !isAscending(clock.changes.map { $0.after.seconds ?? 0 }) {
      findings.append(Finding("\(path)/changes", .notAscending(what: "the changes of the hazard")))
    }
    return findings
  }

  private static func isAscending(_ numbers: [Double]) -> Bool {
    numbers.allSatisfy(\.isFinite) && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }
}
