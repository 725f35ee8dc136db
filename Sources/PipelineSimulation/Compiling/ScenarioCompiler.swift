import PipelineModel
import Quantities
import Randomness

/// Turns a scenario into the flat tables of a program. Used once for each program, then thrown away.
struct ScenarioCompiler {
  let scenario: Scenario
  let clock: CivilClock
  let horizon: SimulationTime
  let warmUp: SimulationTime
  var layout: LayoutBuilder
  /// The first date that is laid out; that of the start but where something goes on since before.
  let firstDate: CivilDate
  var tables = ProgramTables()
  /// The laws that are drawn, by their place in the table.
  var lawOf: [Int32: Law] = [:]
  var purposes = PurposeRegistry()
  let years: [Int]
  var poolOf: [String: Int32] = [:]
  var poolsNamed: [String: [Int32]] = [:]
  var stockPool: [String: Int32] = [:]
  var processOf: [String: Int32] = [:]
  /// Trials by product.
  var trialOf: [String: Int32] = [:]
  /// The sets of certificates that are asked of each role.
  let profilesOfRoles: [String: [[String]]]
  var timetableOf: [String: Int32] = [:]
  var leaveOf: [String: Int32] = [:]
  var reasonOf: [String: Int32] = [:]
  /// The pools that stand in for a pool, in order.
  var coversOf: [Int32: [Int32]] = [:]
  /// The steps that bookings lay out, and the ways that everybody takes of products without a booking.
  var bookedSteps: Set<Int32> = []
  var mainLineOf: [Int32: MainLine] = [:]
  /// The reasons for which the patients of each variant can be lost.
  var reasonsOfVariant: [Set<Int32>] = []

  init(_ scenario: Scenario) throws(CompileFault) {
    self.scenario = scenario
    profilesOfRoles = scenario.certificates.isEmpty ? [:] : scenario.certificateProfiles
    let zone = scenario.sites.first?.zone ?? .utc
    let clock = CivilClock(start: scenario.start, zone: zone, tick: scenario.tick)
    self.clock = clock
    firstDate = ScenarioCompiler.firstDate(of: scenario, start: clock.date(at: .zero))
    guard let end = ScenarioCompiler.time(of: scenario.horizon, clock), end > .zero else {
      throw CompileFault("horizon", "The horizon must lie after the start.")
    }
    guard let warm = clock.time(scenario.warmUp), warm >= .zero, warm < end else {
      throw CompileFault("warm up", "The warm-up must be shorter than the horizon.")
    }
    horizon = end
    warmUp = warm
    let first = clock.date(at: warm).year
    let last = clock.date(at: SimulationTime(ticks: end.ticks - 1)).year
    // Beyond a century nobody plans by the year: one period then stands for the whole run.
    let byYear = last - first < 100
    years = byYear ? Array(first...last) : [first]
    var partial: Set<Int> = []
    func start(_ year: Int) -> SimulationTime {
      clock.startOfDay(CivilDate(year: year, month: 1, day: 1) ?? clock.date(at: .zero))
    }
    tables.periodEnds = years.dropFirst().map(start) + [end]
    if start(first) != warm { partial.insert(first) }
    if !byYear || start(last + 1) != end { partial.insert(years[years.count - 1]) }
    layout = LayoutBuilder(years: years, partialYears: partial)
    let ticksPerSecond = Double(scenario.tick.ticksPerSecond)
    tables.ticksPerHour = 3600 * ticksPerSecond
    tables.ticksPerDay = 86400 * ticksPerSecond
  }

  mutating func compile() throws(CompileFault) {
    layOutDates()
    try compileFacilities()
    try compileStocks()
    compileTrials()
    try compilePrices()
    try compileProducts()
    try compileStockSupply()
    try compileTraining()
    try compileQualifications()
    try compileTrainingPrices()
    try compileTraits()
    try compileInitialState()
    findPromises()
    compileCounters()
    tables.lineCount = tables.steps.count
    tables.visitStride = max(1, tables.variants.map { Int($0.stepCount) }.max() ?? 1)
    tables.clockStride = tables.variants.map(\.clocks.count).max() ?? 0
    linkLinesToPools()
    noteTraits()
    tables.circles = CirclePlan(of: tables)
    noteCircles()
    for timetable in tables.timetables.indices {
      let pools = tables.pools.indices.filter { tables.pools[$0].plan == Int32(timetable) }
      tables.poolsOfTimetable.append(
        TableRange(start: Int32(tables.timetablePools.count), count: Int32(pools.count)))
      tables.timetablePools += pools.map(Int32.init)
    }
    tables.valueCount = layout.valueCount
    tables.sampleCount = layout.sampleCount
  }

  /// The dates of the run, as far as anything can be dated: two weeks beyond the horizon.
  private mutating func layOutDates() {
    let first = firstDate
    let last = clock.date(at: horizon).adding(days: 14)
    guard first.distance(to: last) < 150_000 else { return }
    tables.dayStarts = PlanTable((first...last).map { clock.startOfDay($0) })
    tables.weekdays = PlanTable(tables.dayStarts.map { Int32(clock.date(at: $0).weekday.rawValue) })
  }

  private mutating func linkLinesToPools() {
    var lines: [[Int32]] = Array(repeating: [], count: tables.pools.count)
    for (index, step) in tables.steps.enumerated() {
      for claim in tables.claims[step.claims.indices] {
        let pool = Int(claim.pool)
        if !lines[pool].contains(Int32(index)) { lines[pool].append(Int32(index)) }
        // What a process closes for is finished.
        if tables.pools[pool].isProcess { continue }
        if step.interruptible != nil { tables.pools[pool].tracksHolders = true }
        // Whoever yields yields as one of the role.
        if tables.pools[pool].isCertified { continue }
        if step.atShiftEnd == .suspend || step.atShiftEnd == .restart {
          tables.pools[pool].tracksHolders = true
        }
        if tables.pools[pool].breakdown != nil { tables.pools[pool].tracksHolders = true }
      }
    }
    shareLinesOfZones(&lines)
    for pool in lines.indices {
      tables.pools[pool].lines = TableRange(
        start: Int32(tables.linesOfPools.count), count: Int32(lines[pool].count))
      tables.linesOfPools += lines[pool]
    }
  }

  /// Where products keep apart, a unit that comes free may let in who waits for another room of the zone.
  private func shareLinesOfZones(_ lines: inout [[Int32]]) {
    for zone in tables.zones.indices {
      let pools = tables.pools.indices.filter { tables.pools[$0].zones.contains(Int32(zone)) }
      let all = Set(pools.flatMap { lines[$0] }).sorted()
      for pool in pools { lines[pool] += all.filter { !lines[pool].contains($0) } }
    }
  }

  private mutating func noteCircles() {
    for index in tables.steps.indices {
      let claims = tables.claims[tables.steps[index].claims.indices]
      if claims.contains(where: { tables.circles.isHeldWaiting[Int($0.pool)] }) {
        tables.steps[index].traits.insert(.circles)
      }
    }
  }

  private mutating func noteTraits() {
    for index in tables.steps.indices {
      let step = tables.steps[index]
      for (number, claim) in step.claims.indices.enumerated() {
        tables.claims[claim].bit = 1 << UInt32(number)
      }
      linkCovers(of: step)
      var traits = StepTraits()
      if !step.touches.isEmpty || !step.meanwhile.isEmpty { traits.insert(.sideWork) }
      if !step.touches.isEmpty { traits.insert(.touches) }
      if step.turnedAway >= 0 || step.blocksWhenFull || step.patience != nil { traits.insert(.lineRules) }
      if !step.frees.isEmpty { traits.insert(.frees) }
      let canFail = !step.failures.isEmpty || step.passProbability < 1 || step.identity >= 0
      if canFail && !step.decidesLater { traits.insert(.decides) }
      for claim in tables.claims[step.claims.indices] {
        let pool = tables.pools[Int(claim.pool)]
        if claim.isConsumed { traits.insert(.consumes) }
        if countsHours(Int(claim.pool)) { traits.insert(.hours) }
        if pool.breakdown?.countsUse == true { traits.insert(.wearsUnits) }
        if pool.tracksHolders { traits.insert(.canPreempt) }
        if step.changeover, pool.remembersUse { traits.insert(.clears) }
        // Who has waited long enough for their own role is told of others by the rules of the line.
        if claim.standsIn >= 0 { traits.formUnion([.covered, .lineRules, .hours]) }
      }
      let own = tables.claims[step.claims.indices].filter { $0.standsIn < 0 }.map(\.pool)
      if Set(own).count < own.count { traits.insert(.claimsTwice) }
      if endsSession(step) { traits.insert(.monitored) }
      if keepsApart(step) { traits.insert(.keepsApart) }
      if heedsPromises(index) { traits.insert(.heeds) }
      tables.steps[index].traits = traits.union(costTraits(of: step))
    }
    for index in tables.pools.indices {
      let pool = tables.pools[index]
      tables.pools[index].isFollowed =
        pool.tracksHolders || pool.remembersUse || pool.keepsApart || pool.watchesHours || pool.isContested
        || pool.monthly >= 0
    }
    // Where a full line blocks the step before, units come back in the midst of a dispatch, and all lines are
    // compared.
    if tables.steps.contains(where: \.blocksWhenFull) { return }
    // Who goes first may change while all wait.
    if tables.ordersByBenefit { return }
    for index in tables.pools.indices {
      let line = onlyLine(of: index)
      tables.pools[index].onlyLine = line
      if line >= 0 { tables.steps[Int(line)].traits.insert(.sharesNothing) }
    }
  }

  /// The line whose dispatch is a matter of its own pool alone: who is first starts as soon as enough units
  /// are free.
  private func onlyLine(of index: Int) -> Int32 {
    let pool = tables.pools[index]
    guard pool.lines.count == 1, !pool.isStock, !pool.tracksHolders, !pool.keepsApart, !pool.watchesHours,
      pool.monthly < 0
    else { return -1 }
    let line = tables.linesOfPools[Int(pool.lines.start)]
    let step = tables.steps[Int(line)]
    let hasRules =
      step.lineLimit != .max || step.turnedAway >= 0 || step.patience != nil
      || step.atShiftEnd == .onlyIfItFits
    return step.claims.count == 1 && !hasRules ? line : -1
  }

  /// The instant that a moment names, nil when it is out of range.
  static func time(of moment: Moment, _ clock: CivilClock) -> SimulationTime? {
    switch moment {
    case .civil(let instant): clock.time(of: instant)
    case .afterStart(let length): clock.time(length)
    }
  }

  func time(_ moment: Moment, at path: String) throws(CompileFault) -> SimulationTime {
    guard let time = ScenarioCompiler.time(of: moment, clock) else {
      throw CompileFault(
        path, "This instant cannot be placed on the clock; give a date or a span such as '6 mo'.")
    }
    return time
  }

  /// A span of whole ticks; months and years by their mean length.
  func span(_ length: TimeLength, at path: String) throws(CompileFault) -> SimulationSpan {
    guard let span = clock.tick.span(of: length) else {
      throw CompileFault(path, "A length of calendar time is needed here, such as '9 d' or '36 h'.")
    }
    return span
  }

  mutating func purpose(_ name: String) throws(CompileFault) -> Purpose {
    do { return try purposes.purpose(name) } catch {
      throw CompileFault(name, "Two names of this scenario share one random address; rename one of them.")
    }
  }

  /// A law of durations, drawn for a purpose; working days count days of the plan given.
  mutating func draw(_ law: SpanLaw, for name: String, plan: Int32 = -1) throws(CompileFault) -> DrawPlan {
    var ticks = Double(clock.tick.ticksPerSecond)
    if law.measure == .workingDays {
      ticks = plan >= 0 ? tables.timetables[Int(plan)].meanWorkingDay : tables.ticksPerDay
    }
    return try draw(law.law, for: name, ticksPerUnit: ticks)
  }

  /// A law of plain numbers, drawn for a purpose.
  mutating func draw(_ law: Law, for name: String, ticksPerUnit: Double = 1) throws(CompileFault) -> DrawPlan
  {
    // Inversion of a law between bounds multiplies its widths, which must not overflow.
    guard [law.minimum, law.maximum].allSatisfy({ abs($0) < 1e150 || $0.isInfinite }) else {
      throw CompileFault(name, "The numbers of this law are too far apart to draw from it.")
    }
    do {
      let id = try tables.laws.append(law)
      if !scenario.initialState.isEmpty { lawOf[id.index] = law }
      var plan = DrawPlan(
        law: id, median: law.median, purpose: try purpose(name), ticksPerUnit: ticksPerUnit)
      if case .exponential(let law) = law {
        plan.ahead = Int32(tables.aheadCount)
        plan.meanTicks = law.mean * ticksPerUnit
        tables.aheadCount += 1
      }
      return plan
    } catch let fault as CompileFault {
      throw fault
    } catch {
      throw CompileFault(name, "The law cannot be drawn: \(error).")
    }
  }

  mutating func exponential(ratePerSecond: Double, for name: String) throws(CompileFault) -> DrawPlan {
    guard ratePerSecond > 0, let law = try? Law.exponential(mean: 1 / ratePerSecond) else {
      throw CompileFault(name, "The rate must be greater than zero.")
    }
    return try draw(law, for: name, ticksPerUnit: Double(clock.tick.ticksPerSecond))
  }

  mutating func add(_ step: StepPlan, named name: String) {
    tables.steps.append(step)
    tables.stepNames.append(name)
  }

  mutating func reason(_ name: String) -> Int32 {
    if let known = reasonOf[name] { return known }
    let index = Int32(tables.reasons.count)
    tables.reasons.append(name)
    reasonOf[name] = index
    return index
  }
}
