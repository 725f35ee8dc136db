/// Where a draw stands within its replication: a key, an entity's number and an occurrence.
@frozen
public struct DrawAddress: Hashable, Sendable, BitwiseCopyable {
  /// The Philox key of (seed, replication, origin, purpose): `StreamFamily.key(origin:purpose:)`.
  public var key: UInt64
  /// The number of the lineage.
  public var number: UInt64
  /// How many times the entity has drawn for this purpose before.
  public var occurrence: UInt32

  /// The address with these parts. Precondition: `occurrence` lies in 0 ..< 2³².
  @inlinable public init(key: UInt64, number: UInt64, occurrence: Int = 0) {
    self.key = key
    self.number = number
    self.occurrence = UInt32(occurrence)
  }
}
