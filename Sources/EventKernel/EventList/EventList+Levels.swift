// How entries move between the near list and the far list.

extension EventList {
  /// Opens buckets of the far list until the near list, which must be empty, has an entry or none is left.
  @inlinable @inline(never)
  mutating func refill() {
    repeat {
      if far.count > Self.fewestFar {
        openFirstBucket()
      } else {
        nearEnd = .max
        while far.count > 0 {
          let (level, digit) = far.firstPlace
          pour(far.detach(level: level, digit: digit))
        }
      }
    } while near.isEmpty && far.count > 0
    if far.count == 0 { nearEnd = .max }
    nearLimit = max(Self.smallestNearLimit, 2 * near.count, far.count / 4)
  }

  /// Moves the anchor to the start of the first bucket, and the bucket's entries to the near list or to lower
  /// levels.
  @inlinable
  mutating func openFirstBucket() {
    let (level, digit) = far.firstPlace
    let start = far.start(level: level, digit: digit)
    var bucket = far.detach(level: level, digit: digit)
    far.anchor = start
    if level == 0 || bucket.count <= Self.mostPoured {
      let (end, overflow) = start.addingReportingOverflow(1 << UInt64(level * FarList.digitBits))
      nearEnd = overflow ? .max : end
      pour(bucket)
    } else {
      nearEnd = start
      if bucket.count <= Self.mostWarmed {
        pour(bucket)
      } else {
        while bucket.count > 0 { far.push(far.take(from: &bucket)) }
      }
    }
  }

  /// Moves the living entries of a detached bucket to where they belong now, a chunk at a time.
  ///
  /// Counting the living first brings their slots into the cache, many misses at once; without it each event
  /// would wait for its own miss when it happens.
  @inlinable
  mutating func pour(_ detached: FarList.Bucket) {
    var bucket = detached
    while bucket.count > 0 {
      let size = Int((bucket.count &- 1) & 31) &+ 1
      let start = Int(bucket.head) &<< 5
      var living = 0
      for index in start..<start &+ size { living &+= slots.isLive(far.chunks.view[index]) ? 1 : 0 }
      for _ in 0..<size {
        let entry = far.take(from: &bucket)
        if living == size || slots.isLive(entry) {
          if entry.time < nearEnd { near.push(entry) } else { far.push(entry) }
        }
      }
      deadCount &-= size &- living
    }
  }

  /// Builds the lists anew from the living entries.
  ///
  /// Complexity: O(n), paid for by the insertions or withdrawals since the last time: it runs when the near
  /// list outgrew `nearLimit`, which is at least a quarter of the far list, or when most entries are dead.
  @inlinable @inline(never)
  mutating func rebuild() {
    gather()
    deadCount = 0
    if near.heap.count <= Self.smallestNearLimit / 2 {
      near.tighten()
      nearEnd = .max
      nearLimit = Self.smallestNearLimit
    } else {
      spread()
    }
  }

  /// Moves every living entry into the cells of the near heap, in no order.
  @inlinable
  mutating func gather() {
    near.loosen()
    var end = LazyHeap.root
    for index in LazyHeap.root..<near.heap.end {
      let entry = near.heap.cells.view[index]
      if slots.isLive(entry) {
        near.heap.cells.view[end] = entry
        end += 1
      }
    }
    near.heap.truncate(to: end)
    while far.count > 0 {
      let (level, digit) = far.firstPlace
      var bucket = far.detach(level: level, digit: digit)
      while bucket.count > 0 {
        let entry = far.take(from: &bucket)
        if slots.isLive(entry) { near.heap.append(entry) }
      }
    }
  }

  /// Moves what `gather()` left into the far list, anchored at its earliest time, and opens the first bucket.
  @inlinable
  mutating func spread() {
    let range = LazyHeap.root..<near.heap.end
    var earliest = UInt64.max
    for index in range { earliest = min(earliest, near.heap.cells.view[index].time) }
    far.anchor = earliest
    nearEnd = earliest
    for index in range { far.push(near.heap.cells.view[index]) }
    near.heap.truncate(to: LazyHeap.root)
    near.tighten()
    refill()
  }
}
