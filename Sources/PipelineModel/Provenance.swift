import Quantities

/// A publication or page that numbers rest on: `sources: {skane-gmp: "Region Skåne, description of …"}`.
public struct Citation: Hashable, Sendable {
  /// The key that `source:` uses.
  public var name: String
  /// The citation as printed in reports.
  public var text: String

  /// A citation under its key.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// Says where the numbers of one part of the scenario come from.
///
/// A note covers every number of the map at `path` that has no nearer note of its own.
public struct ProvenanceNote: Hashable, Sendable {
  /// Fact or guess.
  public enum Kind: Hashable, Sendable {
    /// `source: key` or a citation in words.
    case source(String)
    /// `assumption: why`.
    case assumption(String)
    /// Only a `range:` is given.
    case unstated
  }
  /// The path of the map, such as `facilities/lund-sus/rooms/grade-b`.
  public var path: String
  /// Fact or guess, with its words.
  public var kind: Kind
  /// `range: [3 mo, 12 mo]` as written; what sensitivity studies may vary. A run ignores it.
  public var range: [String]

  /// A note on the map at `path`.
  public init(path: String, kind: Kind, range: [String] = []) {
    self.path = path
    self.kind = kind
    self.range = range
  }
}
