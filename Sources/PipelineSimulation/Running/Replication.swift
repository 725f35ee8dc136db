import OutputAnalysis
import PipelineModel
import Quantities
import Randomness

/// How a replication is run, beyond its program, seed and number.
public struct ReplicationOptions: Hashable, Sendable {
  /// Stop after so many events, with the outcome `eventLimit`.
  public var maximumEvents: UInt64 = 1_000_000_000
  /// Every duration at its median, every branch on its likelier arm (`--fixed median`).
  public var fixedAtMedian = false
  /// Complement every uniform.
  public var antithetic = false
  /// The generator behind the streams.
  public var generator: StreamGenerator = .philox

  /// The ordinary options.
  public init() {}
}

/// One line of a trace: what happened, when, to whom.
public struct TraceEntry: Hashable, Sendable {
  /// Ticks since the start.
  public var at: SimulationTime
  /// What: `arrives`, `waits`, `starts`, `ends`, `marks`, `leaves` and so on.
  public var event: String
  /// The entity by its lineage: `car-t-cryo 17`, `car-t-cryo 17, batch 2`.
  public var entity: String
  /// The step, resource or stock concerned.
  public var place: String
  /// More, where there is more to say: a reason, a date.
  public var detail: String

  /// A line.
  public init(at: SimulationTime, event: String, entity: String, place: String = "", detail: String = "") {
    self.at = at
    self.event = event
    self.entity = entity
    self.place = place
    self.detail = detail
  }
}

extension Program {
  /// Runs one independent replication.
  ///
  /// Synchronous and single-threaded; owns all of its state. The result depends only on the program, the seed, the
  /// replication's number and the options.
  public func replicate(
    _ replication: Int, seed: UInt64, options: ReplicationOptions = ReplicationOptions()
  ) -> ReplicationRecord {
    fatalError("comes with the engine")
  }

  /// Runs one replication and reports every step of it to `observe`, in order.
  public func trace(
    _ replication: Int, seed: UInt64, options: ReplicationOptions = ReplicationOptions(),
    observe: (TraceEntry) -> Void
  ) -> ReplicationRecord {
    fatalError("comes with the engine")
  }
}
