import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  mutating func compileFacilities() throws(CompileFault) {
    for facility in scenario.facilities {
      let path = "facilities/\(facility.name)"
      var plan = FacilityPlan(
        name: facility.name, planned: .zero, licence: .withOpening, isGMP: facility.isGMP,
        origin: Lineage.origin("facility/\(facility.name)"))
      if let opening = facility.opens {
        plan.planned = clock.time(of: opening.planned)
        if let slips = opening.slips { plan.slip = try draw(slips, for: "\(path)/slips") }
      }
      switch facility.licensed {
      case .none: break
      case .date(let instant): plan.licence = .at(clock.time(of: instant))
      case .afterOpening(let law): plan.licence = .after(try draw(law, for: "\(path)/licensed"))
      }
      let index = Int32(tables.facilities.count)
      for resource in facility.resources {
        let pool = Int32(tables.pools.count)
        let name = "\(facility.name)/\(resource.name)"
        tables.pools.append(
          try poolPlan(resource, of: facility, index: index, path: "\(path)/\(resource.name)"))
        poolOf[name] = pool
        poolsNamed[resource.name, default: []].append(pool)
        plan.pools.append(pool)
      }
      try compileProcesses(of: facility, index: index, &plan, path: path)
      try compileCertificates(of: facility, &plan)
      tables.facilities.append(plan)
    }
    try compileCovers()
    try compileOnCall()
    // Repairs claim resources of their facility, which now all exist.
    for facility in scenario.facilities {
      for resource in facility.resources {
        if let monitoring = resource.monitoring, let pool = poolOf["\(facility.name)/\(resource.name)"] {
          try compileMonitoring(monitoring, of: pool, facility: facility.name, resource: resource.name)
        }
        guard let breakdown = resource.breakdown, let pool = poolOf["\(facility.name)/\(resource.name)"]
        else {
          continue
        }
        try compileRepair(breakdown, of: pool, facility: facility.name, resource: resource.name)
      }
    }
    try compileRenewals()
  }

  private mutating func poolPlan(
    _ resource: Resource, of facility: Facility, index: Int32, path: String
  ) throws(CompileFault) -> PoolPlan {
    let name = resource.name
    var plan = PoolPlan(
      name: name, facility: index, level: .constant(0),
      origin: Lineage.origin("resource/\(facility.name)/\(name)"))
    plan.plan = try timetable(resource.calendars, of: facility, path: path)
    plan.leave = try leave(resource.leave, path: path)
    switch resource.kind {
    case .room: plan.isRoom = true
    case .device: break
    case .people: plan.isPeople = true
    }
    try compileLevel(of: resource, at: facility, into: &plan, path: path)
    plan.closures = try closures(of: facility, closing: resource)
    if let changeover = resource.changeover {
      if let law = changeover.sameProduct {
        plan.changeoverSame = try draw(law, for: "\(path)/changeover same")
      }
      plan.changeoverRules = try changeoverRules(changeover.rules, path: path)
      if let law = changeover.otherProduct ?? changeover.sameProduct {
        plan.changeoverOther = try draw(law, for: "\(path)/changeover other")
      }
    }
    try checkIndividuals(of: plan, at: path)
    return plan
  }

  private mutating func closures(
    of facility: Facility, closing resource: Resource
  ) throws(CompileFault) -> [(from: SimulationTime, to: SimulationTime)] {
    var windows: [(from: SimulationTime, to: SimulationTime)] = []
    var isPeople = false
    if case .people = resource.kind { isPeople = true }
    for shutdown in facility.shutdowns {
      let closes = shutdown.closes.isEmpty ? !isPeople : shutdown.closes.contains(resource.name)
      guard closes else { continue }
      let length = try span(shutdown.lasts, at: "facilities/\(facility.name)/shutdowns")
      var from = clock.time(of: shutdown.from)
      var repeats = 1.0
      while from < horizon {
        if from + length > .zero { windows.append((from, from + length)) }
        guard repeats <= Double(ProgramLimits.closures) else {
          throw CompileFault(
            "facilities/\(facility.name)/shutdowns",
            "This makes more than \(ProgramLimits.closures) closures; let them come less often, or use a calendar."
          )
        }
        guard let every = shutdown.every,
          let next = clock.time(
            TimeLength(every.amount * repeats, every.unit), after: clock.time(of: shutdown.from)),
          next > from
        else { break }
        from = next
        repeats += 1
      }
    }
    return windows.sorted { $0.from < $1.from }
  }

  /// A repair is a little route of its own: claim who mends, mend, back in service.
  private mutating func compileRepair(
    _ breakdown: Breakdown, of pool: Int32, facility: String, resource: String
  ) throws(CompileFault) {
    let path = "facilities/\(facility)/\(resource)"
    var claims: [ClaimPlan] = []
    for use in breakdown.uses {
      claims += try claimPlans(
        use, Int32(use.count), on: try self.pool(use.name, from: facility, path: path), isKept: false,
        path: path)
    }
    claims = withCovers(claims)
    let place = Int32(tables.instructions.count)
    var step = StepPlan(
      variant: -1, kind: .delay, isOfBatch: false, changeover: false,
      atShiftEnd: .finish,
      claims: TableRange(start: Int32(tables.claims.count), count: Int32(claims.count)), frees: TableRange(),
      priority: 5, passPurpose: try purpose("\(path)/repair/passes"), failures: TableRange(),
      touches: TableRange(), meanwhile: TableRange(), localIndex: 0, place: place)
    step.duration = try draw(breakdown.mend, for: "\(path)/mend")
    tables.claims += claims
    tables.instructions += [.step(Int32(tables.steps.count)), .mended(pool)]
    add(step, named: "\(facility)/\(resource)")
    tables.pools[Int(pool)].breakdown = BreakdownPlan(
      after: try draw(breakdown.after, for: "\(path)/fails"), countsUse: breakdown.counting == .use,
      interrupted: breakdown.interrupted, repair: place)
    try checkIndividuals(of: tables.pools[Int(pool)], at: path)
  }

  /// The laid-out union of working plans at the facility's site; -1 when there are none.
  mutating func timetable(_ names: [String], of facility: Facility, path: String) throws(CompileFault)
    -> Int32
  {
    if names.isEmpty { return -1 }
    let site = scenario.sites.first { $0.name == facility.site } ?? scenario.sites.first
    let key = "\(names.joined(separator: "+"))@\(site?.name ?? "")"
    if let known = timetableOf[key] { return known }
    var plans: [WorkingPlan] = []
    for name in names {
      guard let plan = scenario.calendars.first(where: { $0.name == name }) else {
        throw CompileFault(path, "There is no calendar called '\(name)'.")
      }
      plans.append(plan)
    }
    guard clock.date(at: .zero).distance(to: clock.date(at: horizon)) < 150_000 else {
      throw CompileFault("horizon", "With calendars the horizon may be at most 400 years after the start.")
    }
    let laidOut = WorkingTimetable(
      plans: plans, holidays: site?.holidays ?? HolidayCalendar.none,
      clock: clock.showing(site?.zone ?? clock.zone), past: firstDate.distance(to: clock.date(at: .zero)),
      horizon: horizon)
    let index = Int32(tables.timetables.count)
    tables.timetables.append(laidOut)
    timetableOf[key] = index
    return index
  }

  private mutating func leave(_ names: [String], path: String) throws(CompileFault) -> Int32 {
    if names.isEmpty { return -1 }
    let key = names.joined(separator: "+")
    if let known = leaveOf[key] { return known }
    var periods: [LeavePeriod] = []
    for name in names {
      guard let period = scenario.leave.first(where: { $0.name == name }) else {
        throw CompileFault(path, "There is no leave called '\(name)'.")
      }
      periods.append(period)
    }
    let present = tables.dayStarts.map { start -> Double in
      let day = clock.date(at: start).monthDay
      return periods.reduce(1) { factor, period in
        let inside =
          period.from <= period.to
          ? (period.from...period.to).contains(day) : day >= period.from || day <= period.to
        return inside ? factor * period.present : factor
      }
    }
    let index = Int32(tables.leaves.count)
    // The mean over the dates from the start to the horizon, as the hours of a year are.
    let days = max(1, clock.date(at: .zero).distance(to: clock.date(at: horizon)))
    let counted = present.dropFirst(firstDate.distance(to: clock.date(at: .zero))).prefix(days)
    tables.leaves.append(
      LeavePlan(present: present, mean: counted.isEmpty ? 1 : counted.reduce(0, +) / Double(counted.count)))
    leaveOf[key] = index
    return index
  }

  /// The pool that a claim names, seen from the facility that makes the product.
  func pool(_ name: String, from facility: String?, path: String) throws(CompileFault) -> Int32 {
    if let known = poolOf[name] { return known }
    if let facility, let known = poolOf["\(facility)/\(name)"] { return known }
    if let candidates = poolsNamed[name] {
      if candidates.count == 1 { return candidates[0] }
      throw CompileFault(
        path, "Several facilities have a resource called '\(name)'; write 'facility/\(name)'.")
    }
    throw CompileFault(path, "No facility has a resource called '\(name)'.")
  }
}
