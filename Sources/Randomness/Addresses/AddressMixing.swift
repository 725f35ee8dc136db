// How names and numbers become the key of a draw. The scheme is fixed for ever: changing one constant changes every
// result that was ever published. Golden values in the tests hold it.
//
// A draw has the address (seed, replication, lineage, purpose, occurrence), and a lineage is (origin, number):
//
//     text code = finalise(FNV-1a 64 of (one salt byte, then the UTF-8 bytes of the name, as written))
//     absorb(h, w) = finalise(rotate left(h, 23) · 0x9E3779B97F4A7C15 + finalise(w + 0x9E3779B97F4A7C15))
//     child origin = absorb(absorb(origin, kind), n)
//     root = absorb(absorb(salt, seed), replication)
//     key = absorb(absorb(root, origin), purpose)                 the 64-bit Philox key
//     counter = (number low, number high, occurrence, block)      four words of 32 bits
//
// `finalise` is a bijection of 64 bits, hence `absorb` is one in each argument when the other is held. Two
// replications of one seed never share a root, two purposes of one origin never share a key, and neither do two
// origins of one purpose. Numbers, occurrences and blocks are never hashed: within a key, no two draws meet.
//
// What remains is chance. Among N keys, two are equal with probability about N² / 2⁶⁵: 3 · 10⁻¹² for the 10⁴ keys of
// one replication of a large scenario, 3 · 10⁻⁶ for all 10⁷ keys of a thousand replications of it. A collision makes
// two draws equal; it breaks nothing else. Names are few and are checked outright: `PurposeRegistry`.
//
// Sources: FNV-1a: Fowler, Noll, Vo, IETF draft-eastlake-fnv. Finaliser: the 64-bit finaliser of SplitMix (Steele,
// Lea, Flood 2014, doi:10.1145/2660193.2660195) with Stafford's "Mix13" constants.

/// The mixing functions of the address scheme.
@usableFromInline
enum AddressMixing {
  /// A bijection of 64 bits in which every input bit moves about half of the output bits.
  @inlinable @inline(__always)
  static func finalise(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Mixes a word into a state; the order of words matters.
  @inlinable @inline(__always)
  static func absorb(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let turned = (state << 23) | (state >> 41)
    return finalise(turned &* 0x9E37_79B9_7F4A_7C15 &+ finalise(word &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// The 64-bit code of a name. The salt keeps origins, kinds and purposes of one name apart.
  static func textCode(_ text: String, salt: UInt8) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    hash = (hash ^ UInt64(salt)) &* 0x0000_0100_0000_01B3
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return finalise(hash)
  }
}
