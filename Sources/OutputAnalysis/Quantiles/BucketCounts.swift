/// Counts of neighbouring buckets, without empty ones at either end, so that equal contents are equal values.
struct BucketCounts: Sendable, Hashable {
  private(set) var first: Int32 = 0
  private(set) var counts: [Int] = []

  init() {}

  init(first: Int32, counts: [Int]) {
    self.first = first
    self.counts = counts
  }

  var total: Int { counts.reduce(0, +) }

  @inline(__always)
  mutating func add(_ key: Int32, times: Int = 1) {
    let index = Int(key) - Int(first)
    if index >= 0 && index < counts.count { counts[index] += times } else { widen(toHold: key, times) }
  }

  private mutating func widen(toHold key: Int32, _ times: Int) {
    if counts.isEmpty {
      first = key
      counts = [times]
      return
    }
    if key < first {
      counts.insert(contentsOf: repeatElement(0, count: Int(first - key)), at: 0)
      first = key
    }
    let index = Int(key - first)
    if index >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: index + 1 - counts.count))
    }
    counts[index] += times
  }

  mutating func merge(_ other: BucketCounts) {
    guard let last = other.counts.indices.last else { return }
    // The ends first, so that the array grows at most twice.
    add(other.first, times: other.counts[0])
    if last > 0 { add(other.first + Int32(last), times: other.counts[last]) }
    for index in other.counts.indices.dropFirst().dropLast() where other.counts[index] > 0 {
      add(other.first + Int32(index), times: other.counts[index])
    }
  }

  /// Visits the buckets that hold something, by ascending key.
  func forEach(_ body: (Int32, Int) -> Void) {
    for index in counts.indices where counts[index] > 0 { body(first + Int32(index), counts[index]) }
  }
}
