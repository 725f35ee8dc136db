/// Products that are never worked on side by side: `{ never together: [viral vector, cells], in: same air }`.
public struct IncompatiblePair: Hashable, Sendable {
  /// How near is too near.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// The rooms of one entry of `rooms:`, which then stand for places in one room.
    case sameRoom = "same room"
    /// All rooms of a facility with the same `air:`.
    case sameAir = "same air"
  }
  /// `never together:` two traits.
  public var traits: [String]
  /// `in:` how near.
  public var place: Place

  /// Two traits that keep products apart.
  public init(_ trait: String, _ other: String, in place: Place) {
    traits = [trait, other]
    self.place = place
  }
}
