/// A claim on one scheduled event, with which it can be withdrawn while it is pending.
///
/// A ticket names a slot and the one event that was ever scheduled there under its sequence number. Sequence
/// numbers are never used twice in a run, so a stale ticket stays stale for ever, however often its slot is
/// used again. A ticket belongs to the agenda that gave it; another agenda may mistake it for one of its own.
public struct EventTicket: BitwiseCopyable, Hashable, Sendable {
  /// The key of the entry: rank, sequence number, slot.
  @usableFromInline let key: UInt64

  @inlinable init(key: UInt64) { self.key = key }

  /// The ticket of no event: never pending, and withdrawing it does nothing.
  @inlinable public static var none: EventTicket { EventTicket(key: .max) }
}
