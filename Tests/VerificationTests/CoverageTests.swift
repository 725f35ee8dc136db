import Experiments
import Foundation
import OutputAnalysis
import PipelineSimulation
import ScenarioFiles
import Testing
import Verification

@Suite("Coverage", .serialized, .enabled(if: Gate.isRelease, "statistics run in release builds"))
struct CoverageTests {
  private static func coverage(of one: CoverageCase, repetitions: Int = 2_000, jobs: Int = 2) async throws
    -> CoverageRow
  {
    try await Verifier(folder: Gate.scenarios, jobs: jobs)
      .coverage(of: one, repetitions: repetitions, replications: 30, study: 3)
  }

  private static func named(_ name: String, _ kind: CoverageCase.Kind) throws -> CoverageCase {
    try #require(CoverageCases.all.last { $0.name == name && $0.kind == kind })
  }

  @Test(
    "Intervals of each kind contain what theory says as often as their level promises, and wrong ones do not")
  func eachKind() async throws {
    let cases = [
      try Self.named("C1", .mean), try Self.named("C3", .rareEvents), try Self.named("C6", .ratio),
      try Self.named("C8", .quantile), try Self.named("C10", .proportion),
    ]
    var rows: [CoverageRow] = []
    for one in cases {
      let row = try await Self.coverage(of: one)
      #expect(row.isOK, "\(one): \(row.fault ?? ""), \(row.tallies)")
      #expect(row.repetitions == 2_000)
      let noticed = row.tallies.map(\.displaced.isTooLow)
      #expect(noticed == [true, true], "\(one)")
      rows.append(row)
    }
    let pooled = CoverageRow.pooled(rows)
    let repetitions = pooled.map(\.repetitions)
    #expect(repetitions == [6_000, 4_000])
    // At 99.9 % six thousand are too few to notice a tenth.
    #expect(pooled[0].isOK && pooled[0].tallies[0].narrowed.isTooLow)
  }

  @Test("An answer that is off by half a half-width is rejected, whatever the method")
  func wrongAnswer() async throws {
    for (name, kind) in [("C1", CoverageCase.Kind.mean), ("C3", .rareEvents), ("C10", .proportion)] {
      var one = try Self.named(name, kind)
      let row = try await Self.coverage(of: one, repetitions: 500)
      one.figure.theory *= 1 - row.tallies[0].meanHalfWidth / 2
      let wrong = try await Self.coverage(of: one)
      #expect(
        wrong.fault == "covers too seldom at 95 %" || wrong.tallies[0].right.isTooLow, "\(one): \(wrong)")
    }
  }

  @Test("The counts are the same on one core and on several, and others under another seed")
  func anyNumberOfJobs() async throws {
    let one = try Self.named("C2", .mean)
    let row = try await Self.coverage(of: one, repetitions: 300, jobs: 1)
    #expect(try await Self.coverage(of: one, repetitions: 300, jobs: 3).tallies == row.tallies)
    let other = try await Verifier(folder: Gate.scenarios, jobs: 2)
      .coverage(of: one, repetitions: 300, replications: 30, study: 4)
    #expect(other.tallies != row.tallies)
  }

  @Test("A repetition is what the program prints for its seed")
  func repetitionIsARun() async throws {
    let one = try Self.named("C8", .quantile)
    guard case .row(let measure, let statistic, let scope) = one.figure.source else { return }
    let scenario = try #require(ScenarioReader().read(file: Gate.path(one.file)).scenario)
    let experiment = RepeatedExperiment(
      program: try Program(compiling: scenario), replications: 30, firstSeed: one.firstSeed(of: 1), jobs: 2)
    let key = EstimateRow.Key(measure, try #require(Statistic(rawValue: statistic)), scope)
    var rows: [EstimateRow?] = []
    _ = try await experiment.run(0..<5) {
      $0.row(key)
    } deliver: {
      rows.append($0)
    }
    let printed = try PrintedEstimates(
      BuiltProgram.output([
        "run", Gate.path(one.file), "--replications", "30", "--seed", "\(one.firstSeed(of: 1) + 3)", "--json",
        "--quiet", "--output",
        FileManager.default.temporaryDirectory.appendingPathComponent("coverage-\(UUID().uuidString)").path,
      ]))
    let estimate = try #require(printed.estimate(measure, statistic, scope))
    #expect(estimate.value == rows[3]?.estimate.value && estimate.interval == rows[3]?.estimate.interval)
    #expect(estimate.value != rows[2]?.estimate.value)
  }
}
