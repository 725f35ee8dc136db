/// How far ahead events are scheduled: laws that an event list may find hard.
enum TimeLaw: CaseIterable, Sendable {
  case uniform, fewTies, allTied, nearAndVeryFar, everyScale, clusters, growingGaps, powersOfTwo

  func span(_ random: inout SplitMix, now: Int64) -> Int64 {
    switch self {
    case .uniform: Int64(random.below(86_400_000))
    case .fewTies: Int64(random.below(4))
    case .allTied: random.below(20_000) == 0 ? 1 : 0
    case .nearAndVeryFar:
      random.below(2) == 0 ? Int64(random.below(1_000)) : 1 << 44 + Int64(random.below(1 << 40))
    case .everyScale: Int64(random.next() >> (19 + random.next() % 45))
    // The next multiple of a million, and a little: dense far clusters.
    case .clusters: 1_000_000 * Int64(1 + random.below(5)) - now % 1_000_000 + Int64(random.below(50))
    // Now and then the gap before all that is pending.
    case .growingGaps:
      random.below(50) == 0 ? Int64(random.below(1 << 36)) : 1 << 37 + Int64(random.below(1 << 20))
    case .powersOfTwo: 1 << Int64(random.below(45)) - Int64(random.below(2))
    }
  }
}

/// A tiny generator for tests: splitmix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 up to, but not including, `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
