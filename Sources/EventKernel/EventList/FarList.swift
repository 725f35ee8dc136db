/// The entries of the far future, in buckets by the digits of their time.
///
/// This is a radix heap (Ahuja, Mehlhorn, Orlin, Tarjan 1990, doi:10.1145/77600.77615) with base-32 digits.
/// Let `anchor` be a lower bound of all times here. An entry lies on the level of the highest digit in which
/// its time differs from the anchor, in the bucket of that digit. The mapping is exact integer arithmetic and
/// monotone, so it cannot lose or reorder an entry, whatever the law of the times. Opening the first bucket
/// moves the anchor to the bucket's own start and spreads the bucket over lower levels; an entry moves down
/// at most once a level.
///
/// A bucket is a chain of chunks of 32 entries, of which only the first may be part full. Freed chunks are
/// used again.
@usableFromInline
struct FarList: ~Copyable {
  /// A chain of chunks: `head` is meaningful when `count` is not zero.
  @usableFromInline
  struct Bucket: BitwiseCopyable {
    @usableFromInline var head: UInt32
    @usableFromInline var count: UInt32
    @inlinable init(head: UInt32, count: UInt32) {
      self.head = head
      self.count = count
    }
  }

  @inlinable static var digitBits: Int { 5 }
  @inlinable static var levels: Int { 13 }

  @usableFromInline var buckets: OwnedCells<Bucket>
  /// One bit for each bucket of a level that is not empty.
  @usableFromInline var occupied: OwnedCells<UInt32>
  @usableFromInline var chunks: OwnedCells<EventEntry>
  /// The chunk after each chunk, in a bucket or in the free list.
  @usableFromInline var following: OwnedCells<UInt32>
  @usableFromInline var chunksUsed = 0
  @usableFromInline var firstFree: UInt32 = .max
  @usableFromInline var anchor: UInt64 = 0
  @usableFromInline var count = 0

  @usableFromInline
  init() {
    buckets = OwnedCells(capacity: Self.levels << Self.digitBits)
    occupied = OwnedCells(capacity: Self.levels)
    chunks = OwnedCells(capacity: 1)
    following = OwnedCells(capacity: 0)
    for index in 0..<Self.levels << Self.digitBits { buckets.view[index] = Bucket(head: .max, count: 0) }
    for level in 0..<Self.levels { occupied.view[level] = 0 }
  }

  /// The one mapping from times to buckets.
  @inlinable @inline(__always)
  func place(of time: UInt64) -> (level: Int, digit: Int) {
    let level = (63 &- ((time ^ anchor) | 1).leadingZeroBitCount) / Self.digitBits
    let digit = Int(truncatingIfNeeded: (time &>> UInt64(level &* Self.digitBits)) & 31)
    return (level, digit)
  }

  /// Adds an entry that is not earlier than the anchor.
  @inlinable @inline(__always)
  mutating func push(_ entry: EventEntry) {
    let (level, digit) = place(of: entry.time)
    let index = (level &<< Self.digitBits) | digit
    var bucket = buckets.view[index]
    if bucket.count & 31 == 0 {
      bucket.head = newChunk(before: bucket.head)
      occupied.view[level] |= 1 &<< UInt32(digit)
    }
    chunks.view[Int(bucket.head) &<< 5 | Int(bucket.count & 31)] = entry
    bucket.count &+= 1
    buckets.view[index] = bucket
    count &+= 1
  }

  /// The place of the bucket with the earliest entries; there must be one.
  @inlinable
  var firstPlace: (level: Int, digit: Int) {
    var level = 0
    while occupied.view[level] == 0 { level &+= 1 }
    return (level, occupied.view[level].trailingZeroBitCount)
  }

  /// The first time that a bucket can hold.
  @inlinable
  func start(level: Int, digit: Int) -> UInt64 {
    let shift = level &* Self.digitBits
    let above = shift &+ Self.digitBits
    return ((anchor >> above) << above) | (UInt64(digit) << shift)
  }

  /// Empties a bucket in one step; its entries must then be taken one by one.
  @inlinable
  mutating func detach(level: Int, digit: Int) -> Bucket {
    let index = (level &<< Self.digitBits) | digit
    let bucket = buckets.view[index]
    buckets.view[index] = Bucket(head: .max, count: 0)
    occupied.view[level] &= ~(1 &<< UInt32(digit))
    return bucket
  }

  /// Takes an entry from a detached bucket that still has one, and frees the chunk that it leaves empty.
  @inlinable @inline(__always)
  mutating func take(from bucket: inout Bucket) -> EventEntry {
    bucket.count &-= 1
    count &-= 1
    let place = Int(bucket.count & 31)
    let chunk = bucket.head
    let entry = chunks.view[Int(chunk) &<< 5 | place]
    if place == 0 {
      bucket.head = following.view[Int(chunk)]
      following.view[Int(chunk)] = firstFree
      firstFree = chunk
    }
    return entry
  }

  /// A free chunk, put before `next` in a chain.
  @inlinable
  mutating func newChunk(before next: UInt32) -> UInt32 {
    if firstFree == .max { addFreeChunk() }
    let chunk = firstFree
    firstFree = following.view[Int(chunk)]
    following.view[Int(chunk)] = next
    return chunk
  }

  /// Makes a chunk that was never used the first free one.
  @usableFromInline @inline(never)
  mutating func addFreeChunk() {
    if chunksUsed == following.view.capacity {
      let capacity = max(64, chunksUsed * 2)
      chunks.grow(to: capacity * 32, keeping: chunksUsed == 0 ? 0 : chunksUsed * 32)
      following.grow(to: capacity, keeping: chunksUsed)
    }
    following.view[chunksUsed] = firstFree
    firstFree = UInt32(chunksUsed)
    chunksUsed += 1
  }
}
