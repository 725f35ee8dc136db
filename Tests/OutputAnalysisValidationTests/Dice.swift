import CGSL

/// A small generator with a fixed seed, and the laws that the repetitions draw from by inversion.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) / 0x1p52 }
  mutating func normal() -> Double { gsl_cdf_ugaussian_Pinv(uniform()) }
  mutating func exponential() -> Double { gsl_cdf_exponential_Pinv(uniform(), 1) }
  mutating func isSuccess(_ probability: Double) -> Bool { uniform() < probability }
}
