import PipelineSimulation

/// One experiment done again and again, each time with a seed of its own: what would an estimate be if all luck were
/// other luck?
///
/// Repetition r has the seed `firstSeed` + r, so that each can be run by itself. What is delivered depends on the
/// program, the seed and the number of replications, not on the number of jobs: each repetition runs its replications
/// one after the other, and repetitions run side by side.
public struct RepeatedExperiment: Sendable {
  /// The compiled scenario.
  public var program: Program
  /// How many replications each repetition has.
  public var replications: Int
  /// The seed of repetition 0.
  public var firstSeed: UInt64
  /// How many repetitions run at the same time.
  public var jobs: Int
  /// How each replication is run.
  public var options: ReplicationOptions

  /// An experiment to repeat.
  public init(
    program: Program, replications: Int, firstSeed: UInt64, jobs: Int,
    options: ReplicationOptions = ReplicationOptions()
  ) {
    self.program = program
    self.replications = replications
    self.firstSeed = firstSeed
    self.jobs = jobs
    self.options = options
  }

  /// Runs the repetitions and hands to `deliver` what `evaluate` makes of each one's results, in the order of their
  /// numbers; cancellation and errors are those of ``OrderedRunner/run(_:deliver:)``.
  ///
  /// - Returns: how many repetitions were delivered.
  public func run<Value: Sendable>(
    _ repetitions: Range<Int>, evaluate: @escaping @Sendable (ResultColumns) -> Value,
    deliver: (Value) throws -> Void
  ) async throws -> Int {
    let runner = OrderedRunner<Value>(jobs: jobs) { [self] repetition in
      let seed = firstSeed &+ UInt64(repetition)
      var columns = ResultColumns(layout: program.layout)
      for number in 0..<replications {
        columns.append(program.replicate(number, seed: seed, options: options))
      }
      return evaluate(columns)
    }
    return try await runner.run(repetitions, deliver: deliver)
  }
}
