/// The exact integral over time of a whole-numbered level, such as the number of entities in a line.
///
/// Times are integer ticks and the area is `Int128`, so identities such as ∫N dt = Σ sojourn hold exactly.
/// All operations take constant time and do not allocate. The area overflows only beyond 2¹²⁷ level-ticks,
/// which no `Int64` level over `Int64` ticks can reach.
public struct LevelIntegral: Sendable, Hashable {
  @usableFromInline var currentLevel: Int64
  @usableFromInline var lastTime: Int64
  @usableFromInline var accumulated: Int128 = 0

  /// Starts to integrate at a time, with a level.
  @inlinable
  public init(level: Int64 = 0, at time: Int64 = 0) {
    currentLevel = level
    lastTime = time
  }

  /// The level now.
  @inlinable public var level: Int64 { currentLevel }

  /// The time of the last change or flush, in ticks.
  @inlinable public var time: Int64 { lastTime }

  /// The area from the last flush until ``time``, in level × ticks.
  @inlinable public var area: Int128 { accumulated }

  /// Changes the level by an amount at a time that is not before the last one.
  @inlinable @inline(__always)
  public mutating func change(by amount: Int64, at time: Int64) {
    advance(to: time)
    currentLevel += amount
  }

  /// Returns the area since the last flush up to a time, and starts again from zero with the same level.
  @inlinable
  public mutating func flush(at time: Int64) -> Int128 {
    advance(to: time)
    let result = accumulated
    accumulated = 0
    return result
  }

  /// Integrates up to a time that is not before the last one.
  @inlinable @inline(__always)
  public mutating func advance(to time: Int64) {
    precondition(time >= lastTime, "the time of a level may not run backwards")
    // The difference of ordered times is exact as an unsigned number, and neither the product of 64 bits by 64 nor the
    // sum can overflow: so the three are plain machine instructions.
    let elapsed = UInt64(bitPattern: time &- lastTime)
    accumulated &+= Int128(currentLevel) &* Int128(truncatingIfNeeded: elapsed)
    lastTime = time
  }
}
