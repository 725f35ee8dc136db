/// The values of many replications in one sorted row, from which quantiles under replication weights are read
/// fast.
///
/// A table of how many values each replication has before some cuts lets a weighted quantile be found by
/// bisection over the cuts and a short walk, instead of a walk over all values.
struct PooledValues {
  let replications: Int
  /// How many values each replication has. A replication has fewer than 2³² of them, and the products of 32 bits by 32
  /// below are what makes the sums over all replications fast.
  private let sizes: [UInt32]
  private let isExact: Bool
  private let smallest: Double
  private let largest: Double

  /// One entry for each value, or for each bucket of each replication, ascending: the value while exact, else
  /// the key.
  private var values: [Double] = []
  private var keys: [Int32] = []
  private var owners: [Int32] = []
  private var times: [Int] = []

  /// The entries at which the cuts lie, never between two entries of one bucket.
  private var cuts: [Int] = []
  /// For each cut, for each replication, how many values lie before it.
  private var before: [UInt32] = []

  init(_ sketches: [QuantileSketch]) {
    replications = sketches.count
    sizes = sketches.map { UInt32($0.count) }
    smallest = sketches.compactMap(\.min).min() ?? 0
    largest = sketches.compactMap(\.max).max() ?? 0
    isExact = sketches.reduce(0) { $0 + $1.count } <= (sketches.map(\.exactLimit).min() ?? 0)
    if isExact {
      fillExactly(sketches)
    } else {
      fillFromBuckets(sketches)
    }
    makeCuts()
  }

  /// The bound on the relative error of a quantile; 0 while exact, or when all values are equal.
  var relativeError: Double {
    isExact || smallest == largest ? 0 : QuantileSketch.largestRelativeError
  }

  /// The quantile of all values together, as a merged sketch would give it.
  func quantile(_ probability: Double) -> Double {
    if !isExact && probability == 0 { return smallest }
    if !isExact && probability == 1 { return largest }
    return quantile(probability, weights: [UInt32](repeating: 1, count: replications))
  }

  /// The quantile with each replication counted as often as its weight says.
  func quantile(_ probability: Double, weights: [UInt32]) -> Double {
    let total = sum(of: sizes, from: 0, weights)
    guard let (lower, upper) = SampleQuantile.ranks(probability, of: total) else { return smallest }
    var (cut, end) = (0, cuts.count)
    var below = 0
    while end - cut > 1 {
      let middle = (cut + end) / 2
      let sum = sum(of: before, from: middle * replications, weights)
      if sum <= lower { (cut, below) = (middle, sum) } else { end = middle }
    }
    return isExact
      ? exactValue(lower, upper, from: cuts[cut], below: below, weights)
      : bucketValue(lower, from: cuts[cut], below: below, weights)
  }

  /// The sum over the replications of weight × number, the numbers standing in a row of a table.
  private func sum(of numbers: [UInt32], from start: Int, _ weights: [UInt32]) -> Int {
    precondition(start + replications <= numbers.count && replications == weights.count, "a weight for each")
    return numbers.withUnsafeBufferPointer { numbers in
      weights.withUnsafeBufferPointer { weights in
        var sum: UInt64 = 0
        for index in 0..<replications { sum &+= UInt64(weights[index]) &* UInt64(numbers[start &+ index]) }
        return Int(sum)
      }
    }
  }

  private func exactValue(
    _ lower: Int, _ upper: Int, from start: Int, below: Int, _ weights: [UInt32]
  ) -> Double {
    var below = below
    var lowerValue: Double?
    for entry in start..<values.count {
      below += Int(weights[Int(owners[entry])])
      if lowerValue == nil && below > lower { lowerValue = values[entry] }
      if let lowerValue, below > upper { return lowerValue + (values[entry] - lowerValue) / 2 }
    }
    return lowerValue ?? largest
  }

  private func bucketValue(_ rank: Int, from start: Int, below: Int, _ weights: [UInt32]) -> Double {
    precondition(weights.count == replications, "a weight for each")
    var below = below
    var entry = start
    while entry < keys.count {
      let key = keys[entry]
      let inside = weigh(bucket: key, &entry, weights)
      if rank < below + inside {
        let value = BucketKey.value(in: key, below: (Double(rank - below) + 0.5) / Double(inside))
        return Swift.min(Swift.max(value, smallest), largest)
      }
      below += inside
    }
    return largest
  }

  /// How many values one bucket has under the weights; the entry moves on to the next bucket. The owners are numbers of
  /// replications, so that each has a weight.
  @inline(__always)
  private func weigh(bucket key: Int32, _ entry: inout Int, _ weights: [UInt32]) -> Int {
    keys.withUnsafeBufferPointer { keys in
      owners.withUnsafeBufferPointer { owners in
        times.withUnsafeBufferPointer { times in
          weights.withUnsafeBufferPointer { weights in
            var inside = 0
            while entry < keys.count && keys[entry] == key {
              inside &+= Int(weights[Int(owners[entry])]) &* times[entry]
              entry &+= 1
            }
            return inside
          }
        }
      }
    }
  }

  private mutating func fillExactly(_ sketches: [QuantileSketch]) {
    var entries: [(value: Double, owner: Int32)] = []
    for (owner, sketch) in sketches.enumerated() {
      for value in sketch.values { entries.append((value, Int32(owner))) }
    }
    entries.sort { $0.value < $1.value }
    values = entries.map(\.value)
    owners = entries.map(\.owner)
    times = [Int](repeating: 1, count: entries.count)
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
    times = [Int](repeating: 0, count: count)
    for (owner, sketch) in sketches.enumerated() {
      sketch.forEachBucket { key, number in
        let place = places[Int(key - first)]
        places[Int(key - first)] += 1
        keys[place] = key
        owners[place] = Int32(owner)
        times[place] = number
      }
    }
  }

  private mutating func makeCuts() {
    // As many that a walk between two takes about as long as making one.
    let root = Int(Double(owners.count).squareRoot())
    let wanted = Swift.min(Swift.max(owners.count / Swift.max(replications, 1), root, 1), 256)
    let distance = (owners.count + wanted - 1) / wanted
    var running = [UInt32](repeating: 0, count: replications)
    for entry in owners.indices {
      let isWithinBucket = !isExact && entry > 0 && keys[entry] == keys[entry - 1]
      if !isWithinBucket && entry >= (cuts.last.map { $0 + distance } ?? 0) {
        cuts.append(entry)
        before.append(contentsOf: running)
      }
      running[Int(owners[entry])] += UInt32(times[entry])
    }
  }
}
