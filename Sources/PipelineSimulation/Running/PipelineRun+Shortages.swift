import Quantities

/// What those who wait are short of: by pool, year by year, and by product over the whole run.
///
/// Where one line alone waits for a pool, all who wait in it are short of it, and its own area says how long: nothing is
/// counted twice.
extension PipelineRun {
  /// Claims of a line are short of a pool, or no longer.
  mutating func changeShortage(of pool: Int, line: Int, by change: Int64, at now: SimulationTime) {
    pools[pool].shortArea.change(by: change, at: now.ticks)
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
