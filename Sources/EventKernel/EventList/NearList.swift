/// The next entries: a sorted array while they are few, a heap when they are many.
///
/// An array of up to 40 entries is the fastest list there is; beyond that a heap is. The way back is at 14,
/// so that a list that breathes around one size does not change its form at each breath.
@usableFromInline
struct NearList: ~Copyable {
  /// The latest first, so that the next entry is taken from the end.
  @usableFromInline var sorted: OwnedCells<EventEntry>
  @usableFromInline var sortedCount = 0
  @usableFromInline var heap = LazyHeap()
  @usableFromInline var isHeap = false

  @inlinable static var mostSorted: Int { 40 }
  @inlinable static var fewestInHeap: Int { 14 }

  @usableFromInline
  init() { sorted = OwnedCells(capacity: 64) }

  @inlinable @inline(__always)
  var count: Int { isHeap ? heap.count : sortedCount }

  @inlinable @inline(__always)
  var isEmpty: Bool { !isHeap && sortedCount == 0 }

  /// The earliest entry; `EventEntry.last` if there is none.
  @inlinable @inline(__always)
  var first: EventEntry {
    if isHeap { return heap.first }
    return sortedCount == 0 ? .last : sorted.view[sortedCount &- 1]
  }

  @inlinable @inline(__always)
  mutating func push(_ entry: EventEntry) {
    if isHeap {
      heap.push(entry)
      return
    }
    let view = sorted.view
    let order = entry.order
    var index = sortedCount
    while index > 0 {
      let later = view[index &- 1]
      if later.order >= order { break }
      view[index] = later
      index &-= 1
    }
    view[index] = entry
    sortedCount &+= 1
    if sortedCount > Self.mostSorted { becomeHeap() }
  }

  /// Takes the earliest entry; there must be one.
  @inlinable @inline(__always)
  mutating func pop() -> EventEntry {
    if isHeap {
      let entry = heap.pop()
      if heap.end < LazyHeap.root &+ Self.fewestInHeap { becomeSorted() }
      return entry
    }
    sortedCount &-= 1
    return sorted.view[sortedCount]
  }

  /// Takes the entry with this key out of the sorted array; false if it is not there, or if the list is a
  /// heap.
  @inlinable
  mutating func removeFromSorted(_ key: UInt64) -> Bool {
    if isHeap { return false }
    let view = sorted.view
    var index = sortedCount &- 1
    while index >= 0, view[index].key != key { index &-= 1 }
    if index < 0 { return false }
    sortedCount &-= 1
    while index < sortedCount {
      view[index] = view[index &+ 1]
      index &+= 1
    }
    return true
  }

  @usableFromInline @inline(never)
  mutating func becomeHeap() {
    // Read backwards the array is in ascending order, which is a heap.
    while sortedCount > 0 {
      sortedCount -= 1
      heap.append(sorted.view[sortedCount])
    }
    isHeap = true
  }

  @usableFromInline @inline(never)
  mutating func becomeSorted() {
    heap.closeHole()
    let count = heap.count
    for index in 0..<count { sorted.view[count - 1 - index] = heap.pop() }
    heap.truncate(to: LazyHeap.root)
    sortedCount = count
    isHeap = false
  }

  /// Moves everything into the heap's cells in no order, so that entries can be added and left out.
  @usableFromInline
  mutating func loosen() {
    if isHeap { heap.closeHole() } else { becomeHeap() }
  }

  /// Puts what `loosen()` and later appends left in order again.
  @usableFromInline
  mutating func tighten() {
    heap.restoreOrder()
    if heap.count <= Self.fewestInHeap { becomeSorted() }
  }
}
