import PipelineModel

/// A number of a scenario that has a `range:`, and what `--set` says to put it at an end of the range.
///
/// A range means one number, found by ``RangeReader``: the one number of its map that the bounds can replace and that
/// lies between them; of a law its median; of a map of names the sum of its numbers, which change alike. A range that
/// stands in one place of a file and comes to several through an anchor or an included route is one number in several
/// places: all of them change together.
public struct RangedNumber: Hashable, Sendable {
  /// What the bounds are of.
  public enum Meaning: String, Hashable, Sendable, CaseIterable {
    /// The number itself.
    case value
    /// The median of a law; its other times are scaled alike, its shape stays.
    case median
    /// The sum of the numbers of a map of names; each is multiplied alike.
    case sum
  }

  /// An end of a range.
  public enum End: String, Hashable, Sendable, CaseIterable {
    /// The smaller bound.
    case low
    /// The greater bound.
    case high
  }

  /// One place at which the number stands.
  public struct Place: Hashable, Sendable {
    /// Its path as `--set` takes it, such as `training.joint-doctorate.stays`.
    public var path: String
    /// The names of the scenario on the way to it, such as `[lund-sus, operator]`.
    public var names: [String]
    /// What `--set` says for the smaller bound.
    var low: [String]
    /// What `--set` says for the greater bound.
    var high: [String]
  }

  /// Where it stands, in the order of the scenario; one at least.
  public internal(set) var places: [Place]
  /// The keys of the language that say which number it is, such as `attrition` or `patients arrive`.
  public var words: String
  /// What the bounds are of.
  public var meaning: Meaning
  /// The value of the scenario: as written, of a law the median, of names the sum.
  public var base: String
  /// The smaller bound, as written.
  public var low: String
  /// The greater bound, as written.
  public var high: String
  /// What the range stands beside: a source, an assumption, or nothing.
  public var kind: ProvenanceNote.Kind
  /// Where `range:` stands.
  public let mark: SourceMark

  /// What `--set` says to put the number at an end, in all of its places.
  public func overrides(at end: End) -> [String] { places.flatMap { end == .low ? $0.low : $0.high } }

  /// What people call it: `attrition · necstgen operator`, with the number of further places.
  public var title: String {
    let names = places.first?.names.joined(separator: " ") ?? ""
    let further = places.count > 1 ? " and \(places.count - 1) more" : ""
    return names.isEmpty ? words : "\(words) · \(names)\(further)"
  }

  /// Whether one of its places lies at or below a path such as `training` or `facilities.lund-sus.people`.
  public func isBelow(_ prefix: String) -> Bool {
    places.contains { $0.path == prefix || $0.path.hasPrefix(prefix + ".") }
  }
}
