/// The pending events of one agenda, in order of time, rank and scheduling.
///
/// Three parts: the events in slots, a near list of the next entries (sorted array or heap), and a far list
/// in buckets, which is in use only while more than a hundred are pending. Every entry earlier than `nearEnd`
/// is in the near list and no other is; while the far list is empty `nearEnd` is later than every time.
///
/// Withdrawing frees the slot at once. The entry is taken out too if it lies in the sorted array; otherwise
/// it stays behind dead, recognised by its key. Two rules bound what that costs: the first entry is never
/// dead, so that looking at it is cheap, and the list is rebuilt without its dead as soon as they outnumber
/// the living.
@usableFromInline
struct EventList<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline var slots = SlotTable<Event>()
  @usableFromInline var near = NearList()
  @usableFromInline var far = FarList()
  /// The first time that belongs in the far list.
  @usableFromInline var nearEnd = UInt64.max
  /// The near list may grow to this many entries before the list is rebuilt.
  @usableFromInline var nearLimit = 128
  /// Entries whose events were withdrawn.
  @usableFromInline var deadCount = 0
  #if KERNEL_CHECKS
    @usableFromInline var checks = CheckSchedule()
  #endif

  /// A near list longer than this is spread over the far list.
  @inlinable static var smallestNearLimit: Int { 128 }
  /// A far list of so many entries or fewer is poured into the near list.
  @inlinable static var fewestFar: Int { 32 }
  /// A bucket of so many entries or fewer is poured into the near list as it is.
  @inlinable static var mostPoured: Int { 32 }
  /// A bucket of so many entries or fewer is looked through for dead entries when it is spread.
  @inlinable static var mostWarmed: Int { 1024 }

  @inlinable
  init() {}

  @inlinable @inline(__always)
  var count: Int { near.count &+ far.count &- deadCount }

  /// The earliest entry, alive; `EventEntry.last` if there is none.
  @inlinable @inline(__always)
  var first: EventEntry { near.first }

  /// Adds an event and returns its key.
  ///
  /// Complexity: O(log n) amortised; no allocation unless the list is larger than it ever was.
  @inlinable @inline(__always)
  mutating func insert(_ event: Event, at time: UInt64, rank: EventRank) -> UInt64 {
    let key = slots.occupy(event, rank: rank)
    restore(EventEntry(time: time, key: key))
    return key
  }

  /// Puts an entry in its place: a new one, or one that `popFirst()` took and nobody used.
  @inlinable @inline(__always)
  mutating func restore(_ entry: EventEntry) {
    if entry.time < nearEnd {
      near.push(entry)
      if near.count > nearLimit { rebuild() }
    } else {
      far.push(entry)
    }
    check()
  }

  /// Takes the earliest entry, leaving its event in the slot; there must be one.
  ///
  /// Complexity: O(log n) amortised.
  @inlinable @inline(__always)
  mutating func popFirst() -> EventEntry {
    let entry = near.pop()
    if near.isEmpty, far.count > 0 { refill() }
    if deadCount > 0 {
      // Living entries go, the dead stay: without this a run that only takes would end among the dead.
      if deadCount > count &+ 32 { rebuild() }
      buryFirst()
    }
    return entry
  }

  /// Withdraws the event of this key if it is pending.
  ///
  /// Complexity: O(log n) amortised.
  @inlinable
  mutating func withdraw(_ key: UInt64) -> Bool {
    guard slots.isPending(key) else { return false }
    _ = slots.take(key)
    if near.removeFromSorted(key) {
      if near.isEmpty, far.count > 0 { refill() }
    } else {
      deadCount &+= 1
      if deadCount > count &+ 32 { rebuild() }
    }
    if deadCount > 0 { buryFirst() }
    check()
    return true
  }

  /// Drops dead entries until the first one is alive.
  @inlinable
  mutating func buryFirst() {
    while deadCount > 0, !near.isEmpty, !slots.isLive(near.first) {
      _ = near.pop()
      deadCount &-= 1
      if near.isEmpty, far.count > 0 { refill() }
    }
  }

  #if KERNEL_CHECKS
    @inlinable mutating func check() {
      if checks.isDue(entries: near.count &+ far.count) { checkInvariants() }
    }
  #else
    @inlinable @inline(__always) mutating func check() {}
  #endif
}
