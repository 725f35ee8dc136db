/// The bucket in which a value falls: its sign, binary exponent and first ten binary digits.
///
/// Keys order as values do. A bucket is at most 1/1024 of its smaller edge wide, so any value taken for
/// another in it is off by less than 0.1 %. Only bits are used, no logarithm, so every machine agrees. Sizes
/// below 2⁻¹⁰²² (subnormal) count as zero.
enum BucketKey {
  static let largestRelativeError = 1.0 / 1024
  private static let droppedBits: UInt64 = 52 - 10
  static let smallestNonzero: Int32 = 1 << 10
  static let largest = Int32(Double.greatestFiniteMagnitude.bitPattern >> droppedBits)

  @inline(__always)
  static func key(of value: Double) -> Int32 {
    guard value.magnitude >= Double.leastNormalMagnitude else { return 0 }
    let key = Int32(value.magnitude.bitPattern >> droppedBits)
    return value < 0 ? -key : key
  }

  /// The value that the given share of a bucket's contents lies below, as if they were spread evenly over it.
  static func value(in key: Int32, below share: Double) -> Double {
    guard key != 0 else { return 0 }
    let bits = UInt64(key.magnitude) << droppedBits
    let inner = Double(bitPattern: bits)
    let width = inner.ulp * Double(UInt64(1) << droppedBits)
    return key < 0 ? -(inner + width * (1 - share)) : inner + width * share
  }
}
