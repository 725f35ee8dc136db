import EventKernel
import OutputAnalysis
import Quantities
import Randomness

/// How a replication is run, beyond its program, seed and number.
public struct ReplicationOptions: Hashable, Sendable {
  /// Stop after so many events, with the outcome `eventLimit`; each child of a split and each patient who comes with
  /// another counts as one more.
  public var maximumEvents: UInt64 = 1_000_000_000
  /// Every duration at its median, every branch on its likelier arm (`--fixed median`).
  public var fixedAtMedian = false
  /// Complement every uniform.
  public var antithetic = false
  /// The window, from the start on, of which plans and what became of them are recorded; nil for none.
  public var schedule: SimulationSpan?
  /// The generator behind the streams.
  public var generator: StreamGenerator = .philox

  /// The ordinary options.
  public init() {}
}

extension Program {
  /// Runs one independent replication.
  ///
  /// Synchronous and single-threaded; owns all of its state. The result depends only on the program, the seed, the
  /// replication's number and the options.
  public func replicate(
    _ replication: Int, seed: UInt64, options: ReplicationOptions = ReplicationOptions()
  ) -> ReplicationRecord {
    run(replication, seed: seed, options: options, watcher: nil)
  }

  /// Runs one replication and reports every step of it to `observe`, in order.
  public func trace(
    _ replication: Int, seed: UInt64, options: ReplicationOptions = ReplicationOptions(),
    observe: (TraceEntry) -> Void
  ) -> ReplicationRecord {
    withoutActuallyEscaping(observe) { tell in
      run(replication, seed: seed, options: options, watcher: ToldWatcher(tell: tell))
    }
  }

  private func run(
    _ replication: Int, seed: UInt64, options: ReplicationOptions, watcher: (any TraceWatcher)?
  ) -> ReplicationRecord {
    var simulation = Simulation(
      PipelineRun(program: self, replication: replication, seed: seed, options: options, watcher: watcher))
    let end = simulation.run(until: horizon, maximumEvents: options.maximumEvents)
    let now = simulation.agenda.now
    if end == .eventLimitReached {
      simulation.model.outcome = .eventLimit(atSeconds: Double(now.ticks) / Double(clock.tick.ticksPerSecond))
    }
    let reached = end == .horizonReached || end == .exhausted
    let trouble = reached ? simulation.model.troubleAtHorizon(horizon) : nil
    simulation.model.finishCounting(at: reached ? horizon : now)
    simulation.model.size.events = simulation.agenda.executedCount
    simulation.model.auditEnd(
      at: now, isSettled: simulation.agenda.isInstantOver && !simulation.agenda.isStopped)
    var record = ReplicationRecord(
      replication: replication, outcome: simulation.model.outcome, values: simulation.model.values.array,
      samples: simulation.model.samples.finished(), size: simulation.model.size, trouble: trouble)
    record.schedule = simulation.model.schedule.finished
    return record
  }
}
