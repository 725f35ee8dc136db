/// What a draw is for: the code of a qualified name such as `car-t/expand/takes`.
///
/// The code depends on the bytes of the name alone, so that no other line of a scenario can move a draw.
@frozen
public struct Purpose: Hashable, Sendable, BitwiseCopyable {
  /// The 64-bit code of the name. Stable for ever.
  public let code: UInt64

  /// The purpose with a known code.
  @inlinable public init(code: UInt64) { self.code = code }

  /// The purpose of a qualified name; its UTF-8 bytes count as written.
  public init(_ qualifiedName: String) {
    code = AddressMixing.textCode(qualifiedName, salt: 0x50)
  }
}
