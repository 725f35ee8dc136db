/// The place of an event inside its instant: lower ranks first, and order of scheduling inside a rank.
public enum EventRank: UInt8, Comparable, CaseIterable, Sendable, BitwiseCopyable {
  /// Something ends or is released.
  case completion = 0
  /// A capacity changes, something expires, or patience runs out.
  case change = 1
  /// Something arrives.
  case arrival = 2
  /// What waits is looked at, and what can start does.
  case dispatch = 3

  /// Whether `left` comes before `right` inside one instant.
  @inlinable public static func < (left: EventRank, right: EventRank) -> Bool {
    left.rawValue < right.rawValue
  }
}
