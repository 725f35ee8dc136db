import PipelineSimulation
import Quantities
import Randomness
import ScenarioFiles
import Testing

/// What is left of a step that has lasted when the run begins, drawn by the engine: many replications of one patient in the
/// middle of a step, against the law of the whole given that it has lasted so long.
@Suite("The rest of a step that has lasted follows its law") struct RemainingTimeTests {
  private let replications = 30_000

  /// How long the step goes on, in hours, in each replication; six hours are gone.
  private func rests(_ law: String) throws -> [Double] {
    let text = """
      title: the rest
      start: 2024-01-01
      horizon: 3 y
      products:
        cell:
          patients: { arrive: { poisson: 1 / y }, at most: 0 }
          route: [ { delay: rest, takes: \(law) } ]
      initial state:
        patients: [ { product: cell, referred: 2023-12-30, in: rest, since: 2023-12-31 18:00 } ]
      """
    let program = try Program(compiling: try #require(ScenarioReader.read(text: text).scenario))
    return (0..<replications).compactMap { replication in
      var end: Double?
      _ = program.trace(replication, seed: 7) { entry in
        if entry.event == "ends" { end = Double(entry.at.ticks) / 3_600_000 }
      }
      return end
    }
  }

  /// The values of a uniform law that the rests would have been made of.
  private func places(_ rests: [Double], in law: Law) -> [Double] {
    let below = law.distributionFunction(at: 6)
    return rests.map { (law.distributionFunction(at: 6 + $0) - below) / (1 - below) }
  }

  @Test("An exponential time has no memory: the rest has the law of the whole")
  func exponential() throws {
    let rests = try rests("{ exponential: 10 h }")
    #expect(rests.count == replications)
    #expect(KolmogorovSmirnov.pValue(of: rests, against: try .exponential(mean: 10)) > 1e-4)
    // What a rest of the whole less the six hours would be, and a mean 5 % longer.
    #expect(KolmogorovSmirnov.pValue(of: rests, against: try .exponential(mean: 4)) < 1e-9)
    #expect(KolmogorovSmirnov.pValue(of: rests, against: try .exponential(mean: 10.5)) < 1e-4)
  }

  @Test(
    "Other laws leave what is above the time that is gone; a draw of the whole anew is found out",
    arguments: [
      ("{ lognormal: { median: 8 h, sigma: 0.5 } }", try? Law.lognormal(median: 8, sigma: 0.5)),
      ("{ triangular: [2 h, 7 h, 12 h] }", try? Law.triangular(minimum: 2, mode: 7, maximum: 12)),
      ("{ weibull: { shape: 2, scale: 9 h } }", try? Law.weibull(shape: 2, scale: 9)),
    ])
  func others(written: String, law: Law?) throws {
    let law = try #require(law)
    let rests = try rests(written)
    let uniform = try Law.uniform(minimum: 0, maximum: 1)
    #expect(KolmogorovSmirnov.pValue(of: places(rests, in: law), against: uniform) > 1e-4)
    #expect(KolmogorovSmirnov.pValue(of: rests, against: law) < 1e-9)
  }
}
