import Quantities
import Randomness

extension PipelineRun {
  /// The lineage that a token's draws are addressed by: the batch's inside its part of the route.
  func lineage(of token: Int, ofBatch: Bool) -> Lineage {
    Lineage(origin: ofBatch ? tokens[token].batchOrigin : tokens[token].origin, number: tokens[token].number)
  }

  func value(_ draw: DrawPlan, _ lineage: Lineage, _ occurrence: Int) -> Double {
    if isFixedAtMedian { return draw.median }
    var uniforms = streams.uniforms(lineage, draw.purpose, occurrence: occurrence)
    return tables.laws.sample(draw.law, &uniforms)
  }

  func span(_ draw: DrawPlan, _ lineage: Lineage, _ occurrence: Int) -> SimulationSpan {
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
  func visit(_ token: Int, _ local: Int32) -> Int { Int(visits[token * tables.visitStride + Int(local)]) }

  /// Counts a visit and returns how many there have been, this one included.
  mutating func countVisit(_ token: Int, _ local: Int32) -> Int {
    let place = token * tables.visitStride + Int(local)
    if visits[place] < .max { visits[place] += 1 }
    return Int(visits[place])
  }
}
