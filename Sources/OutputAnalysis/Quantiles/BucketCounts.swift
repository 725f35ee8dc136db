/// Counts of neighbouring buckets, without empty ones at either end, so that equal contents are equal values.
///
/// Counts take 32 bits each while all of them fit, which keeps twice as many of them in the processor's cache; from the
/// first that does not, all take 64. The form depends on the contents alone.
struct BucketCounts: Sendable, Hashable {
  private(set) var first: Int32 = 0
  private var small: [UInt32] = []
  /// In place of `small` once a count has outgrown it; empty before.
  private var large: [Int] = []

  init() {}

  init(first: Int32, counts: [Int]) {
    self.first = first
    if counts.allSatisfy({ UInt32(exactly: $0) != nil }) {
      small = counts.map { UInt32(truncatingIfNeeded: $0) }
    } else {
      large = counts
    }
  }

  /// The counts from the first bucket to the last.
  var counts: [Int] { large.isEmpty ? small.map(Int.init) : large }

  var total: Int { counts.reduce(0, +) }

  @inline(__always)
  mutating func add(_ key: Int32, times: Int = 1) {
    let index = Int(key) - Int(first)
    if index >= 0 && index < small.count, let sum = UInt32(exactly: Int(small[index]) + times) {
      small[index] = sum
    } else {
      widen(toHold: key, times)
    }
  }

  /// Adds to a bucket beyond those that are there, or to a count that outgrows its 32 bits.
  private mutating func widen(toHold key: Int32, _ times: Int) {
    if large.isEmpty {
      let index = BucketCounts.place(of: key, in: &small, &first)
      let sum = Int(small[index]) + times
      if let sum = UInt32(exactly: sum) {
        small[index] = sum
        return
      }
      large = small.map(Int.init)
      small = []
      large[index] = sum
    } else {
      large[BucketCounts.place(of: key, in: &large, &first)] += times
    }
  }

  /// Where the count of a bucket stands, with empty buckets up to it put in.
  private static func place<Count: FixedWidthInteger>(
    of key: Int32, in counts: inout [Count], _ first: inout Int32
  ) -> Int {
    if counts.isEmpty {
      first = key
      counts = [0]
    }
    if key < first {
      counts.insert(contentsOf: repeatElement(0, count: Int(first - key)), at: 0)
      first = key
    }
    let index = Int(key - first)
    if index >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: index + 1 - counts.count))
    }
    return index
  }

  mutating func merge(_ other: BucketCounts) {
    let counts = other.counts
    guard let last = counts.indices.last else { return }
    // The ends first, so that the array grows at most twice.
    add(other.first, times: counts[0])
    if last > 0 { add(other.first + Int32(last), times: counts[last]) }
    for index in counts.indices.dropFirst().dropLast() where counts[index] > 0 {
      add(other.first + Int32(index), times: counts[index])
    }
  }

  /// Visits the buckets that hold something, by ascending key.
  func forEach(_ body: (Int32, Int) -> Void) {
    for index in small.indices where small[index] > 0 { body(first + Int32(index), Int(small[index])) }
    for index in large.indices where large[index] > 0 { body(first + Int32(index), large[index]) }
  }
}
