/// A mergeable summary from which quantiles are read: exact for few values, within 0.1 % for any number.
///
/// Up to ``exactLimit`` values (4096 unless given) all are kept and quantiles are exact. Beyond it, values
/// are counted in buckets and a quantile is off by at most ``largestRelativeError`` of the order statistic it
/// stands for. The form depends on the number of values alone, and buckets on each value alone; so the same
/// values give equal sketches, equal quantiles and equal bytes in whatever order and grouping they were added
/// and merged. Adding takes amortised constant time. Memory is 8 bytes a value while exact, then 8 KiB for
/// each doubling between the smallest and the largest size (a range of 1 to 1000 takes 80 KiB), at most 34
/// MB.
public struct QuantileSketch: Sendable {
  /// The number of values that are kept exactly unless another is asked for.
  public static let defaultExactLimit = 4096

  /// The bound on the relative error of a quantile once values are counted in buckets: 1/1024.
  public static let largestRelativeError = BucketKey.largestRelativeError

  /// The number of values up to which quantiles are exact.
  public let exactLimit: Int

  /// The number of values.
  public internal(set) var count = 0

  /// All values while exact, in no order; empty afterwards.
  var values: [Double] = []
  var negative = BucketCounts()
  var zeros = 0
  var positive = BucketCounts()
  var low = Double.infinity
  var high = -Double.infinity

  /// Makes an empty sketch that is exact up to the given number of values.
  public init(exactLimit: Int = QuantileSketch.defaultExactLimit) {
    precondition(exactLimit >= 0, "a limit is not negative")
    self.exactLimit = exactLimit
  }

  /// Whether quantiles are exact.
  public var isExact: Bool { count <= exactLimit }

  /// The smallest value, exactly, or nil when there is none.
  public var min: Double? { count == 0 ? nil : low }

  /// The largest value, exactly, or nil when there is none.
  public var max: Double? { count == 0 ? nil : high }

  /// Adds one value, which must be finite.
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "a value must be finite")
    let value = value == 0 ? 0 : value  // no negative zero
    if count == exactLimit { spill() }
    count += 1
    if value < low { low = value }
    if value > high { high = value }
    if isExact { values.append(value) } else { addToBucket(BucketKey.key(of: value)) }
  }

  /// Adds all values of another sketch, which must have the same limit.
  public mutating func merge(_ other: QuantileSketch) {
    precondition(exactLimit == other.exactLimit, "sketches that merge must have the same limit")
    if count + other.count > exactLimit { spill() }
    count += other.count
    low = Swift.min(low, other.low)
    high = Swift.max(high, other.high)
    if isExact {
      values.append(contentsOf: other.values)
    } else {
      for value in other.values { addToBucket(BucketKey.key(of: value)) }
      negative.merge(other.negative)
      zeros += other.zeros
      positive.merge(other.positive)
    }
  }

  /// The quantile at a probability, or nil when there is no value.
  ///
  /// While exact, the inverse of the empirical distribution, averaged where it jumps; afterwards the smallest
  /// value with at least that share at or below it, placed in its bucket by its rank there, within the
  /// extremes. Takes O(n log n) while exact; ask ``quantiles(_:)`` for several at once.
  public func quantile(_ probability: Double) -> Double? { quantiles([probability])[0] }

  /// The quantiles at several probabilities, as ``quantile(_:)`` gives them.
  public func quantiles(_ probabilities: [Double]) -> [Double?] {
    if isExact {
      let sorted = values.sorted()
      return probabilities.map { SampleQuantile.averaged(sorted, $0) }
    }
    return probabilities.map { probability in
      guard let (rank, _) = SampleQuantile.ranks(probability, of: count) else { return nil }
      if probability == 0 { return low }
      if probability == 1 { return high }
      return Swift.min(Swift.max(value(atRank: rank), low), high)
    }
  }

  /// Visits the occupied buckets by ascending key, or while exact the bucket of each value in no order.
  func forEachBucket(_ body: (Int32, Int) -> Void) {
    for value in values { body(BucketKey.key(of: value), 1) }
    negative.forEach(body)
    if zeros > 0 { body(0, zeros) }
    positive.forEach(body)
  }

  private func value(atRank rank: Int) -> Double {
    var below = 0
    var result = high
    forEachBucket { key, times in
      if below <= rank && rank < below + times {
        result = BucketKey.value(in: key, below: (Double(rank - below) + 0.5) / Double(times))
      }
      below += times
    }
    return result
  }

  private mutating func spill() {
    for value in values { addToBucket(BucketKey.key(of: value)) }
    values = []
  }

  @inline(__always)
  private mutating func addToBucket(_ key: Int32) {
    if key > 0 {
      positive.add(key)
    } else if key < 0 {
      negative.add(key)
    } else {
      zeros += 1
    }
  }
}

extension QuantileSketch: Hashable {
  /// Whether two sketches hold the same values, as far as they keep them, under the same limit.
  public static func == (left: QuantileSketch, right: QuantileSketch) -> Bool {
    left.count == right.count && left.exactLimit == right.exactLimit && left.low == right.low
      && left.high == right.high && left.zeros == right.zeros && left.negative == right.negative
      && left.positive == right.positive && left.values.sorted() == right.values.sorted()
  }

  /// Hashes what does not depend on the order in which values came.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(exactLimit)
    hasher.combine(low)
    hasher.combine(high)
  }
}
