import Quantities
import Randomness

extension PipelineRun {
  /// The lineage that a token's draws are addressed by: the batch's inside its part of the route.
  @inline(__always)
  func lineage(of token: Int, ofBatch: Bool) -> Lineage {
    Lineage(origin: ofBatch ? tokens[token].batchOrigin : tokens[token].origin, number: tokens[token].number)
  }

  func value(_ draw: DrawPlan, _ lineage: Lineage, _ occurrence: Int) -> Double {
    if isFixedAtMedian { return draw.median }
    var uniforms = streams.uniforms(lineage, draw.purpose, occurrence: occurrence)
    return tables.laws.sample(draw.law, &uniforms)
  }

  @inline(__always)
  func span(_ draw: DrawPlan, _ lineage: Lineage, _ occurrence: Int) -> SimulationSpan {
    if draw.ahead >= 0, occurrence == 1, drawsAhead {
      let ticks = ahead.kept(Int(draw.ahead), lineage)
      if ticks >= 0 { return SimulationSpan(ticks: ticks) }
      return spanAhead(draw, lineage)
    }
    return drawnSpan(draw, lineage, occurrence)
  }

  @inline(never)
  private func spanAhead(_ draw: DrawPlan, _ lineage: Lineage) -> SimulationSpan {
    let ticks = ahead.ticks(Int(draw.ahead), mean: draw.meanTicks, lineage, draw.purpose, streams)
    return ticks >= 0 ? SimulationSpan(ticks: ticks) : drawnSpan(draw, lineage, 1)
  }

  @inline(never)
  private func drawnSpan(_ draw: DrawPlan, _ lineage: Lineage, _ occurrence: Int) -> SimulationSpan {
    draw.span(value(draw, lineage, occurrence))
  }

  /// Whether an event of a probability happens; in a run without chance, when it is the likelier.
  func happens(_ probability: Double, _ purpose: Purpose, _ lineage: Lineage, _ occurrence: Int) -> Bool {
    if probability <= 0 { return false }
    if probability >= 1 { return true }
    if isFixedAtMedian { return probability > 0.5 }
    var uniforms = streams.uniforms(lineage, purpose, occurrence: occurrence)
    return uniforms.next() < probability
  }

  func uniform(_ purpose: Purpose, _ lineage: Lineage, _ occurrence: Int) -> Double {
    if isFixedAtMedian { return 0.5 }
    var uniforms = streams.uniforms(lineage, purpose, occurrence: occurrence)
    return uniforms.next()
  }

  /// How often a token has visited a part of its route.
  @inline(__always)
  func visit(_ token: Int, _ local: Int32) -> Int { Int(visits[token, local]) }

  /// Counts a visit and returns how many there have been, this one included.
  @inline(__always)
  mutating func countVisit(_ token: Int, _ local: Int32) -> Int { visits.increase(token, local) }
}
