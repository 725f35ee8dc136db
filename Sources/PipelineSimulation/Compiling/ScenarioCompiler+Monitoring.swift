import PipelineModel
import Quantities

extension ScenarioCompiler {
  /// What follows an excursion is a little route of its own: the plates are read, the deviation is looked into, and beside
  /// it the room is closed.
  mutating func compileMonitoring(
    _ monitoring: Monitoring, of pool: Int32, facility: String, resource: String
  ) throws(CompileFault) {
    let path = "facilities/\(facility)/\(resource)/monitoring"
    let name = "\(facility)/\(resource)"
    var plan = MonitoringPlan(
      probability: monitoring.excursion, purpose: try purpose("\(path)/excursion"),
      start: Int32(tables.instructions.count))
    try add(
      .delay, named: "\(name)/reading", monitoring.readAfter, uses: [], of: facility, path: "\(path)/reading")
    tables.instructions.append(.platesRead(pool))
    if let review = monitoring.deviation {
      try add(
        .review, named: "\(name)/deviation", review.takes, uses: review.uses, of: facility,
        path: "\(path)/deviation")
    }
    tables.instructions.append(.monitoringEnds)
    if let hold = monitoring.hold {
      plan.holdProbability = hold.probability
      plan.holdPurpose = try purpose("\(path)/held")
      plan.hold = Int32(tables.instructions.count)
      try add(.delay, named: "\(name)/hold", hold.takes, uses: [], of: facility, path: "\(path)/hold")
      tables.instructions.append(.roomHoldEnds(pool))
    }
    tables.pools[Int(pool)].monitoring = plan
  }

  private mutating func add(
    _ kind: Step.Kind, named name: String, _ law: SpanLaw, uses: [Claim], of facility: String, path: String
  ) throws(CompileFault) {
    var claims: [ClaimPlan] = []
    for use in uses {
      let pool = try self.pool(use.name, from: facility, path: path)
      claims += try claimPlans(use, Int32(use.count), on: pool, isKept: false, path: path)
    }
    let pools = claims.map { tables.pools[Int($0.pool)] }
    claims = withCovers(claims)
    let working =
      pools.first { $0.isPeople && $0.plan >= 0 }?.plan ?? pools.first { $0.plan >= 0 }?.plan ?? -1
    var step = StepPlan(
      variant: -1, kind: kind, isOfBatch: false, changeover: false,
      atShiftEnd: kind == .review && !claims.isEmpty ? .suspend : .finish,
      claims: TableRange(start: Int32(tables.claims.count), count: Int32(claims.count)), frees: TableRange(),
      priority: 5, passPurpose: try purpose("\(path)/passes"), failures: TableRange(), touches: TableRange(),
      meanwhile: TableRange(), localIndex: 0, place: Int32(tables.instructions.count))
    step.duration = try draw(law, for: "\(path)/takes", plan: working)
    step.workingPlan = working
    tables.claims += claims
    tables.instructions.append(.step(Int32(tables.steps.count)))
    self.add(step, named: name)
  }

  /// Whether the end of a step is the end of a session in a room that is monitored: touch work that is not closed and claims
  /// such a room, or says that it is open and may stand in one that an earlier step keeps.
  func endsSession(_ step: StepPlan) -> Bool {
    guard step.variant >= 0, step.kind == .step, step.work != .closed else { return false }
    let claimed = tables.claims[step.claims.indices].contains { tables.pools[Int($0.pool)].monitoring != nil }
    return claimed || givesCertificates(step)
      || step.work == .open && tables.pools.contains { $0.monitoring != nil }
  }
}
