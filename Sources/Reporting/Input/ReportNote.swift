/// Where the numbers of one part of a scenario come from, ready to print.
public struct ReportNote: Hashable, Sendable {
  /// Fact or guess.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The number has a source.
    case fact
    /// The number is assumed.
    case assumption
    /// Only a range is given.
    case unstated
  }

  /// The path of the part, such as `facilities/lund-sus/rooms/grade-b`.
  public var path: String
  /// Fact or guess.
  public var kind: Kind
  /// The source in full, or why it is assumed.
  public var text: String
  /// The range that the scenario gives, as written; empty where it gives none.
  public var range: [String]

  /// A note.
  public init(path: String, kind: Kind, text: String, range: [String] = []) {
    self.path = path
    self.kind = kind
    self.text = text
    self.range = range
  }
}
