import Quantities

/// The clock and the pending events of one run: all that a model may do to the future.
///
/// Order of events: by instant; inside an instant by `EventRank`; inside a rank by order of scheduling. An
/// event that is scheduled for the present instant with an earlier rank than the one being handled still
/// happens in this instant, before everything of a later rank.
///
/// At most 2^24 - 1 events can be pending at a time, and 2^38 - 1 can be scheduled in one run. Nothing is
/// allocated for an event unless more are pending than ever before.
public struct Agenda<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline var list = EventList<Event>()
  @usableFromInline var clock: SimulationTime
  @usableFromInline var executed: UInt64 = 0
  @usableFromInline var stopRequested = false

  /// An empty agenda whose clock reads `start`.
  ///
  /// An event larger than 16 bytes is a programmer error.
  @inlinable
  public init(startingAt start: SimulationTime = .zero) {
    precondition(
      MemoryLayout<Event>.size <= 16, "an event takes \(MemoryLayout<Event>.size) bytes; 16 are allowed")
    precondition(start < .never, "a run cannot start at .never")
    clock = start
  }

  /// The instant of the event being handled, or of the end of the last run.
  @inlinable public var now: SimulationTime { clock }

  /// The instant of the earliest pending event, `.never` if there is none.
  ///
  /// Complexity: O(1).
  @inlinable @inline(__always) public var nextTime: SimulationTime { EntryLayout.time(list.first.time) }

  /// The rank of the earliest pending event, nil if there is none.
  ///
  /// Complexity: O(1).
  @inlinable public var nextRank: EventRank? {
    let first = list.first
    return first.time == .max ? nil : EntryLayout.rank(first.key)
  }

  /// Whether nothing more is scheduled for the present instant.
  ///
  /// Complexity: O(1).
  @inlinable @inline(__always) public var isInstantOver: Bool { nextTime > clock }

  /// How many events are pending.
  @inlinable public var pendingCount: Int { list.count }

  /// How many events have happened.
  @inlinable public var executedCount: UInt64 { executed }

  /// Whether `stop()` was called.
  @inlinable public var isStopped: Bool { stopRequested }

  /// Schedules an event and returns the ticket that can withdraw it.
  ///
  /// A time before `now`, or `.never`, is a programmer error.
  ///
  /// Complexity: O(log n) amortised.
  @inlinable @inline(__always) @discardableResult
  public mutating func schedule(_ event: Event, at time: SimulationTime, rank: EventRank) -> EventTicket {
    if time < clock || time == .never { refuse(time) }
    return EventTicket(key: list.insert(event, at: EntryLayout.biased(time), rank: rank))
  }

  /// Schedules an event a span from now and returns the ticket that can withdraw it.
  ///
  /// A negative span is a programmer error, and so is one that leads beyond the last instant.
  ///
  /// Complexity: O(log n) amortised.
  @inlinable @inline(__always) @discardableResult
  public mutating func schedule(
    _ event: Event, after span: SimulationSpan, rank: EventRank
  ) -> EventTicket {
    schedule(event, at: clock + span, rank: rank)
  }

  /// Withdraws a pending event; false if it has happened, was withdrawn before, or the ticket is `.none`.
  ///
  /// Complexity: O(log n) amortised.
  @inlinable @inline(__always) @discardableResult
  public mutating func withdraw(_ ticket: EventTicket) -> Bool {
    ticket == .none ? false : list.withdraw(ticket.key)
  }

  /// Whether the event of this ticket is still to come.
  ///
  /// The event being handled is no longer pending.
  ///
  /// Complexity: O(1).
  @inlinable public func isPending(_ ticket: EventTicket) -> Bool { list.slots.isPending(ticket.key) }

  /// Ends the run after the event being handled; the simulation does nothing more from then on.
  @inlinable public mutating func stop() { stopRequested = true }

  @usableFromInline @inline(never)
  func refuse(_ time: SimulationTime) -> Never {
    if time == .never {
      preconditionFailure("an event cannot be scheduled at .never, at tick \(clock.ticks)")
    }
    preconditionFailure("an event at tick \(time.ticks) is in the past: the clock reads tick \(clock.ticks)")
  }
}
