/// The exact integral over time of a whole-numbered level, such as the number of entities in a line.
///
/// What is kept is not the area but the moment M = Σ change × time: until a time t the area is level × t − M, whatever
/// the order of the changes. So a change by one costs an addition. Times are integer ticks and the moment is `Int128`, so
/// identities such as ∫N dt = Σ sojourn hold exactly. All operations take constant time and do not allocate. Sums wrap
/// around, which the difference undoes; the area itself overflows only beyond 2¹²⁷ level-ticks, which no `Int64` level over
/// `Int64` ticks can reach.
public struct LevelIntegral: Sendable, Hashable {
  @usableFromInline var currentLevel: Int64
  /// Since the last flush.
  @usableFromInline var moment: Int128

  /// Starts to integrate at a time, with a level.
  @inlinable
  public init(level: Int64 = 0, at time: Int64 = 0) {
    currentLevel = level
    moment = Int128(level) &* Int128(time)
  }

  /// The level now.
  @inlinable public var level: Int64 { currentLevel }

  /// The area from the last flush until a time that is not before the last change, in level × ticks.
  @inlinable
  public func area(until time: Int64) -> Int128 { Int128(currentLevel) &* Int128(time) &- moment }

  /// Changes the level by an amount.
  @inlinable @inline(__always)
  public mutating func change(by amount: Int64, at time: Int64) {
    currentLevel += amount
    moment &+= Int128(amount) &* Int128(time)
  }

  /// Returns the area since the last flush up to a time, and starts again from zero with the same level.
  @inlinable
  public mutating func flush(at time: Int64) -> Int128 {
    let result = area(until: time)
    moment = Int128(currentLevel) &* Int128(time)
    return result
  }
}
