import Quantities

/// What those who wait are short of: by pool, year by year, and by product over the whole run.
///
/// Where one line alone waits for a pool, all who wait in it are short of it, and its own area says how long: nothing is
/// counted twice.
extension PipelineRun {
  /// The pool that keeps a line from moving; who waits in it is counted as short of that pool.
  @inline(__always)
  mutating func setShort(_ line: Int, _ pool: Int32, _ now: SimulationTime) {
    if lines[line].shortOf == pool {
      if pool >= 0 { changeShortageOfNew(line, now) }
      return
    }
    changeShortage(of: line, by: -Int64(lines[line].counted), at: now)
    lines[line].counted = 0
    lines[line].shortOf = pool
    changeShortageOfNew(line, now)
  }

  @inline(__always)
  private mutating func changeShortageOfNew(_ line: Int, _ now: SimulationTime) {
    let pool = lines[line].shortOf
    guard pool >= 0 else { return }
    let change = lines[line].count - lines[line].counted
    if change != 0 {
      changeShortage(of: Int(pool), line: line, by: Int64(change), at: now)
      lines[line].counted = lines[line].count
    }
  }

  /// One or more of those counted as short have gone.
  @inline(__always)
  mutating func changeShortage(of line: Int, by change: Int64, at now: SimulationTime) {
    if lines[line].shortOf >= 0 { changeShortageOfPool(of: line, by: change, at: now) }
  }

  @inline(__always)
  private mutating func changeShortageOfPool(of line: Int, by change: Int64, at now: SimulationTime) {
    let pool = lines[line].shortOf
    guard lines[line].counted > 0, change != 0 else { return }
    changeShortage(of: Int(pool), line: line, by: change, at: now)
    lines[line].counted += Int32(change)
  }

  /// Claims of a line are short of a pool, or no longer.
  private mutating func changeShortage(of pool: Int, line: Int, by change: Int64, at now: SimulationTime) {
    pools[pool].shortArea.change(by: change, at: now.ticks)
    if !months.isEmpty { touchRole(role(of: Int32(pool))) }
    let product = product(ofLine: line)
    if product >= 0 { shortages[pool * tables.products.count + product].change(by: change, at: now.ticks) }
  }

  private func product(ofLine line: Int) -> Int {
    let variant = Int(tables.steps[line].variant)
    return variant >= 0 ? Int(tables.variants[variant].product) : -1
  }

  /// The area of those who were short of a pool since the last flush.
  mutating func flushShortage(ofPool pool: Int, _ now: SimulationTime) -> Int128 {
    let line = Int(tables.pools[pool].onlyLine)
    if line < 0 { return pools[pool].shortArea.flush(at: now.ticks) }
    let waited = lines[line].waiting.area(until: now.ticks)
    defer { pools[pool].waitedBefore = waited }
    return waited - pools[pool].waitedBefore
  }

  /// What was counted by product during the warm-up is thrown away.
  mutating func forgetShortages(at now: SimulationTime) {
    for place in shortages.indices { _ = shortages[place].flush(at: now.ticks) }
  }

  /// Writes what each product waited for over the whole run; before the lines give up their areas.
  mutating func finishCountingShortages(at end: SimulationTime, _ ticks: Double) {
    for place in shortages.indices where tables.shortageCounters[place] >= 0 {
      let line = Int(tables.pools[place / tables.products.count].onlyLine)
      let area = line < 0 ? shortages[place].flush(at: end.ticks) : lines[line].waiting.area(until: end.ticks)
      values[Int(tables.shortageCounters[place])] = Double(area)
      values[Int(tables.shortageCounters[place]) + 1] = ticks
    }
  }
}
