/// A 4-ary heap in which the place of the entry taken last stays open until the next one comes.
///
/// The root is at index 3 and the children of `i` are at `4(i - 2)` and the three that follow, so that each
/// group of four fills one cache line. The cells after the end hold `EventEntry.last`: a group can be
/// compared without asking where the end is. Most models schedule an event for each that happens; with the
/// hole, that is one sift instead of two.
@usableFromInline
struct LazyHeap: ~Copyable {
  @usableFromInline var cells: OwnedCells<EventEntry>
  /// One past the last cell in use, the hole included.
  @usableFromInline var end = 3
  /// Whether the root is vacant.
  @usableFromInline var hasHole = false

  @inlinable static var root: Int { 3 }

  @usableFromInline
  init() {
    cells = OwnedCells(capacity: 128)
    for index in 0..<128 { cells.view[index] = .last }
  }

  @inlinable @inline(__always)
  var count: Int { end &- 3 &- (hasHole ? 1 : 0) }

  /// The earliest entry; `EventEntry.last` if there is none.
  @inlinable @inline(__always)
  var first: EventEntry { hasHole ? Self.earliest(4, cells.view).entry : cells.view[3] }

  @inlinable @inline(__always)
  mutating func push(_ entry: EventEntry) {
    if hasHole {
      hasHole = false
      siftDown(entry, from: 3)
      return
    }
    if end &+ 4 >= cells.view.capacity { grow() }
    let view = cells.view
    let order = entry.order
    var index = end
    end &+= 1
    while index > 3 {
      let parent = (index &>> 2) &+ 2
      let above = view[parent]
      if order >= above.order { break }
      view[index] = above
      index = parent
    }
    view[index] = entry
  }

  /// Takes the earliest entry; there must be one.
  @inlinable @inline(__always)
  mutating func pop() -> EventEntry {
    closeHole()
    hasHole = true
    return cells.view[3]
  }

  /// Fills the hole with the last entry.
  @inlinable @inline(__always)
  mutating func closeHole() {
    if hasHole {
      hasHole = false
      end &-= 1
      let entry = cells.view[end]
      cells.view[end] = .last
      if end > 3 { siftDown(entry, from: 3) }
    }
  }

  /// Puts `entry` at `start` or below, moving earlier descendants up.
  @inlinable @inline(__always)
  mutating func siftDown(_ entry: EventEntry, from start: Int) {
    let view = cells.view
    let end = self.end
    let order = entry.order
    var index = start
    while true {
      let group = (index &- 2) &<< 2
      if group >= end { break }
      let child = Self.earliest(group, view)
      if child.entry.order >= order { break }
      view[index] = child.entry
      index = child.index
    }
    view[index] = entry
  }

  /// The earliest of the four entries that start at `group`, found by arithmetic on indices.
  @inlinable @inline(__always)
  static func earliest(_ group: Int, _ view: Cells<EventEntry>) -> (index: Int, entry: EventEntry) {
    let left = group &+ view[group &+ 1].precedes(view[group])
    let right = group &+ 2 &+ view[group &+ 3].precedes(view[group &+ 2])
    let index = left &+ ((right &- left) & (0 &- view[right].precedes(view[left])))
    return (index, view[index])
  }

  /// Adds an entry out of order; `restoreOrder()` must follow, and there must be no hole.
  @inlinable
  mutating func append(_ entry: EventEntry) {
    if end &+ 4 >= cells.view.capacity { grow() }
    cells.view[end] = entry
    end &+= 1
  }

  /// Makes a heap of cells in any order.
  ///
  /// Complexity: O(n).
  @inlinable
  mutating func restoreOrder() {
    guard end > 4 else { return }
    var index = ((end &- 1) &>> 2) &+ 2
    while index >= 3 {
      siftDown(cells.view[index], from: index)
      index &-= 1
    }
  }

  /// Forgets the entries from index `newEnd` on.
  @inlinable
  mutating func truncate(to newEnd: Int) {
    for index in newEnd..<max(end, newEnd) { cells.view[index] = .last }
    end = newEnd
    hasHole = false
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let old = cells.view.capacity
    cells.grow(to: old * 2, keeping: old)
    for index in old..<old * 2 { cells.view[index] = .last }
  }
}
