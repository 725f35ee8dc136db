/// A whole number of named things: `40 doses`.
public struct CountedThings: Hashable, Sendable {
  /// How many.
  public var count: Int
  /// What, as written; singular and plural are different words here.
  public var noun: String

  /// So many of something.
  public init(_ count: Int, _ noun: String) {
    self.count = count
    self.noun = noun
  }
}

extension CountedThings: LosslessStringConvertible {
  /// The number of things that a text such as `40 doses` names, or nil.
  public init?(_ text: String) {
    guard let things = try? QuantityGrammar.countedThings(text) else { return nil }
    self = things
  }

  /// As a scenario writes it: `40 doses`.
  public var description: String { "\(count) \(noun)" }
}
