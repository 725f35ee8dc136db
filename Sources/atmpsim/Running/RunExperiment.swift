import Experiments
import Foundation
import PipelineSimulation
import ResultStore

/// Runs what is missing of a run, keeps every finished replication, and estimates.
struct RunExperiment: Sendable {
  let request: RunRequest
  /// The run file; nil keeps nothing on disk.
  let file: String?
  let force: Bool
  let terminal: Terminal
  /// Whether the result keeps the columns, for comparisons; they take most of the memory.
  var keepsColumns = false

  /// What came of it.
  struct Result: Sendable {
    /// What the replications reported, where it was asked for.
    var columns: ResultColumns?
    /// How large all replications were together.
    var size: RunSize
    var summary: RunSummary
    /// Plans of the first weeks, where they were asked for.
    var schedule: [ScheduleRow] = []
    var isPartial: Bool
  }

  /// Runs until all replications are there, or until the surrounding task is cancelled.
  func run() async throws -> Result {
    let program = request.loaded.program
    var columns = ResultColumns(layout: program.layout)
    var tally = ScheduleTally(of: program)
    let asked = request.replications
    let plan = ExperimentPlan(
      program: program, seed: request.seed, replications: 0..<asked, jobs: request.jobs,
      options: request.options)
    if let file {
      var store = try RunFile(continuing: file, header: request.header, layout: program.layout, force: force)
      let missing = try store.missing(below: asked)
      try store.replay(below: asked) { record in
        columns.append(record)
        tally.append(record.schedule)
      }
      sayWhatIsThere(store.committed, asked: asked)
      var progress = ProgressLine(
        request.loaded.shortName, total: asked, alreadyDone: columns.replications, on: terminal)
      let before = store.committed
      let kept = columns.replications
      _ = try await plan.runner.run(missing) { record in
        try store.append(record)
        columns.append(record)
        tally.append(record.schedule)
        progress.show(kept + store.committed - before)
      }
      progress.end()
      let result = await summarise(columns, tally)
      try store.finish(
        result.summary.table, state: result.isPartial ? .partial : .complete, outcome: result.summary.outcome,
        warnings: result.summary.warnings)
      return result
    }
    var progress = ProgressLine(request.loaded.shortName, total: asked, on: terminal)
    _ = try await plan.runner.run(0..<asked) { record in
      columns.append(record)
      tally.append(record.schedule)
      progress.show(columns.replications)
    }
    progress.end()
    return await summarise(columns, tally)
  }

  private func sayWhatIsThere(_ count: Int, asked: Int) {
    guard count > 0 else { return }
    if count >= asked {
      terminal.note(
        "All \(asked) replications were run before (atmpsim \(Version.text)); --force runs them again.")
    } else {
      terminal.note("\(count) of \(asked) replications were run before; going on.")
    }
  }

  private func summarise(_ columns: ResultColumns, _ tally: ScheduleTally) async -> Result {
    let table = await columns.estimates(level: request.level, jobs: request.jobs)
    let outcome = OutcomeWords(
      stopped: columns.stopped, replications: columns.replications, asked: request.replications,
      clock: request.loaded.program.clock)
    let summary = RunSummary(
      header: request.header, outcome: outcome.text, warnings: RunWarnings.of(columns, table), table: table)
    return Result(
      columns: keepsColumns ? columns : nil, size: columns.totalSize, summary: summary,
      schedule: tally.rows,
      isPartial: columns.replications < request.replications)
  }
}
