import Foundation
import Quantities
import Randomness

/// Exponential spans in order, addressed as a compiled route addresses them: the n-th span stands at number n.
struct ExponentialVariates: ~Copyable {
  private let streams = StreamFamily(seed: 1, replication: 0)
  private let ahead = SpansAhead(laws: 1)
  private let origin: UInt64
  private let purpose = Purpose(code: 1)
  private let mean: Double
  private var number: UInt64 = 0

  /// Spans of a mean in ticks; each name has its own.
  init(_ name: String, mean: Double) {
    origin = Lineage.origin(name)
    self.mean = mean
  }

  /// The next span.
  @inline(__always)
  mutating func next() -> SimulationSpan {
    let lineage = Lineage(origin: origin, number: number)
    number &+= 1
    let ticks = ahead.kept(0, lineage)
    return ticks >= 0 ? SimulationSpan(ticks: ticks) : drawn(lineage)
  }

  @inline(never)
  private func drawn(_ lineage: Lineage) -> SimulationSpan {
    let ticks = ahead.ticks(0, mean: mean, lineage, purpose, streams)
    if ticks >= 0 { return SimulationSpan(ticks: ticks) }
    var uniforms = streams.uniforms(lineage, purpose, occurrence: 1)
    return SimulationSpan(ticks: Int64((-mean * log1p(-uniforms.next())).rounded()))
  }
}
