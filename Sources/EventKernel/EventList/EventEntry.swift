import Quantities

/// What the lists sort: an instant and a key, 16 bytes, compared as one 128-bit number.
///
/// The time is stored with its sign bit flipped, so that unsigned order is the order of instants, before zero
/// too. The key is, from the top: rank (2 bits), sequence number (38 bits), slot (24 bits). Two entries are
/// never equal, because no sequence number is used twice. The event itself waits in its slot and is never
/// moved.
@usableFromInline
struct EventEntry: BitwiseCopyable {
  /// The instant with its sign bit flipped.
  @usableFromInline var time: UInt64
  /// Rank, sequence number, slot.
  @usableFromInline var key: UInt64

  @inlinable @inline(__always)
  init(time: UInt64, key: UInt64) {
    self.time = time
    self.key = key
  }

  /// Later than every real entry: fills unused cells, so that loops need no bounds tests.
  @inlinable @inline(__always)
  static var last: EventEntry { EventEntry(time: .max, key: .max) }

  /// The whole order in one number.
  @inlinable @inline(__always)
  var order: UInt128 { (UInt128(time) << 64) | UInt128(key) }

  /// 1 if this entry comes first, 0 if not: a number, so that choosing is arithmetic and not a branch.
  @inlinable @inline(__always)
  func precedes(_ other: EventEntry) -> Int { order < other.order ? 1 : 0 }
}

/// How times and keys are packed.
@usableFromInline
enum EntryLayout {
  @inlinable static var slotBits: Int { 24 }
  @inlinable static var slotMask: UInt64 { (1 << 24) - 1 }
  /// One step of the sequence number, in place.
  @inlinable static var sequenceStep: UInt64 { 1 << 24 }
  /// The first sequence number, in place, that no longer fits.
  @inlinable static var sequenceEnd: UInt64 { 1 << 62 }
  @inlinable static var rankShift: Int { 62 }

  @inlinable @inline(__always)
  static func biased(_ time: SimulationTime) -> UInt64 { UInt64(bitPattern: time.ticks) ^ (1 << 63) }

  @inlinable @inline(__always)
  static func time(_ biased: UInt64) -> SimulationTime {
    SimulationTime(ticks: Int64(bitPattern: biased ^ (1 << 63)))
  }

  @inlinable @inline(__always)
  static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key & slotMask) }

  @inlinable @inline(__always)
  static func rank(_ key: UInt64) -> EventRank {
    switch key &>> 62 {
    case 0: .completion
    case 1: .change
    case 2: .arrival
    default: .dispatch
    }
  }
}
