import Quantities

/// Something that sees every event of a run just before the model does: a trace, a counter, a check.
///
/// The observer is a generic parameter of `Simulation.run(until:maximumEvents:observing:)`, so its call is
/// compiled into the loop. A run without one uses `NoObserver`, whose empty call vanishes.
public protocol EventObserver<Event>: ~Copyable {
  /// The events that it can be shown.
  associatedtype Event: BitwiseCopyable

  /// Sees one event that is about to happen.
  mutating func willHandle(_ event: Event, at time: SimulationTime, rank: EventRank)
}

/// An observer that looks at nothing and costs nothing.
public struct NoObserver<Event: BitwiseCopyable>: EventObserver {
  /// An observer that looks at nothing.
  @inlinable public init() {}

  /// Does nothing.
  @inlinable @inline(__always)
  public mutating func willHandle(_ event: Event, at time: SimulationTime, rank: EventRank) {}
}
