/// The purposes of one scenario, checked so that no two names share a code.
public struct PurposeRegistry: Sendable {
  private var names: [UInt64: String] = [:]
  private let code: @Sendable (String) -> UInt64

  /// An empty registry.
  public init() { self.init { Purpose($0).code } }

  init(code: @escaping @Sendable (String) -> UInt64) { self.code = code }

  /// The purpose of a name, which may be asked for any number of times.
  ///
  /// - Throws: `RandomFault.purposesCollide` if another name has the same code.
  public mutating func purpose(_ qualifiedName: String) throws(RandomFault) -> Purpose {
    let code = code(qualifiedName)
    // Bytes are compared, since bytes are hashed: canonically equal strings may differ in them.
    if let other = names[code], !other.utf8.elementsEqual(qualifiedName.utf8) {
      throw .purposesCollide(other, qualifiedName)
    }
    names[code] = qualifiedName
    return Purpose(code: code)
  }
}
