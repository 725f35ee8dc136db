/// One compiled law by itself: a `LawTable` with a single entry.
///
/// For a program with many laws a `LawTable` is better: it can be drawn from without touching a reference count.
public struct LawSampler: Hashable, Sendable {
  private var table = LawTable()
  private let root: LawInstruction

  /// The compiled form of a law.
  ///
  /// - Throws: the fault that GSL reports when the law is drawn at a few trial uniforms.
  public init(_ law: Law) throws(GSLFault) {
    let id = try table.append(law)
    root = table.instructions[Int(id.index)]
  }

  /// The median of a law in its place, for runs without chance in this law.
  public init(fixedMedianOf law: Law) {
    let id = table.appendMedian(of: law)
    root = table.instructions[Int(id.index)]
  }

  /// Draws a value from the uniforms of an address, as `LawTable.sample(_:_:)` does.
  public func sample(_ uniforms: inout AddressedUniforms) -> Double {
    table.sample(root, &uniforms)
  }
}
