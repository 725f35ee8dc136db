import CStreams

/// Which generator a replication draws from.
public enum StreamGenerator: String, Hashable, Sendable, CaseIterable {
  /// Philox4x32-10, addressed: the project's generator.
  case philox
  /// GSL's MT19937: one sequence a replication that ignores addresses, so draws depend on the order of events.
  ///
  /// Only for showing that nothing depends on Philox. There are no common random numbers under it.
  case mersenneTwister = "mersenne twister"
}

/// All the random numbers of one replication.
///
/// A value of this type stays with its replication: copies share the sequence of a `.mersenneTwister` family. Under
/// `.philox` it has no state at all.
public struct StreamFamily {
  /// The seed of the experiment.
  public let seed: UInt64
  /// The number of the replication.
  public let replication: UInt64
  /// Whether every uniform is replaced by 1 − u.
  public let antithetic: Bool
  /// Where the bits come from.
  public let generator: StreamGenerator

  @usableFromInline let root: UInt64
  @usableFromInline let complement: UInt64
  @usableFromInline let sequential: SequentialGenerator?
  @usableFromInline let sequentialState: UnsafeMutableRawPointer?

  /// The random numbers of a replication.
  public init(
    seed: UInt64, replication: UInt64, antithetic: Bool = false, generator: StreamGenerator = .philox
  ) {
    self.seed = seed
    self.replication = replication
    self.antithetic = antithetic
    self.generator = generator
    root = AddressMixing.absorb(AddressMixing.absorb(0x6174_6D70_7369_6D31, seed), replication)
    complement = antithetic ? .max : 0
    switch generator {
    case .philox:
      sequential = nil
    case .mersenneTwister:
      sequential = SequentialGenerator(seed: seed, replication: replication)
    }
    sequentialState = sequential?.state
  }

  /// The Philox key of an origin and a purpose. Worth keeping: it is the same for every entity of the origin.
  @inlinable
  public func key(origin: UInt64, purpose: Purpose) -> UInt64 {
    AddressMixing.absorb(AddressMixing.absorb(root, origin), purpose.code)
  }

  /// The address of a draw. Precondition: `occurrence` lies in 0 ..< 2³².
  @inlinable
  public func address(_ lineage: Lineage, _ purpose: Purpose, occurrence: Int = 0) -> DrawAddress {
    DrawAddress(
      key: key(origin: lineage.origin, purpose: purpose), number: lineage.number, occurrence: occurrence)
  }

  /// The uniforms at an address. They must not outlive the family.
  @inlinable @inline(__always)
  public func uniforms(at address: DrawAddress) -> AddressedUniforms {
    AddressedUniforms(address: address, complement: complement, sequential: sequentialState)
  }

  /// The uniforms of an entity, for a purpose, at an occurrence. They must not outlive the family.
  @inlinable
  public func uniforms(_ lineage: Lineage, _ purpose: Purpose, occurrence: Int = 0) -> AddressedUniforms {
    uniforms(at: address(lineage, purpose, occurrence: occurrence))
  }
}
