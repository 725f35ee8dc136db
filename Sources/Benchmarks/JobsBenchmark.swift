import ArgumentParser
import Dispatch
import Experiments
import Foundation
import PipelineSimulation

/// The same replications one after the other and side by side: what a second core is worth.
struct JobsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "Replications of a scenario with one job and with several, in turns.")

  @Argument(help: "The scenario file.") var file = "Scenarios/leiden-lund.yaml"
  @Option(help: "How many replications a turn.") var replications = 50
  @Option(help: "How many jobs are compared with one.") var jobs = 2
  @Option(help: "How many turns of each.") var turns = 3
  @Option(name: .customLong("set"), help: "PATH=VALUE, as of atmpsim run.") var overrides: [String] = []

  /// Waits for the comparison. The program as a whole is not asynchronous: valgrind cannot follow one that is.
  func run() throws {
    let work = Task { try await compare() }
    Task {
      do {
        try await work.value
        Self.exit()
      } catch {
        Self.exit(withError: error)
      }
    }
    dispatchMain()
  }

  private func compare() async throws {
    let program = try CompiledFile.program(file, overrides: overrides)
    var isRight = true
    for turn in 0..<turns {
      let numbers = turn * replications..<(turn + 1) * replications
      let alone = try await Self.measure(program, numbers, jobs: 1)
      let together = try await Self.measure(program, numbers, jobs: jobs)
      isRight = isRight && alone.digest == together.digest
      let line = JobsComparison(
        work: file, jobs: jobs, wallAlone: alone.wall, userAlone: alone.user, wallTogether: together.wall,
        userTogether: together.user, isTheSame: alone.digest == together.digest)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
    if !isRight { throw ExitCode(1) }
  }

  /// Runs the replications and says what they took, and what they reported as one number.
  private static func measure(
    _ program: Program, _ numbers: Range<Int>, jobs: Int
  ) async throws -> (wall: Double, user: Double, digest: Int) {
    let plan = ExperimentPlan(program: program, seed: 1, replications: numbers, jobs: jobs)
    let clock = ContinuousClock()
    let (began, user) = (clock.now, Measurement.userSeconds())
    var hasher = Hasher()
    _ = try await plan.runner.run(plan.replications) { hasher.combine($0) }
    let wall = (clock.now - began) / .seconds(1)
    return (wall, Measurement.userSeconds() - user, hasher.finalize())
  }
}

/// One turn: the seconds on the clock and of the processor, with one job and with several.
struct JobsComparison: Encodable {
  var work: String
  var jobs: Int
  var wallAlone: Double
  var userAlone: Double
  var wallTogether: Double
  var userTogether: Double
  /// Whether both reported the same.
  var isTheSame: Bool
}
