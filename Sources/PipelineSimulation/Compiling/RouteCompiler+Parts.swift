import PipelineModel
import Quantities
import Randomness

extension RouteCompiler {
  mutating func emit(_ hold: HoldLimit, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let until = hold.until.flatMap { localOf[$0] } ?? -1
    if until < 0 { openHold = true }
    let limit = try compiler.span(hold.limit.limit, at: "\(path)/\(hold.name)")
    mainLine.hold(until: until, limit)
    compiler.tables.instructions.append(.hold(Int32(compiler.tables.holds.count)))
    compiler.tables.holds.append(
      HoldPlan(
        name: hold.name, until: until, limit: limit,
        then: try consequence(hold.limit.then, own: 0, fallback: "\(hold.name) expired", &compiler)))
  }

  mutating func emit(_ make: MakeBatch, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    makePlace = here(compiler)
    isInBatch = true
    compiler.tables.instructions.append(.makeBatch(Int32(compiler.tables.makes.count)))
    compiler.tables.makes.append(
      MakePlan(
        name: make.name, attempts: Int32(make.attempts ?? Int(Int32.max)), materialLeft: make.materialLeft,
        purpose: try compiler.purpose("\(path)/\(make.name)/material left"),
        otherwise: try consequence(
          make.otherwise, own: 0, fallback: "\(make.name) attempts used up", &compiler)))
  }

  mutating func emit(_ choice: Choice, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let index = compiler.tables.choices.count
    compiler.tables.instructions.append(.choose(Int32(index)))
    compiler.tables.choices.append(
      ChoicePlan(
        name: choice.name, local: newLocal(), purpose: try compiler.purpose("\(path)/\(choice.name)/arm"),
        cumulative: [], places: [],
        otherwise: 0))
    var sum = 0.0
    var jumps: [Int] = []
    for arm in choice.arms {
      sum += arm.probability
      compiler.tables.choices[index].cumulative.append(sum)
      compiler.tables.choices[index].places.append(here(compiler))
      try emitAside(arm.route, &compiler)
      jumps.append(compiler.tables.instructions.count)
      compiler.tables.instructions.append(.jump(0))
    }
    let end = here(compiler)
    for jump in jumps { compiler.tables.instructions[jump] = .jump(end) }
    compiler.tables.choices[index].otherwise = end
  }

  mutating func emit(_ parallel: ParallelBranches, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let fork = compiler.tables.forks.count
    compiler.tables.instructions.append(.fork(Int32(fork)))
    compiler.tables.forks.append(
      ForkPlan(
        name: parallel.name, local: newLocal(), places: [], kinds: [], endsWithStep: false,
        outlivesPatient: false,
        isOfBatch: isInBatch))
    let jump = compiler.tables.instructions.count
    compiler.tables.instructions.append(.jump(0))
    let (before, travel) = (mainLine.ends, mainLine.travel)
    var ends: [Int] = []
    var longest = SimulationSpan.zero
    for branch in parallel.branches {
      compiler.tables.forks[fork].places.append(here(compiler))
      compiler.tables.forks[fork].kinds.append(ChildKind("\(parallel.name)/\(branch.name)"))
      (mainLine.ends, mainLine.travel) = (before, travel)
      try emit(branch.route, &compiler)
      ends += mainLine.ends.filter { !ends.contains($0) }
      longest = max(longest, mainLine.travel)
      compiler.tables.instructions.append(.childEnds)
    }
    (mainLine.ends, mainLine.travel) = (ends, longest)
    compiler.tables.instructions[jump] = .jump(here(compiler))
    compiler.tables.instructions.append(.join(Int32(fork)))
  }

  mutating func emit(_ countdown: Countdown, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let fork = Int32(compiler.tables.forks.count)
    compiler.tables.instructions.append(.fork(fork))
    let jump = compiler.tables.instructions.count
    compiler.tables.instructions.append(.jump(0))
    compiler.tables.forks.append(
      ForkPlan(
        name: countdown.name, local: newLocal(), places: [here(compiler)], kinds: [ChildKind(countdown.name)],
        endsWithStep: false,
        outlivesPatient: false, isOfBatch: false))
    let event = countdown.event == "infusion" ? infusionStep : countdown.event
    guard let local = localOf[event] else {
      throw CompileFault("\(path)/\(countdown.name)", "There is no later step called '\(countdown.event)'.")
    }
    compiler.tables.instructions.append(.countdown(Int32(compiler.tables.countdowns.count)))
    let span = try compiler.span(countdown.before, at: "\(path)/\(countdown.name)")
    compiler.tables.countdowns.append(
      CountdownPlan(name: countdown.name, before: span, eventLocal: local, atRisk: countdown.atRisk))
    let wasInBatch = isInBatch
    isInBatch = false
    let step = Int32(compiler.tables.steps.count)
    try emitUnnamed(Step(countdown.name, takes: countdown.takes, uses: countdown.uses), &compiler)
    mainLine.countdowns.append(MainLine.Countdown(plan: step, before: span, event: local))
    isInBatch = wasInBatch
    compiler.tables.instructions.append(.conditioned)
    compiler.tables.instructions.append(.childEnds)
    compiler.tables.instructions[jump] = .jump(here(compiler))
    countdownForks[event, default: []].append(fork)
  }

  /// The step that infuses, by name.
  private var infusionStep: String {
    for part in product.route {
      if case .step(let step) = part, step.kind == .infuse || step.marks == "infusion" { return step.name }
    }
    return "infusion"
  }

  mutating func emit(_ gathering: Gathering, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    var waiting = try planOfWaiting(gathering.name, &compiler)
    waiting.place = here(compiler)
    compiler.tables.instructions.append(.gather(Int32(compiler.tables.gathers.count)))
    compiler.tables.gathers.append(
      GatherPlan(
        name: gathering.name, size: Int32(gathering.size),
        orAfter: try gathering.orAfter.map { length throws(CompileFault) in
          try compiler.span(length, at: "\(path)/\(gathering.name)")
        },
        line: Int32(compiler.tables.steps.count), kind: ChildKind(gathering.name)))
    compiler.add(waiting, named: gathering.name)
  }

  /// A line without a step behind it: where members of a gathering wait.
  private mutating func planOfWaiting(
    _ name: String, _ compiler: inout ScenarioCompiler
  ) throws(CompileFault) -> StepPlan {
    let local = newLocal()
    placeOfStep[Int(local)] = here(compiler)
    return StepPlan(
      variant: variant, kind: .delay, isOfBatch: isInBatch, changeover: false,
      atShiftEnd: .finish,
      claims: TableRange(), frees: TableRange(), priority: Int32(product.servedPriority),
      passPurpose: try compiler.purpose("\(path)/\(name)/passes"), failures: TableRange(),
      touches: TableRange(),
      meanwhile: TableRange(), localIndex: local, place: 0)
  }

  mutating func emit(_ splitting: Splitting, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    compiler.tables.instructions.append(.split(Int32(compiler.tables.splits.count)))
    compiler.tables.splits.append(
      SplitPlan(
        name: splitting.name, local: newLocal(),
        into: try compiler.draw(splitting.into, for: "\(path)/\(splitting.name)/into"),
        kind: ChildKind(splitting.name)))
  }

  mutating func emit(_ shipment: Shipment, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let name = "\(path)/\(shipment.name)"
    // The number is taken also where nothing travels, so that what follows has the same addresses everywhere.
    let local = newLocal()
    guard let linkName = shipment.by.link(from: facility) else { return }
    guard let link = compiler.scenario.transport.first(where: { $0.name == linkName }) else {
      throw CompileFault(name, "There is no transport link called '\(linkName)'.")
    }
    let takes = try compiler.draw(link.takes, for: "\(name)/takes")
    mainLine.travel = mainLine.travel + takes.medianSpan
    compiler.tables.instructions.append(.ship(Int32(compiler.tables.ships.count)))
    compiler.tables.ships.append(
      ShipPlan(
        name: shipment.name, local: local, takes: takes,
        delayProbability: link.delay?.probability ?? 0,
        delay: try link.delay.map { delay throws(CompileFault) in
          try compiler.draw(delay.by, for: "\(name)/delayed")
        },
        lossProbability: link.lost, purpose: try compiler.purpose("\(name)/fate"),
        ifLost: try consequence(shipment.ifLost, own: 0, fallback: "lost in transport", &compiler),
        variant: variant,
        price: Int64(
          clamping: try compiler.thousandths(link.costs.shipment, at: "transport/\(link.name)/costs/shipment")
        ),
        costCategory: Int32(compiler.tables.costs.categories.firstIndex(of: "transport") ?? -1)))
  }

  mutating func emit(_ release: Release, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    let name = "\(path)/\(release.name)"
    join(&openForks, &compiler)
    try emit(release.stage1, &compiler)
    var plan = ReleasePlan(
      name: release.name, local: newLocal(), outOfSpecification: release.outOfSpecification?.probability ?? 0,
      onRequest: release.outOfSpecification?.releasedOnRequest ?? 0, otherwise: .record,
      purpose: try compiler.purpose("\(name)/out of specification"), stage2: -1,
      positive: release.positiveAfterInfusion, positivePurpose: try compiler.purpose("\(name)/positive"))
    if let rule = release.outOfSpecification {
      plan.otherwise = try consequence(rule.otherwise, own: 0, fallback: "out of specification", &compiler)
    }
    let index = compiler.tables.releases.count
    compiler.tables.releases.append(plan)
    compiler.tables.instructions.append(.released(Int32(index)))
    if release.stage2.isEmpty && release.positiveAfterInfusion == 0 { return }
    let jump = compiler.tables.instructions.count
    compiler.tables.instructions.append(.jump(0))
    compiler.tables.releases[index].stage2 = Int32(compiler.tables.forks.count)
    compiler.tables.forks.append(
      ForkPlan(
        name: "\(release.name)/stage 2", local: newLocal(), places: [here(compiler)],
        kinds: [ChildKind("\(release.name)/stage 2")],
        endsWithStep: false, outlivesPatient: true, isOfBatch: true))
    try emitAside(release.stage2, &compiler)
    compiler.tables.instructions.append(.certified(Int32(index)))
    compiler.tables.instructions.append(.childEnds)
    compiler.tables.instructions[jump] = .jump(here(compiler))
  }

  mutating func emit(_ storing: Storing, _ compiler: inout ScenarioCompiler) throws(CompileFault) {
    guard let pool = compiler.stockPool[storing.stock] else {
      throw CompileFault("\(path)/store", "There is no stock called '\(storing.stock)'.")
    }
    compiler.tables.instructions.append(.store(Int32(compiler.tables.stores.count)))
    compiler.tables.stores.append(
      StorePlan(
        pool: pool, local: newLocal(),
        yields: try compiler.draw(storing.yields, for: "\(path)/store \(storing.stock)")))
  }
}
