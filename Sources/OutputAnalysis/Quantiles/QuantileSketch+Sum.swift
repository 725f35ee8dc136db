extension QuantileSketch {
  /// The sum of the values: exact but for rounding while ``isExact``, else within ``largestRelativeError`` of the sum
  /// of their sizes.
  ///
  /// Values are summed in ascending order, so equal sketches have equal sums. Takes O(n log n) while exact.
  public var sum: Double {
    if isExact { return values.sorted().reduce(0, +) }
    var sum = 0.0
    forEachBucket { key, times in sum += BucketKey.middle(of: key) * Double(times) }
    return sum
  }
}
