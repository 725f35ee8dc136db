/// Bisection over the doubles themselves, taken in their order: at most 64 steps from any bracket to the last bit.
enum OrderedBisection {
  /// The least double in `low ... high` at which a monotone condition holds; `high` if it holds nowhere before.
  static func first(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double {
    if low >= high || holds(low) { return low }
    var below = rank(low)
    var at = rank(high)
    while at &- below != 1 {
      let middle = below &+ Int64(bitPattern: UInt64(bitPattern: at &- below) / 2)
      if holds(double(rank: middle)) { at = middle } else { below = middle }
    }
    return double(rank: at)
  }

  // Ranks order the finite doubles as integers. A difference of two ranks is below 2⁶⁴ and is kept as unsigned bits.
  private static func rank(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.magnitude.bitPattern)
    return value < 0 ? -bits : bits
  }

  private static func double(rank: Int64) -> Double {
    let magnitude = Double(bitPattern: UInt64(rank.magnitude))
    return rank < 0 ? -magnitude : magnitude
  }
}
