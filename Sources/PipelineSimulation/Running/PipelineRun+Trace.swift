import Quantities

/// Sees what a run tells of its tokens.
protocol TraceWatcher {
  func see(_ entry: TraceEntry)
}

/// Nobody: a run without a trace does not even make the entries.
struct NoWatcher: TraceWatcher {
  func see(_ entry: TraceEntry) {}
}

/// A function that is told.
struct ToldWatcher: TraceWatcher {
  let tell: (TraceEntry) -> Void
  func see(_ entry: TraceEntry) { tell(entry) }
}

extension PipelineRun {
  /// Tells a watcher what happened to a token; costs one comparison when nobody watches.
  @inline(__always)
  func trace(
    _ event: @autoclosure () -> String, _ token: Int, _ now: SimulationTime,
    detail: @autoclosure () -> String = ""
  ) {
    auditTold(event, token)
    if isWatched { tell(event(), token, now, detail()) }
  }

  @inline(never)
  private func tell(_ event: String, _ token: Int, _ now: SimulationTime, _ detail: String) {
    let row = tokens[token]
    let place = row.step >= 0 ? tables.stepNames[Int(row.step)] : ""
    watcher.see(
      TraceEntry(
        at: now, event: event, entity: name(of: token), place: place, detail: detail,
        identity: identityName(of: token)))
  }

  /// Tells a watcher what happened to units of a stock.
  @inline(__always)
  func trace(_ event: String, _ units: Int32, of pool: Int, _ now: SimulationTime) {
    auditTold(event, units, of: pool, now)
    if !isWatched { return }
    tell(event, units, of: pool, now)
  }

  @inline(never)
  private func tell(_ event: String, _ units: Int32, of pool: Int, _ now: SimulationTime) {
    let stock = tables.pools[pool].name
    watcher.see(TraceEntry(at: now, event: event, entity: stock, place: stock, detail: "\(units)"))
  }

  /// An entity by its lineage, for people: `car-t 17`, `car-t 17, batch 2`.
  func name(of token: Int) -> String {
    let row = tokens[token]
    if row.excursion >= 0 { return "excursion in \(tables.pools[Int(row.excursion)].name)" }
    if let name = nameOfAssessed(token) { return name }
    guard row.variant >= 0 else { return "unit \(row.number + 1)" }
    let product = tables.variants[Int(row.variant)].name
    if row.number >= InitialPlan.firstNumber { return nameAtStart(of: token) }
    let isLot = row.patient < 0 && row.gathering < 0
    var name =
      "\(product) \(isLot ? "lot \(row.number)" : row.patient < 0 ? "group \(row.number + 1)" : "\(row.number + 1)")"
    if row.batch >= 0 && !isLot { name += ", batch \(batches[row.batch].attempt)" }
    if row.fork >= 0 { name += ", \(tables.forks[Int(row.fork)].name)" }
    return name
  }
}
