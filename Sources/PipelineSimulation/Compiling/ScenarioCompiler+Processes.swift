import PipelineModel
import Quantities
import Randomness

extension ScenarioCompiler {
  /// The pools of the processes of a facility, behind those of its resources.
  mutating func compileProcesses(
    of facility: Facility, index: Int32, _ plan: inout FacilityPlan, path: String
  ) throws(CompileFault) {
    for process in facility.processes {
      let here = "\(path)/processes/\(process.name)"
      let pool = Int32(tables.pools.count)
      var pools = PoolPlan(
        name: process.name, facility: index, level: .constant(PoolPlan.placesOfProcess),
        origin: Lineage.origin("process/\(facility.name)/\(process.name)"))
      pools.isProcess = true
      tables.pools.append(pools)
      plan.pools.append(pool)
      processOf["\(facility.name)/\(process.name)"] = Int32(tables.processes.count)
      tables.processes.append(
        ProcessPlan(
          pool: pool, initially: process.initially, again: process.again,
          qualifiedUntil: try process.qualifiedUntil.map { moment throws(CompileFault) in
            try time(moment, at: "\(here)/qualified until")
          },
          lapsesAfter: process.lapsesAfter,
          stops: try process.failedStops.map { law throws(CompileFault) in
            try draw(law, for: "\(here)/failed stops")
          }))
    }
  }

  /// The source of the runs of a product.
  mutating func source(
    _ runs: Runs, of product: Product, index: Int32, variants: [Int32], path: String
  ) throws(CompileFault) -> SourcePlan {
    let qualified = scenario.facilities.flatMap { facility in
      facility.processes.filter { $0.qualifiedBy == product.name }.map { (facility.name, $0) }
    }
    var demand = Demand(arrivals: runs.arrivals ?? .scheduled([]))
    (demand.from, demand.until, demand.atMost) = (runs.from, runs.until, runs.atMost)
    var plan = try source(
      demand, of: product, index: index, variants: variants, path: path, demandPath: "\(path)/runs")
    if runs.arrivals == nil {
      // Where nothing is said, as many as the processes need that they qualify.
      let wanted = qualified.map { $0.1.qualifiedUntil == nil ? $0.1.initially : 1 }.max() ?? 1
      if let every = runs.every { _ = try interval(every, at: "\(path)/runs/every") }
      var from: SimulationTime?
      if case .at(let time) = plan.from { from = time }
      plan.arrivals = .runs(initially: runs.initially ?? wanted, every: runs.every, from: from)
    }
    plan.isRun = true
    for (facility, process) in qualified {
      guard let known = processOf["\(facility)/\(process.name)"] else { continue }
      plan.qualifies.append(known)
      tables.processes[Int(known)].source = Int32(tables.sources.count)
    }
    return plan
  }

  /// The unit of a process that a step claims.
  func processClaim(_ name: String, from facility: String?, path: String) throws(CompileFault) -> ClaimPlan {
    let home = facility ?? (scenario.facilities.count == 1 ? scenario.facilities[0].name : "")
    guard let process = processOf["\(home)/\(name)"] else {
      throw CompileFault(path, "The facility has no process called '\(name)'.")
    }
    let pool = tables.processes[Int(process)].pool
    return ClaimPlan(pool: pool, count: 1, isKept: false, isConsumed: false)
  }
}
