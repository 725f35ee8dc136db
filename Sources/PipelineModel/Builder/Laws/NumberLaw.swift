import Randomness

/// A law of numbers as the builder writes it: `6`, or `.poisson(2)`.
///
/// Parameters that make no law are a programmer error and stop the program with a sentence, as those of a `SpanLaw`.
/// Parameters that a program computes or reads go through the throwing factories: `NumberLaw(try Law.poisson(mean: x))`.
public struct NumberLaw: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// The law.
  public var law: Law

  /// A law.
  public init(_ law: Law) { self.law = law }
  /// Always the same number.
  public init(_ value: Double) { law = .written { () throws(LawFault) in try .fixed(value) } }
  /// Always the same number.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
  /// Always the same number.
  public init(floatLiteral value: Double) { self.init(value) }

  init(written make: () throws(LawFault) -> Law) { law = .written(make) }
}
