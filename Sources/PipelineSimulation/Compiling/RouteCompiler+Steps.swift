import PipelineModel
import Quantities
import Randomness

extension RouteCompiler {
  mutating func emit(_ step: Step, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let name = "\(path)/\(step.name)"
    guard let local = localOf[step.name] else { return }
    if step.kind == .infuse {
      isInBatch = false
    }
    if step.kind == .infuse || step.kind == .certify { join(&openForks, &compiler) }
    for event in [step.name, step.marks ?? "", step.kind == .infuse ? "infusion" : ""] {
      if var forks = countdownForks.removeValue(forKey: event) { join(&forks, &compiler) }
    }
    placeOfStep[Int(local)] = here(compiler)
    let handsOn = step.kind == .assay && !step.uses.isEmpty ? try emitHandsOn(of: step, &compiler) : nil
    let handsOnStep = handsOn == nil ? -1 : Int32(compiler.tables.steps.count - 1)
    if step.marks == "collection" { collectPlace = here(compiler) }
    var plan = try plan(step, local: local, name: name, &compiler)
    plan.touches = try forks(
      step.repeats.enumerated().map { (index, touch) in .touch(touch, index) }, of: step, name: name,
      &compiler)
    plan.meanwhile = try forks(
      step.meanwhile.isEmpty ? [] : [.meanwhile(step.meanwhile)], of: step, name: name, &compiler)
    if openHold {
      plan.endsHold = true
      openHold = false
    }
    if handsOn == nil { placeOfStep[Int(local)] = here(compiler) }
    emitEnrolment(at: step, &compiler)
    plan.place = here(compiler)
    let index = Int32(compiler.tables.steps.count)
    compiler.add(plan, named: step.name)
    compiler.tables.instructions.append(.step(index))
    if let fork = handsOn {
      compiler.tables.instructions.append(.join(fork))
      // There is no result before the analysts are done.
      compiler.tables.instructions.append(.decide(index))
      compiler.tables.steps[Int(index)].decidesLater = true
    }
    mainLine.append(step, plan: index, handsOn: handsOnStep)
  }

  /// Waits for forks here.
  func join(_ forks: inout [Int32], _ compiler: inout ScenarioCompiler) {
    for fork in forks { compiler.tables.instructions.append(.join(fork)) }
    forks = []
  }

  private enum SideWork {
    case touch(RepeatedTouch, Int)
    case meanwhile([RoutePart])
  }

  /// Compiles what goes on beside a step, out of the way of the main line.
  private mutating func forks(
    _ works: [SideWork], of step: Step, name: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> TableRange {
    var made: [Int32] = []
    for work in works {
      let jump = compiler.tables.instructions.count
      compiler.tables.instructions.append(.jump(0))
      let fork = Int32(compiler.tables.forks.count)
      switch work {
      case .touch(let touch, let number):
        let label = "\(step.name)/repeats \(number + 1)"
        compiler.tables.forks.append(
          ForkPlan(
            name: label, local: newLocal(), places: [here(compiler)], kinds: [ChildKind(label)],
            endsWithStep: true,
            outlivesPatient: false, isOfBatch: isInBatch))
        let loop = here(compiler)
        compiler.tables.instructions.append(.interval(Int32(compiler.tables.intervals.count)))
        compiler.tables.intervals.append(try compiler.interval(touch.every, at: "\(name)/repeats"))
        let touchStep = Step(label, takes: touch.takes, uses: touch.uses)
        try emitUnnamed(touchStep, &compiler)
        compiler.tables.instructions.append(.jump(loop))
      case .meanwhile(let parts):
        compiler.tables.forks.append(
          ForkPlan(
            name: "\(step.name)/meanwhile", local: newLocal(), places: [here(compiler)],
            kinds: [ChildKind("\(step.name)/meanwhile")],
            endsWithStep: false, outlivesPatient: false, isOfBatch: isInBatch))
        try emitAside(parts, &compiler)
        compiler.tables.instructions.append(.childEnds)
        openForks.append(fork)
      }
      made.append(fork)
      compiler.tables.instructions[jump] = .jump(here(compiler))
    }
    let range = TableRange(start: Int32(compiler.tables.stepForks.count), count: Int32(made.count))
    compiler.tables.stepForks += made
    return range
  }

  /// An assay's analysts work beside its calendar time; the assay ends when both have.
  private mutating func emitHandsOn(of step: Step, _ compiler: inout ScenarioCompiler) throws(CompileFault)
    -> Int32
  {
    let fork = Int32(compiler.tables.forks.count)
    let label = "\(step.name)/hands on"
    compiler.tables.forks.append(
      ForkPlan(
        name: label, local: newLocal(), places: [here(compiler) + 2], kinds: [ChildKind(label)],
        endsWithStep: false,
        outlivesPatient: false, isOfBatch: isInBatch))
    compiler.tables.instructions.append(.fork(fork))
    let jump = compiler.tables.instructions.count
    compiler.tables.instructions.append(.jump(0))
    var handsOn = Step(label, takes: step.handsOn ?? step.takes, uses: step.uses)
    handsOn.line = step.line
    handsOn.atShiftEnd = step.atShiftEnd ?? .suspend
    try emitUnnamed(handsOn, &compiler)
    compiler.tables.instructions.append(.childEnds)
    compiler.tables.instructions[jump] = .jump(here(compiler))
    return fork
  }

  /// A step that the file does not name as such.
  mutating func emitUnnamed(_ step: Step, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let local = newLocal()
    placeOfStep[Int(local)] = here(compiler)
    var plan = try plan(step, local: local, name: "\(path)/\(step.name)", &compiler)
    plan.place = here(compiler)
    compiler.tables.instructions.append(.step(Int32(compiler.tables.steps.count)))
    compiler.add(plan, named: step.name)
  }

  private mutating func plan(
    _ step: Step, local: Int32, name: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> StepPlan {
    let isAssay = step.kind == .assay
    let own = try claims(of: step, name: name, isAssay: isAssay, &compiler)
    let claims = compiler.withCovers(own)
    if claims.count > 32 { throw CompileFault(name, "A step may claim at most 32 resources.") }
    let plans = own.map { compiler.tables.pools[Int($0.pool)] }
    let working =
      plans.first { $0.isPeople && $0.plan >= 0 }?.plan ?? plans.first { $0.plan >= 0 }?.plan ?? -1
    var plan = StepPlan(
      variant: variant, kind: step.kind, isOfBatch: isInBatch,
      duration: try step.takes.map { law throws(CompileFault) in
        try compiler.draw(law, for: "\(name)/takes", plan: working)
      },
      changeover: plans.contains(where: \.remembersUse),
      atShiftEnd: shiftEnd(of: step), interruptible: step.interruptible,
      claims: TableRange(start: Int32(compiler.tables.claims.count), count: Int32(claims.count)),
      frees: try freed(by: step, name: name, &compiler),
      priority: Int32(step.priority ?? product.servedPriority),
      passPurpose: try compiler.purpose("\(name)/passes"),
      failures: TableRange(), touches: TableRange(), meanwhile: TableRange(), localIndex: local, place: 0)
    compiler.tables.claims += claims
    plan.costs = try compiler.costItems(of: step, own, at: name)
    plan.isInfusion = step.kind == .infuse
    plan.isTouch = (step.kind == .step || step.kind == .infuse) && !step.uses.isEmpty
    plan.workingPlan = working
    plan.work = step.work
    if let date = step.on {
      plan.dateOffset = Int32(date.offset.amount)
      plan.datePlan = date.offset.unit == .wd ? working : -1
    }
    if let within = step.within {
      plan.within = try compiler.span(within.limit, at: "\(name)/within")
      plan.withinThen = try consequence(within.then, own: local, fallback: "\(step.name) too late", &compiler)
    }
    plan.lineLimit = step.line.atMost.map(Int32.init) ?? .max
    plan.blocksWhenFull = step.line.whenFull == .blocks
    if step.line.atMost != nil && !plan.blocksWhenFull { plan.turnedAway = reason("turned away", &compiler) }
    plan.patience = try step.line.patience.map { law throws(CompileFault) in
      try compiler.draw(law, for: "\(name)/patience")
    }
    if step.line.patience != nil {
      plan.patienceThen = try consequence(step.line.then, own: local, fallback: "patience", &compiler)
    }
    plan.bypass = step.line.bypass
    if let passes = step.passes {
      plan.passProbability = passes.probability
      plan.passOtherwise = try consequence(
        passes.otherwise, own: local, fallback: "\(step.name) not passed", &compiler)
    }
    plan.failures = try failures(of: step, local: local, name: name, &compiler)
    plan.identity = try identity(of: step, local: local, name: name, &compiler)
    if let mark = step.marks ?? (step.kind == .infuse ? "infusion" : nil) {
      plan.mark = self.mark(mark) ?? -1
    }
    if let life = step.startsShelfLife {
      plan.shelfLife = try compiler.span(life.limit, at: "\(name)/starts shelf life")
      plan.shelfLifeThen = try consequence(life.then, own: local, fallback: "shelf life", &compiler)
    }
    return plan
  }

  /// The pools that a step frees by name.
  private func freed(
    by step: Step, name: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> TableRange {
    let start = Int32(compiler.tables.freed.count)
    for freed in step.frees {
      compiler.tables.freed += compiler.freed(with: try compiler.pool(freed, from: facility, path: name))
    }
    return TableRange(start: start, count: Int32(compiler.tables.freed.count) - start)
  }

  /// Calendar-time steps are never interrupted by the end of a shift.
  private func shiftEnd(of step: Step) -> ShiftEndPolicy {
    switch step.kind {
    case .culture, .assay, .delay: .finish
    case .review, .certify: step.atShiftEnd ?? .suspend
    case .step, .infuse: step.uses.isEmpty ? .finish : step.atShiftEnd ?? interruption(of: step) ?? .finish
    }
  }

  /// What says how a step yields to a higher class also says how it yields when capacity falls.
  private func interruption(of step: Step) -> ShiftEndPolicy? {
    switch step.interruptible {
    case .resume: .suspend
    case .restart: .restart
    case nil: nil
    }
  }

  private func claims(
    of step: Step, name: String, isAssay: Bool, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> [ClaimPlan] {
    var claims: [ClaimPlan] = []
    var kept: [Int32: Int32] = [:]
    for keep in step.keeps {
      kept[try compiler.pool(keep.name, from: facility, path: name), default: 0] += Int32(keep.count)
    }
    for use in isAssay ? [] : step.uses {
      let pool = try compiler.pool(use.name, from: facility, path: name)
      let keeping = min(kept[pool] ?? 0, Int32(use.count))
      kept[pool] = (kept[pool] ?? 0) - keeping
      for (count, isKept) in [(keeping, true), (Int32(use.count) - keeping, false)] where count > 0 {
        claims += try compiler.claimPlans(use, count, on: pool, isKept: isKept, path: name)
      }
    }
    for (pool, count) in kept.sorted(by: { $0.key < $1.key }) where count > 0 {
      claims.append(ClaimPlan(pool: pool, count: count, isKept: true, isConsumed: false))
    }
    for consumed in step.consumes {
      guard let pool = compiler.stockPool[consumed.name] else {
        throw CompileFault(name, "There is no stock called '\(consumed.name)'.")
      }
      claims.append(ClaimPlan(pool: pool, count: Int32(consumed.count), isKept: false, isConsumed: true))
    }
    if let place = place(at: step, compiler) { claims.append(place) }
    // Last, so that a step is short of its process only when all else is there; bookings leave it out.
    if let process = step.process {
      claims.append(try compiler.processClaim(process, from: facility, path: name))
    }
    return claims
  }

  private func failures(
    of step: Step, local: Int32, name: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> TableRange {
    var plans: [FailurePlan] = []
    for (index, rule) in step.fails.enumerated() {
      let what = rule.what ?? (index == 0 ? step.name : "\(step.name) \(index + 1)")
      let then = try consequence(rule.then, own: local, fallback: what, &compiler)
      var endsBatch = false
      switch then {
      case .remake, .collectAgain, .lose: endsBatch = isInBatch
      case .goTo, .record: break
      }
      plans.append(
        FailurePlan(
          probability: rule.probability, purpose: try compiler.purpose("\(name)/fails/\(what)"),
          onAttempts: rule.onAttempts, then: then, attempts: rule.attempts ?? .max,
          otherwise: try consequence(rule.otherwise, own: local, fallback: what, &compiler),
          isBatchFailure: endsBatch))
    }
    let range = TableRange(start: Int32(compiler.tables.failures.count), count: Int32(plans.count))
    compiler.tables.failures += plans
    return range
  }
}
