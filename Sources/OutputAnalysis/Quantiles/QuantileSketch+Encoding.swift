extension QuantileSketch {
  private static let version: UInt8 = 1

  /// The sketch as bytes, equal for equal sketches and the same on every machine.
  ///
  /// A version byte, the limit and the count; while exact, the sorted values as eight bytes each; otherwise
  /// the extremes, then the buckets below, at and above zero. Whole numbers take seven bits a byte, low bits
  /// first.
  public var encoded: [UInt8] {
    var bytes = ByteWriter()
    bytes.append(Self.version)
    bytes.append(number: exactLimit)
    bytes.append(number: count)
    if isExact {
      for value in values.sorted() { bytes.append(value) }
    } else {
      bytes.append(low)
      bytes.append(high)
      for run in [negative, positive] {
        bytes.append(number: Int(run.first.magnitude))
        bytes.append(number: run.counts.count)
        for times in run.counts { bytes.append(number: times) }
      }
      bytes.append(number: zeros)
    }
    return bytes.bytes
  }

  /// Restores a sketch from its ``encoded`` bytes.
  ///
  /// - Throws: ``DecodingFault`` unless the bytes are exactly what ``encoded`` writes for some sketch.
  public init(decoding bytes: [UInt8]) throws(DecodingFault) {
    var reader = ByteReader(bytes)
    guard try reader.byte() == Self.version else { throw .unknownVersion }
    self.init(exactLimit: try reader.number())
    let count = try reader.number()
    if count <= exactLimit {
      guard reader.remaining % 8 == 0, reader.remaining / 8 == count else { throw .wrongLength }
      values.reserveCapacity(count)
      for _ in 0..<count {
        let value = try reader.double()
        guard value.isFinite, value >= high, value.bitPattern != (-0.0).bitPattern else {
          throw .impossibleValue
        }
        add(value)
      }
    } else {
      self.count = count
      low = try reader.double()
      high = try reader.double()
      negative = try Self.run(from: &reader, sign: -1)
      positive = try Self.run(from: &reader, sign: 1)
      zeros = try reader.number()
      try checkBuckets()
    }
    guard reader.remaining == 0 else { throw .wrongLength }
  }

  private static func run(from reader: inout ByteReader, sign: Int32) throws(DecodingFault) -> BucketCounts {
    let size = try reader.number()
    let length = try reader.number()
    guard length <= reader.remaining else { throw .wrongLength }
    guard length > 0 else {
      guard size == 0 else { throw .impossibleValue }
      return BucketCounts()
    }
    let smallest = Int(BucketKey.smallestNonzero)
    let largest = Int(BucketKey.largest)
    let (first, last) = (Int(sign) * size, Int(sign) * size + length - 1)
    guard size <= largest, last <= largest, sign > 0 ? first >= smallest : last <= -smallest else {
      throw .impossibleValue
    }
    var counts: [Int] = []
    counts.reserveCapacity(length)
    for _ in 0..<length { counts.append(try reader.number()) }
    guard counts.first != 0, counts.last != 0 else { throw .impossibleValue }
    return BucketCounts(first: Int32(first), counts: counts)
  }

  /// Checks that counts add up and that the extremes lie in the outermost buckets.
  private func checkBuckets() throws(DecodingFault) {
    var left = count
    for times in negative.counts + [zeros] + positive.counts {
      guard times <= left else { throw .impossibleValue }
      left -= times
    }
    guard left == 0, low.isFinite, high.isFinite, low <= high,
      [low, high].allSatisfy({ $0.bitPattern != (-0.0).bitPattern })
    else { throw .impossibleValue }
    var keys: (first: Int32, last: Int32)?
    forEachBucket { key, _ in keys = (keys?.first ?? key, key) }
    guard let keys, BucketKey.key(of: low) == keys.first, BucketKey.key(of: high) == keys.last else {
      throw .impossibleValue
    }
  }
}
