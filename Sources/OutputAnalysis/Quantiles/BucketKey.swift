/// The bucket in which a value falls: its sign, binary exponent and first nine binary digits.
///
/// Keys order as values do. A bucket is at most 1/512 of its lower edge wide and stands for its middle, so the
/// relative error is at most 1/1024, below 0.1 %. Only bits are used, no logarithm, so every machine agrees.
/// Sizes below 2⁻¹⁰²² (subnormal) count as zero.
enum BucketKey {
  static let largestRelativeError = 1.0 / 1024
  private static let droppedBits: UInt64 = 52 - 9
  static let smallestNonzero: Int32 = 1 << 9
  static let largest = Int32(Double.greatestFiniteMagnitude.bitPattern >> droppedBits)

  static func key(of value: Double) -> Int32 {
    guard value.magnitude >= Double.leastNormalMagnitude else { return 0 }
    let key = Int32(value.magnitude.bitPattern >> droppedBits)
    return value < 0 ? -key : key
  }

  static func middle(of key: Int32) -> Double {
    guard key != 0 else { return 0 }
    let bits = UInt64(key.magnitude) << droppedBits | 1 << (droppedBits - 1)
    let size = Double(bitPattern: bits)
    return key < 0 ? -size : size
  }
}
