import Experiments
import OutputAnalysis
import PipelineSimulation
import ScenarioFiles

/// Runs a scenario as it stands, and then with each number at the ends of its range.
///
/// Runs follow one another, each with the seed and the replications of the first; within a run replications go side by
/// side. What comes out does not depend on the number of jobs.
struct SensitivityStudy: Sendable {
  let request: RunRequest
  let figures: [StudyFigure]
  let numbers: [RangedNumber]
  let terminal: Terminal

  /// What came of it.
  struct Result: Sendable {
    /// The scenario as it stands.
    var base: RunExperiment.Result
    /// Its figures.
    var baseline: StudyBaseline
    /// The numbers of which both ends are there, in the order of the scenario.
    var numbers: [Number]
    /// What a reader has to see before trusting a difference.
    var warnings: [String]
  }

  /// A number and its ends.
  struct Number: Sendable {
    var number: RangedNumber
    var low: End
    var high: End
  }

  /// A scenario with one number at an end.
  enum End: Sendable {
    /// The difference of each figure.
    case differences([Estimate])
    /// The scenario is not valid there.
    case refused(String)
    /// It was not complete when it was interrupted.
    case interrupted
  }

  /// Runs until everything is there, or until the surrounding task is cancelled; nil where the scenario itself was not
  /// complete by then.
  func run() async throws -> Result? {
    let runs = 1 + 2 * numbers.count
    terminal.note(
      "\(numbers.count) \(numbers.count == 1 ? "range" : "ranges"): \(runs) runs of \(request.replications) replications"
    )
    let began = ContinuousClock.now
    let base = try await RunExperiment(
      request: request, file: nil, force: false, terminal: terminal, keepsColumns: true
    ).run()
    guard let columns = base.columns, !base.isPartial else { return nil }
    let took = (ContinuousClock.now - began).components
    let seconds = Double(took.seconds) + Double(took.attoseconds) * 1e-18
    terminal.note("at the pace of the first, \(ProgressLine.words(seconds * Double(runs - 1))) for the rest")
    var result = Result(
      base: base, baseline: StudyBaseline(figures, of: columns, level: request.level), numbers: [],
      warnings: base.summary.warnings)
    var progress = ProgressLine(
      "ranges", total: 2 * numbers.count * request.replications, on: terminal)
    for (place, number) in numbers.enumerated() {
      let done = 2 * place * request.replications
      let low = try await run(number, .low, against: result.baseline, &result.warnings) {
        progress.show(done + $0)
      }
      let high = try await run(number, .high, against: result.baseline, &result.warnings) {
        progress.show(done + request.replications + $0)
      }
      if case .interrupted = low { break }
      if case .interrupted = high { break }
      result.numbers.append(Number(number: number, low: low, high: high))
    }
    progress.end()
    return result
  }

  private func run(
    _ number: RangedNumber, _ end: RangedNumber.End, against baseline: StudyBaseline,
    _ warnings: inout [String], _ show: (Int) -> Void
  ) async throws -> End {
    if Task.isCancelled { return .interrupted }
    let overrides = request.loaded.overrides + number.overrides(at: end)
    let checked = CheckedScenario(file: request.loaded.file, overrides: overrides)
    guard let program = checked.program else {
      let error = checked.report.diagnostics.first { $0.severity == .error }
      return .refused(error?.sentence ?? "the scenario is not valid")
    }
    var columns = ResultColumns(layout: program.layout)
    let plan = ExperimentPlan(
      program: program, seed: request.seed, replications: 0..<request.replications, jobs: request.jobs,
      options: request.options)
    let delivered = try await plan.runner.run(0..<request.replications) { record in
      columns.append(record)
      show(columns.replications)
    }
    guard delivered == request.replications else { return .interrupted }
    if columns.stopped.total > 0 {
      let value = end == .low ? number.low : number.high
      warnings.append(
        "\(number.title) at \(value): \(columns.stopped.total) of \(request.replications) replications stopped before "
          + "the horizon; its differences mix whole and broken futures")
    }
    return .differences(baseline.differences(to: columns))
  }
}
