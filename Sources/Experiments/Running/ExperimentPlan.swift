import PipelineSimulation

/// What to run: a program, the seed, which replications, and on how many cores.
public struct ExperimentPlan: Sendable {
  /// The compiled scenario.
  public var program: Program
  /// The seed; with a replication's number it decides every draw.
  public var seed: UInt64
  /// The replications' numbers.
  public var replications: Range<Int>
  /// How many replications run at the same time; results do not depend on it.
  public var jobs: Int
  /// How each replication is run.
  public var options: ReplicationOptions

  /// A plan.
  public init(
    program: Program, seed: UInt64, replications: Range<Int>, jobs: Int,
    options: ReplicationOptions = ReplicationOptions()
  ) {
    self.program = program
    self.seed = seed
    self.replications = replications
    self.jobs = jobs
    self.options = options
  }

  /// The runner of this plan's replications.
  public var runner: ReplicationRunner {
    let (program, seed, options) = (program, seed, options)
    return ReplicationRunner(jobs: jobs) { program.replicate($0, seed: seed, options: options) }
  }
}
