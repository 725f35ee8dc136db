/// What one number of a result is about: `{product: car-t-cryo, facility: necstgen, year: 2026}`.
public struct Scope: Hashable, Sendable, Comparable {
  /// The keys of scopes, in the order in which they are printed.
  public enum Key: String, Hashable, Sendable, CaseIterable, Comparable {
    case product, facility, resource, role, certificate, stock, programme, step, reason, severity, category,
      milestone,
      hour, number,
      year, month

    /// The order of the keys as they are printed.
    public static func < (left: Key, right: Key) -> Bool { left.order < right.order }
    private var order: Int { Key.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The value under a key: a name, or a number such as a year.
  public enum Value: Hashable, Sendable, Comparable {
    case name(String)
    case number(Int)

    /// Numbers before names; each by its own order.
    public static func < (left: Value, right: Value) -> Bool {
      switch (left, right) {
      case (.name(let a), .name(let b)): a < b
      case (.number(let a), .number(let b)): a < b
      case (.number, .name): true
      case (.name, .number): false
      }
    }
  }

  /// The entries, in the order of the keys.
  public private(set) var entries: [Entry]

  /// One key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: Key
    /// Its value.
    public var value: Value
  }

  /// A scope from keys and values; the whole scenario when empty.
  public init(_ values: [Key: Value] = [:]) {
    entries = values.map { Entry(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key }
  }

  /// The value under a key, or nil.
  public subscript(key: Key) -> Value? { entries.first { $0.key == key }?.value }

  /// The keys that are set.
  public var keys: [Key] { entries.map(\.key) }

  /// The scope with only the given keys left.
  public func keeping(_ keys: Set<Key>) -> Scope {
    var kept = self
    kept.entries.removeAll { !keys.contains($0.key) }
    return kept
  }

  /// By the first entry that differs.
  public static func < (left: Scope, right: Scope) -> Bool {
    for (a, b) in zip(left.entries, right.entries) where a != b {
      return a.key == b.key ? a.value < b.value : a.key < b.key
    }
    return left.entries.count < right.entries.count
  }
}
