/// One slot: the key of the event that waits here, and the event.
///
/// In a free slot `key` is the index of the next free slot. Sequence numbers start at 1, so no key is that
/// small.
@usableFromInline
struct EventSlot<Event: BitwiseCopyable>: BitwiseCopyable {
  @usableFromInline var key: UInt64
  @usableFromInline var event: Event

  @inlinable @inline(__always)
  init(key: UInt64, event: Event) {
    self.key = key
    self.event = event
  }
}

/// The events themselves, each in a slot that it keeps until it happens or is withdrawn.
///
/// A slot is free again as soon as its event is gone, and the last one freed is the first one used, because
/// its memory is warm. The key in the slot tells a pending entry from a dead one.
@usableFromInline
struct SlotTable<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline var cells: OwnedCells<EventSlot<Event>>
  /// Slots at this index and above were never used.
  @usableFromInline var used = 0
  /// The first free slot, or `EntryLayout.slotMask` if none is.
  @usableFromInline var firstFree: UInt64 = EntryLayout.slotMask
  /// The last sequence number given, in place.
  @usableFromInline var sequence: UInt64 = 0

  @inlinable
  init() { cells = OwnedCells(capacity: 64) }

  /// Puts an event into a slot and returns its key.
  @inlinable @inline(__always)
  mutating func occupy(_ event: Event, rank: EventRank) -> UInt64 {
    if firstFree == EntryLayout.slotMask { addFreeSlot() }
    let slot = firstFree
    sequence &+= EntryLayout.sequenceStep
    precondition(sequence < EntryLayout.sequenceEnd, "a run can schedule 2^38 - 1 events and no more")
    let key = (UInt64(rank.rawValue) &<< 62) | sequence | slot
    let view = cells.view
    let index = Int(truncatingIfNeeded: slot)
    firstFree = view[index].key
    view[index] = EventSlot(key: key, event: event)
    return key
  }

  /// Frees the slot of a pending event and returns the event.
  @inlinable @inline(__always)
  mutating func take(_ key: UInt64) -> Event {
    let slot = EntryLayout.slot(key)
    let view = cells.view
    let event = view[slot].event
    view[slot].key = firstFree
    firstFree = UInt64(truncatingIfNeeded: slot)
    return event
  }

  /// Whether the event of this key is pending; any number may be asked about.
  @inlinable @inline(__always)
  func isPending(_ key: UInt64) -> Bool {
    let slot = EntryLayout.slot(key)
    return slot < used && key > EntryLayout.slotMask && cells.view[slot].key == key
  }

  /// Whether an entry of one of the lists is still pending; its slot exists.
  @inlinable @inline(__always)
  func isLive(_ entry: EventEntry) -> Bool { cells.view[EntryLayout.slot(entry.key)].key == entry.key }

  /// Makes a slot that was never used the first free one.
  @inlinable @inline(never)
  mutating func addFreeSlot() {
    precondition(used < Int(EntryLayout.slotMask), "an agenda holds 2^24 - 1 pending events and no more")
    if used == cells.view.capacity { cells.grow(to: used * 2, keeping: used) }
    cells.view[used].key = firstFree
    firstFree = UInt64(used)
    used += 1
  }
}
