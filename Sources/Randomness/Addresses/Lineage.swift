/// The name of an entity, independent of when and where things happen to it: never a table row.
///
/// `origin` is the code of where the entity comes from, `number` which one of that origin it is. A child keeps the
/// number of its root, and mixes its kind and its own number into the origin.
@frozen
public struct Lineage: Hashable, Sendable, BitwiseCopyable {
  /// The code of the origin's name and of the chain of kinds.
  public let origin: UInt64
  /// The entity, or its root, is the `number`-th of its origin.
  public let number: UInt64

  /// The lineage with known codes.
  @inlinable public init(origin: UInt64, number: UInt64) {
    self.origin = origin
    self.number = number
  }

  /// The code of an origin's name: a demand source, a stock, a programme, a unit.
  public static func origin(_ name: String) -> UInt64 {
    AddressMixing.textCode(name, salt: 0x4F)
  }

  /// The `number`-th entity of a named origin. Precondition: `number` is not negative.
  public static func root(_ name: String, _ number: Int) -> Lineage {
    Lineage(origin: origin(name), number: UInt64(number))
  }

  /// The `n`-th child of a kind: an attempt of a patient, a dose of a batch. Precondition: `n` is not negative.
  @inlinable public func child(_ kind: ChildKind, _ n: Int) -> Lineage {
    Lineage(origin: Lineage.childOrigin(of: origin, kind, n), number: number)
  }

  /// The origin shared by the `n`-th children, of one kind, of all the entities of an origin.
  @inlinable public static func childOrigin(of origin: UInt64, _ kind: ChildKind, _ n: Int) -> UInt64 {
    AddressMixing.absorb(AddressMixing.absorb(origin, kind.code), UInt64(n))
  }
}

/// What a child is to its parent: the code of a word such as `attempt`.
@frozen
public struct ChildKind: Hashable, Sendable, BitwiseCopyable {
  /// The 64-bit code of the word. Stable for ever.
  public let code: UInt64

  /// The kind with a known code.
  @inlinable public init(code: UInt64) { self.code = code }

  /// The kind of a name.
  public init(_ name: String) { code = AddressMixing.textCode(name, salt: 0x4B) }
}
