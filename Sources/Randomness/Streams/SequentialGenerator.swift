import CGSL
import CStreams

/// The owner of one GSL generator of the Mersenne Twister type.
@usableFromInline
final class SequentialGenerator {
  @usableFromInline let state: UnsafeMutableRawPointer
  private let generator: UnsafeMutablePointer<gsl_rng>

  /// MT19937 takes a seed of 32 bits: for one `seed`, 2³² consecutive replications all get different ones.
  init(seed: UInt64, replication: UInt64) {
    guard let generator = gsl_rng_alloc(streams_mersenne_twister_type()) else {
      preconditionFailure("no memory for a generator")
    }
    self.generator = generator
    state = UnsafeMutableRawPointer(generator)
    gsl_rng_set(generator, UInt(SequentialGenerator.shortSeed(seed: seed, replication: replication)))
  }

  deinit { gsl_rng_free(generator) }

  // A bijection of 32 bits (Appleby's MurmurHash3 finaliser) of the replication, displaced by the seed.
  static func shortSeed(seed: UInt64, replication: UInt64) -> UInt32 {
    let displaced = AddressMixing.finalise(seed ^ (replication >> 32)) &+ replication
    var mixed = UInt32(truncatingIfNeeded: displaced)
    mixed = (mixed ^ (mixed >> 16)) &* 0x85EB_CA6B
    mixed = (mixed ^ (mixed >> 13)) &* 0xC2B2_AE35
    return mixed ^ (mixed >> 16)
  }
}
