import Experiments
import OutputAnalysis
import PipelineSimulation

extension Verifier {
  /// Does an experiment many times, each time with fresh seeds, and counts how often the interval contains the theory.
  ///
  /// Each repetition takes the path of `atmpsim run`: the scenario's file, compiled once; its replications; the row of
  /// the estimates. Repetition r has the seed `one.firstSeed(of: study) + r`, so that `atmpsim run --seed` shows any of
  /// them. The counts do not depend on the number of jobs.
  ///
  /// - Parameters:
  ///   - one: the experiment
  ///   - repetitions: how many times
  ///   - replications: of how many replications each time
  ///   - study: the seed of all experiments of the study
  ///   - delivered: called after each repetition
  public func coverage(
    of one: CoverageCase, repetitions: Int, replications: Int, study: UInt64, delivered: () -> Void = {}
  ) async throws -> CoverageRow {
    guard case .row(let measure, let name, let scope) = one.figure.source,
      let statistic = Statistic(rawValue: name)
    else { throw Unreadable(description: "\(one): only rows of the estimates have a coverage") }
    let experiment = RepeatedExperiment(
      program: try program(one.file).program, replications: replications,
      firstSeed: one.firstSeed(of: study), jobs: jobs, options: options)
    let key = EstimateRow.Key(measure, statistic, scope)
    var tallies = CoverageRow.levels.map(CoverageTally.init)
    _ = try await experiment.run(0..<repetitions) { columns -> Repetition in
      Repetition(
        stopped: columns.stopped.total,
        rows: CoverageRow.levels.map { columns.row(key, level: $0) })
    } deliver: { repetition in
      guard repetition.stopped == 0 else {
        throw Unreadable(description: "\(one): \(repetition.stopped) replications stopped before the horizon")
      }
      for (index, row) in repetition.rows.enumerated() {
        guard let row else { throw Unreadable(description: "\(one): nothing is estimated as \(measure)") }
        tallies[index].add(row.estimate.interval, truth: one.figure.theory)
      }
      delivered()
    }
    return CoverageRow(
      name: one.name, file: one.file, figure: one.figure.name, kind: one.kind, theory: one.figure.theory,
      replications: replications, promise: one.promise, tallies: tallies)
  }

  /// What one repetition gives.
  private struct Repetition: Sendable {
    /// How many replications ended before the horizon.
    var stopped: Int
    /// The figure's row at each level; nil where there is none.
    var rows: [EstimateRow?]
  }
}
