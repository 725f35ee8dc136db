/// What was wrong with a line of a replication that reached its horizon.
///
/// Such a run ends as it should, and its numbers are what they are; but a longer run would give others, and somebody has
/// waited in vain.
public struct LineTrouble: Hashable, Sendable {
  /// Which trouble it is.
  public enum Kind: String, Sendable {
    /// Somebody was never served: others always went first, or what he waits for never came.
    case starvation
    /// More came than could be served, and the line grew.
    case overload
  }
  /// Which trouble it is.
  public var kind: Kind
  /// The line, how many wait in it since when, what for, and what would help: a sentence without a full stop.
  public var words: String

  /// A trouble in words.
  public init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}
