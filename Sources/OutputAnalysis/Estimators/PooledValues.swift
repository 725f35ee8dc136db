/// The values of many replications in one sorted row, each with the replication that it is from.
struct PooledValues {
  /// How many values each replication has.
  let sizes: [Int]
  private let isExact: Bool
  private let smallest: Double
  private let largest: Double

  /// One entry for each value, or for each bucket of each replication, ascending: the value while exact, else
  /// the key.
  private var values: [Double] = []
  private var keys: [Int32] = []
  private var owners: [Int32] = []
  /// How many values there are up to and including each entry.
  private var ends: [Int] = []

  init(_ sketches: [QuantileSketch]) {
    sizes = sketches.map(\.count)
    smallest = sketches.compactMap(\.min).min() ?? 0
    largest = sketches.compactMap(\.max).max() ?? 0
    isExact = sizes.reduce(0, +) <= (sketches.map(\.exactLimit).min() ?? 0)
    if isExact {
      fillExactly(sketches)
    } else {
      fillFromBuckets(sketches)
    }
  }

  /// How many values there are.
  var count: Int { ends.last ?? 0 }

  /// The bound on the relative error of a quantile; 0 while exact, or when all values are equal.
  var relativeError: Double {
    isExact || smallest == largest ? 0 : QuantileSketch.largestRelativeError
  }

  /// The quantile of all values together, as a merged sketch would give it. Takes O(log entries), and O(bucket).
  func quantile(_ probability: Double) -> Double {
    if probability <= 0 { return smallest }
    if probability >= 1 { return largest }
    guard let (lower, upper) = SampleQuantile.ranks(probability, of: count) else { return smallest }
    if isExact {
      let (low, high) = (values[entry(ofRank: lower)], values[entry(ofRank: upper)])
      return low == high ? low : low + (high - low) / 2
    }
    let group = group(around: entry(ofRank: lower))
    let below = start(of: group)
    let inside = ends[group.upperBound - 1] - below
    let value = BucketKey.value(
      in: keys[group.lowerBound], below: (Double(lower - below) + 0.5) / Double(inside))
    return Swift.min(Swift.max(value, smallest), largest)
  }

  /// How many values of each replication lie below a quantile. Of the values that are equal, or in one bucket, at the
  /// quantile itself, each replication has the same share below. Takes O(entries).
  func counts(below probability: Double) -> [Double] {
    var counts = [Double](repeating: 0, count: sizes.count)
    let position = probability * Double(count)
    guard position > 0, position < Double(count) else {
      return probability > 0 ? sizes.map(Double.init) : counts
    }
    let group = group(around: entry(ofRank: Int(position)))
    for entry in 0..<group.lowerBound { counts[Int(owners[entry])] += Double(size(of: entry)) }
    let below = start(of: group)
    let share = (position - Double(below)) / Double(ends[group.upperBound - 1] - below)
    for entry in group { counts[Int(owners[entry])] += share * Double(size(of: entry)) }
    return counts
  }

  /// The entry that holds the value of a rank, from 0.
  private func entry(ofRank rank: Int) -> Int { ends.partitioningIndex { $0 > rank } }

  private func size(of entry: Int) -> Int { ends[entry] - (entry == 0 ? 0 : ends[entry - 1]) }

  private func start(of group: Range<Int>) -> Int { group.lowerBound == 0 ? 0 : ends[group.lowerBound - 1] }

  /// The entries with the same value, or in the same bucket, as one entry.
  private func group(around entry: Int) -> Range<Int> {
    var (first, last) = (entry, entry)
    while first > 0, isSame(first - 1, entry) { first -= 1 }
    while last + 1 < ends.count, isSame(last + 1, entry) { last += 1 }
    return first..<last + 1
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    isExact ? values[first] == values[second] : keys[first] == keys[second]
  }

  private mutating func fillExactly(_ sketches: [QuantileSketch]) {
    var entries: [(value: Double, owner: Int32)] = []
    for (owner, sketch) in sketches.enumerated() {
      for value in sketch.values { entries.append((value, Int32(owner))) }
    }
    entries.sort { $0.value < $1.value }
    values = entries.map(\.value)
    owners = entries.map(\.owner)
    ends = Array(1..<entries.count + 1)
  }

  private mutating func fillFromBuckets(_ sketches: [QuantileSketch]) {
    // Sorted by counting: keys span a few thousand for most figures, and two million at most for each sign.
    let first = BucketKey.key(of: smallest)
    var places = [Int](repeating: 0, count: Int(BucketKey.key(of: largest) - first) + 2)
    for sketch in sketches { sketch.forEachBucket { key, _ in places[Int(key - first) + 1] += 1 } }
    for index in 1..<places.count { places[index] += places[index - 1] }
    let count = places[places.count - 1]
    keys = [Int32](repeating: 0, count: count)
    owners = keys
    ends = [Int](repeating: 0, count: count)
    for (owner, sketch) in sketches.enumerated() {
      sketch.forEachBucket { key, number in
        let place = places[Int(key - first)]
        places[Int(key - first)] += 1
        keys[place] = key
        owners[place] = Int32(owner)
        ends[place] = number
      }
    }
    var running = 0
    for index in ends.indices {
      running += ends[index]
      ends[index] = running
    }
  }
}
