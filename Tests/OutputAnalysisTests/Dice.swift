/// A small generator with a fixed seed, so that every run of a test sees the same numbers.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  /// A number strictly between 0 and 1.
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) / 0x1p52 }
}

/// Whether two numbers agree to a relative distance.
func agrees(_ value: Double?, _ expected: Double, within relative: Double = 1e-6) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= relative * max(expected.magnitude, 1e-300)
}
