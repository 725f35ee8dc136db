import Quantities

/// One run: a model and its agenda, owned by one value.
///
/// ```swift
/// var simulation = Simulation(SingleServerQueue(/* … */))
/// let end = simulation.run(until: SimulationTime(ticks: 3_600_000))
/// ```
///
/// Determinism: a run depends on the model's first state alone. How it is cut into calls of `run` and `step`
/// changes nothing.
public struct Simulation<Model: EventModel & ~Copyable>: ~Copyable {
  /// The simulated system.
  public var model: Model
  /// The clock and the pending events.
  public var agenda: Agenda<Model.Event>

  /// Takes over a model and lets it schedule its first events.
  @inlinable
  public init(_ model: consuming Model, startingAt start: SimulationTime = .zero) {
    self.model = model
    agenda = Agenda(startingAt: start)
    self.model.start(&agenda)
  }

  /// Lets events happen until the horizon, or until something ends the run before.
  ///
  /// Events at the horizon itself do not happen; they stay pending, and a later run with a later horizon
  /// begins with them. On `horizonReached` and `exhausted` the clock reads the horizon, unless that is
  /// `.never`. A horizon in the past is a programmer error.
  @inlinable @discardableResult
  public mutating func run(until horizon: SimulationTime, maximumEvents: UInt64 = .max) -> RunEnd {
    var nobody = NoObserver<Model.Event>()
    return run(until: horizon, maximumEvents: maximumEvents, observing: &nobody)
  }

  /// Lets events happen as `run(until:maximumEvents:)` does, and shows each to an observer before the model.
  @inlinable @discardableResult
  public mutating func run<Observer: EventObserver & ~Copyable>(
    until horizon: SimulationTime, maximumEvents: UInt64 = .max, observing observer: inout Observer
  ) -> RunEnd where Observer.Event == Model.Event {
    precondition(horizon >= agenda.now, "the horizon, tick \(horizon.ticks), is in the past")
    let end = EntryLayout.biased(horizon)
    var left = maximumEvents
    while !agenda.stopRequested {
      if agenda.list.near.isEmpty { return finish(.exhausted, horizon) }
      let entry = agenda.list.popFirst()
      if entry.time >= end || left == 0 {
        agenda.list.restore(entry)
        return entry.time >= end ? finish(.horizonReached, horizon) : .eventLimitReached
      }
      left &-= 1
      perform(entry, &observer)
    }
    return .stopped
  }

  /// Lets the next event happen, whatever its instant; false if there is none or the model has stopped the
  /// run.
  @inlinable
  public mutating func step() -> Bool {
    if agenda.stopRequested || agenda.list.near.isEmpty { return false }
    var nobody = NoObserver<Model.Event>()
    perform(agenda.list.popFirst(), &nobody)
    return true
  }

  @inlinable @inline(__always)
  mutating func perform<Observer: EventObserver & ~Copyable>(
    _ entry: EventEntry, _ observer: inout Observer
  ) where Observer.Event == Model.Event {
    let event = agenda.list.slots.take(entry.key)
    agenda.list.check()
    agenda.clock = EntryLayout.time(entry.time)
    agenda.executed &+= 1
    observer.willHandle(event, at: agenda.clock, rank: EntryLayout.rank(entry.key))
    model.handle(event, &agenda)
  }

  @usableFromInline
  mutating func finish(_ end: RunEnd, _ horizon: SimulationTime) -> RunEnd {
    if horizon != .never { agenda.clock = horizon }
    return end
  }
}
