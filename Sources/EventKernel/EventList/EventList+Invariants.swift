#if KERNEL_CHECKS
  /// When to walk the whole list: each mutation while it is small, then once for every sixteenth of its size.
  ///
  /// A walk is O(n), so checking costs about the same for each mutation whatever the size. Timings are void
  /// all the same.
  @usableFromInline
  struct CheckSchedule: BitwiseCopyable {
    @usableFromInline var mutationsLeft = 0

    @inlinable init() {}

    @inlinable mutating func isDue(entries: Int) -> Bool {
      mutationsLeft -= 1
      if mutationsLeft > 0 { return false }
      mutationsLeft = entries / 16
      return true
    }
  }
#endif

extension EventList {
  /// Walks the whole list and traps on the first broken rule.
  ///
  /// Complexity: O(n).
  @usableFromInline
  func checkInvariants() {
    let nearLiving = near.isHeap ? checkHeap() : checkSorted()
    let living = nearLiving + checkFar()
    precondition(near.count + far.count - living == deadCount, "dead entries are miscounted")
    precondition(checkSlots() == living, "an event has no entry, or two")
    precondition(deadCount <= living + 33, "the dead outnumber the living")
    precondition(far.count == 0 || !near.isEmpty, "the near list is empty and the far list is not")
    precondition(far.count > 0 || nearEnd == .max, "the far list is empty and still in use")
    precondition(near.isEmpty || slots.isLive(near.first), "the first entry is dead")
  }

  private func checkSorted() -> Int {
    var living = 0
    precondition(near.heap.end == LazyHeap.root && !near.heap.hasHole, "the unused heap is not empty")
    for index in 0..<near.sortedCount {
      let entry = near.sorted.view[index]
      precondition(entry.time < nearEnd, "a near entry belongs in the far list")
      precondition(index == 0 || entry.order < near.sorted.view[index - 1].order, "array out of order")
      if slots.isLive(entry) { living += 1 }
    }
    return living
  }

  private func checkHeap() -> Int {
    var living = 0
    let view = near.heap.cells.view
    precondition(near.sortedCount == 0, "the unused array is not empty")
    let start = near.heap.hasHole ? LazyHeap.root + 1 : LazyHeap.root
    for index in start..<max(start, near.heap.end) {
      let entry = view[index], parent = index >> 2 + 2
      precondition(entry.time < nearEnd, "a near entry belongs in the far list")
      precondition(parent < start || view[parent].order < entry.order, "heap out of order")
      if slots.isLive(entry) { living += 1 }
    }
    for index in near.heap.end..<min(near.heap.end + 4, view.capacity) {
      precondition(view[index].order == EventEntry.last.order, "a cell after the end of the heap is in use")
    }
    return living
  }

  private func checkFar() -> Int {
    if far.count == 0 {
      for level in 0..<FarList.levels {
        precondition(far.occupied.view[level] == 0, "an empty list has a bucket")
      }
      return 0
    }
    var living = 0, entries = 0
    for level in 0..<FarList.levels {
      for digit in 0..<1 << FarList.digitBits {
        let bucket = far.buckets.view[level << FarList.digitBits | digit]
        let bit = far.occupied.view[level] >> UInt32(digit) & 1
        precondition((bit == 1) == (bucket.count > 0), "a bucket's bit is wrong")
        var chunk = bucket.head, left = Int(bucket.count)
        while left > 0 {
          let size = (left - 1) & 31 + 1
          for index in 0..<size {
            let entry = far.chunks.view[Int(chunk) << 5 | index]
            precondition(entry.time >= nearEnd, "a far entry belongs in the near list")
            precondition(far.place(of: entry.time) == (level, digit), "an entry is in the wrong bucket")
            if slots.isLive(entry) { living += 1 }
          }
          entries += size
          left -= size
          chunk = far.following.view[Int(chunk)]
        }
      }
    }
    precondition(entries == far.count, "far entries are miscounted")
    return living
  }

  private func checkSlots() -> Int {
    var free = 0
    var next = slots.firstFree
    while next != EntryLayout.slotMask {
      precondition(next < UInt64(slots.used), "a free slot was never made")
      free += 1
      precondition(free <= slots.used, "the free slots form a circle")
      next = slots.cells.view[Int(next)].key
    }
    return slots.used - free
  }
}
