import CStreams

/// The successive uniforms of one address, each in the open interval (0, 1).
///
/// A uniform is an odd multiple of 2⁻⁵³, so that 1 − u is exact and another such number. One Philox block gives two
/// uniforms; the first costs one block. A value of this type must not outlive the `StreamFamily` that made it.
@frozen
public struct AddressedUniforms: BitwiseCopyable {
  @usableFromInline let key: UInt64
  @usableFromInline let number: UInt64
  @usableFromInline let complement: UInt64
  @usableFromInline var spare: UInt64
  @usableFromInline let occurrence: UInt32
  @usableFromInline var block: UInt32
  @usableFromInline var hasSpare: Bool
  // GSL's generator of a sequential family, owned by that family; nil for Philox.
  @usableFromInline let sequential: UnsafeMutableRawPointer?

  @inlinable @inline(__always)
  init(address: DrawAddress, complement: UInt64, sequential: UnsafeMutableRawPointer?) {
    key = address.key
    number = address.number
    occurrence = address.occurrence
    self.complement = complement
    self.sequential = sequential
    spare = 0
    block = 0
    hasSpare = false
  }

  /// The next uniform. Deterministic in (address, how many were taken before).
  @inlinable @inline(__always)
  public mutating func next() -> Double {
    streams_uniform(nextBits())
  }

  /// The next 64 bits, complemented in an antithetic family.
  @inlinable @inline(__always)
  mutating func nextBits() -> UInt64 {
    if let sequential { return streams_next_bits(sequential) ^ complement }
    if hasSpare {
      hasSpare = false
      return spare ^ complement
    }
    let words = streams_philox_block(key, number, occurrence, block)
    block &+= 1
    spare = words.second
    hasSpare = true
    return words.first ^ complement
  }

  /// The next whole number in 0 ..< count, from one uniform; the bias is below count · 2⁻⁵². Precondition: count > 0.
  @inlinable
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index is drawn from an empty range")
    return Swift.min(count - 1, Int(next() * Double(count)))
  }

  /// Whether something of this probability happens, from one uniform.
  @inlinable @inline(__always)
  public mutating func happens(_ probability: Double) -> Bool {
    bernoulli(probability, next())
  }
}

/// Whether something of this probability happens at a uniform: the inversion of the Bernoulli law.
///
/// It happens when 1 − u < probability, hence never at 0 and always at 1; a larger probability keeps every success.
@inlinable @inline(__always)
public func bernoulli(_ probability: Double, _ uniform: Double) -> Bool {
  1 - uniform < probability
}
