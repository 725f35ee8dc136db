/// `checks identity: { finds: 0.99, persons: 2, then: collect again }`: whether what is at hand belongs to the patient on
/// its label.
///
/// Each person looks alone, so that `persons` of them overlook a mix-up with (1 − finds) to the power of `persons`. Whoever
/// reads a label together with another overlooks more: then a lower `finds`, or one person, is the truer model.
public struct IdentityCheck: Hashable, Sendable {
  /// `finds:` the probability that one person finds a mix-up.
  public var finds: Double
  /// `persons:` how many check.
  public var persons: Int = 2
  /// `then:` what follows when one is found; what was mixed up is thrown away, unless it is only recorded.
  public var then: Consequence = .collectAgain

  /// A check by so many persons.
  public init(finds: Double, persons: Int = 2, then: Consequence = .collectAgain) {
    self.finds = finds
    self.persons = persons
    self.then = then
  }
}
