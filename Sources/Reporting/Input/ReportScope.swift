/// What one number is about, in plain text: `product: car-t-cryo, facility: necstgen, year: 2026`.
///
/// Empty means the whole scenario. Entries keep the order in which they were given.
public struct ReportScope: Hashable, Sendable {
  /// One key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key, such as `product`.
    public var key: String
    /// The value: a name of the scenario, or a number in decimal digits.
    public var value: String
  }

  /// The entries, in order.
  public var entries: [Entry]

  /// A scope from its entries.
  public init(_ entries: KeyValuePairs<String, String> = [:]) {
    self.entries = entries.map { Entry(key: $0.key, value: $0.value) }
  }

  /// A scope from pairs that are computed.
  public init(pairs: [(key: String, value: String)]) {
    entries = pairs.map { Entry(key: $0.key, value: $0.value) }
  }

  /// The value under a key, or nil.
  public subscript(key: String) -> String? { entries.first { $0.key == key }?.value }

  /// The year, where the scope has one.
  public var year: Int? { self["year"].flatMap { Int($0) } }

  /// The keys, as a set.
  var keys: Set<String> { Set(entries.map(\.key)) }
}
