import ArgumentParser
import Foundation

/// How fast the engine is: each work as a subcommand, its answer compared with theory.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measures the event kernel and compiled routes, on one thread, in user CPU time.",
    discussion: """
      Build with -c release: debug builds check every step of the event list. Compare only what was measured in the
      same minutes on the same machine. The exit code is 1 when a mean misses the theory.
      """,
    subcommands: [
      QueueBenchmark.self, TandemBenchmark.self, RouteBenchmark.self, HoldBenchmark.self,
      ScenarioBenchmark.self,
      JobsBenchmark.self,
    ])
}

/// What every subcommand can be asked for.
struct MeasuringOptions: ParsableArguments {
  @Option(help: "How often the work is done; the fastest counts.") var repeats = 3
  @Flag(help: "Prints one JSON object a line.") var json = false

  /// Does a work as often as asked, prints the fastest, and fails if any answer was wrong.
  func report(_ work: () throws -> Measurement) throws {
    var best: Measurement?
    var isRight = true
    for _ in 0..<max(1, repeats) {
      let measurement = try work()
      isRight = isRight && measurement.isRight
      if best.map({ measurement.userSeconds < $0.userSeconds }) ?? true { best = measurement }
    }
    if let best { print(json ? try best.json() : best.text) }
    if !isRight { throw ExitCode(1) }
  }
}
