import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  /// How many units a resource has. People who come and go, or are away now and then, are a roster of persons.
  mutating func compileLevel(
    of resource: Resource, at facility: Facility, into plan: inout PoolPlan, path: String
  ) throws(CompileFault) {
    let isRoster =
      resource.turnover != nil || plan.leave >= 0 || resource.absence != nil
      || isJoined(resource, at: facility) || !resource.certificates.isEmpty
    switch resource.capacity {
    case .count(let count):
      plan.level =
        isRoster
        ? .roster(heads: Int32(count), equivalentPerHead: 1, presentPerEquivalent: 1)
        : .constant(Int32(count))
    case .timetable(let changes) where isRoster:
      let levels = changes.map { EquivalentsChange(at: $0.at, equivalents: Double($0.count)) }
      try addLevels(levels, present: 1, to: &plan, path: path)
    case .timetable(let changes):
      var levels: [(at: SimulationTime, count: Int32)] = []
      for change in changes { levels.append((try time(change.at, at: path), Int32(change.count))) }
      plan.level = .timetable(levels.sorted { $0.at < $1.at })
    case .fullTimeEquivalents(let equivalents, let hours):
      let heads = try self.heads(equivalents, at: "\(path)/fte")
      plan.level = .roster(
        heads: heads, equivalentPerHead: heads > 0 ? equivalents / Double(heads) : 0,
        presentPerEquivalent: present(hours, plan))
    case .fullTimeEquivalentPlan(let changes, let hours):
      try addLevels(changes, present: present(hours, plan), to: &plan, path: path)
    }
    plan.isJoined = isJoined(resource, at: facility)
    plan.absence = try absencePlan(resource.absence, path: path)
    // Whoever is planned to come comes, also where nobody leaves before.
    if resource.turnover != nil || !plan.staffLevels.isEmpty {
      plan.turnover = try turnoverPlan(resource.turnover ?? Turnover(), path: path)
    }
  }

  /// Whether graduates of a programme take up the role.
  private func isJoined(_ resource: Resource, at facility: Facility) -> Bool {
    let names = [resource.name, "\(facility.name)/\(resource.name)"]
    return scenario.training.flatMap(\.becomes).contains { names.contains($0.role) }
      && resource.kind == .people
  }

  /// The part of its shifts on which a full-time equivalent is there, leave aside.
  private func present(_ productiveHours: Double, _ plan: PoolPlan) -> Double {
    let hours = plan.plan >= 0 ? tables.timetables[Int(plan.plan)].hoursPerYear : 8766
    let mean = plan.leave >= 0 ? tables.leaves[Int(plan.leave)].mean : 1
    return hours > 0 && mean > 0 ? min(1, productiveHours / hours) / mean : 0
  }

  /// A dated plan: nobody before its first instant.
  private mutating func addLevels(
    _ changes: [EquivalentsChange], present: Double, to plan: inout PoolPlan, path: String
  ) throws(CompileFault) {
    var levels: [StaffLevel] = []
    for change in changes {
      let heads = try self.heads(change.equivalents, at: "\(path)/fte")
      levels.append(
        StaffLevel(
          at: try time(change.at, at: path), heads: heads,
          equivalentPerHead: heads > 0 ? change.equivalents / Double(heads) : 0))
    }
    levels.sort { $0.at < $1.at }
    let first = levels.last { $0.at <= .zero }
    plan.level = .roster(
      heads: first?.heads ?? 0, equivalentPerHead: first?.equivalentPerHead ?? 0,
      presentPerEquivalent: present)
    plan.staffLevels = TableRange(start: Int32(tables.staffLevels.count), count: Int32(levels.count))
    tables.staffLevels += levels
  }

  private mutating func turnoverPlan(_ turnover: Turnover, path: String) throws(CompileFault) -> TurnoverPlan
  {
    TurnoverPlan(
      attritionPerTick: (turnover.attrition?.perSecond ?? 0) / Double(clock.tick.ticksPerSecond),
      attritionFactors: try attritionFactors(turnover.attritionPeriods, path: path),
      leavingPurpose: try purpose("\(path)/leaves"), hires: turnover.hires,
      hireAfter: turnover.hires
        ? try turnover.hireAfter.map { law throws(CompileFault) in try draw(law, for: "\(path)/hired") }
        : nil,
      independentAfter: try turnover.independentAfter.map { law throws(CompileFault) in
        try draw(law, for: "\(path)/independent")
      },
      minimum: turnover.minimum,
      startsWith: try turnover.startsWith.map { number throws(CompileFault) in
        try self.heads(number, at: "\(path)/starts with")
      })
  }

  /// The product of the factors of all periods that an instant lies in, from each of their bounds on.
  private func attritionFactors(
    _ periods: [AttritionPeriod], path: String
  ) throws(CompileFault) -> AttritionFactors {
    var spans: [(from: SimulationTime, until: SimulationTime, factor: Double)] = []
    for period in periods {
      let until = try period.until.map { moment throws(CompileFault) in try time(moment, at: path) }
      spans.append((try time(period.from, at: path), until ?? .never, period.factor))
    }
    let bounds = Set(spans.flatMap { [$0.from, $0.until] }).sorted()
    return AttritionFactors(
      steps: bounds.map { bound in
        (bound, spans.reduce(1) { $1.from <= bound && bound < $1.until ? $0 * $1.factor : $0 })
      })
  }

  private mutating func absencePlan(_ absence: Absence?, path: String) throws(CompileFault) -> AbsencePlan? {
    guard let absence, absence.share > 0 else { return nil }
    let spell = try draw(absence.spells, for: "\(path)/absence")
    let mean = absence.spells.law.mean * spell.ticksPerUnit
    guard mean > 0 else { return nil }
    return AbsencePlan(
      share: absence.share, meanPresence: mean * (1 - absence.share) / absence.share,
      fallingIllPurpose: try purpose("\(path)/falls ill"), spell: spell)
  }
}
