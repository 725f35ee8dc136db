/// A length of simulated time in whole ticks.
@frozen
public struct SimulationSpan: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Whole ticks.
  public var ticks: Int64

  /// A span of so many ticks.
  @inlinable public init(ticks: Int64) { self.ticks = ticks }

  /// No time at all.
  @inlinable public static var zero: SimulationSpan { SimulationSpan(ticks: 0) }
  /// The longest span that a conversion gives: half of what 64 bits hold.
  ///
  /// Added to an instant that is itself no later than this, it cannot overflow. At 1 µs a tick it is 146 000 years.
  @inlinable public static var longest: SimulationSpan { SimulationSpan(ticks: Int64.max / 2) }

  /// Whether the left one is the shorter.
  @inlinable public static func < (left: SimulationSpan, right: SimulationSpan) -> Bool {
    left.ticks < right.ticks
  }
  /// The two spans one after the other.
  @inlinable public static func + (left: SimulationSpan, right: SimulationSpan) -> SimulationSpan {
    SimulationSpan(ticks: left.ticks + right.ticks)
  }
  /// What is left of `left` after `right`.
  @inlinable public static func - (left: SimulationSpan, right: SimulationSpan) -> SimulationSpan {
    SimulationSpan(ticks: left.ticks - right.ticks)
  }
  /// Lengthens a span.
  @inlinable public static func += (left: inout SimulationSpan, right: SimulationSpan) {
    left.ticks += right.ticks
  }
  /// Shortens a span.
  @inlinable public static func -= (left: inout SimulationSpan, right: SimulationSpan) {
    left.ticks -= right.ticks
  }
  /// The span repeated.
  @inlinable public static func * (span: SimulationSpan, count: Int) -> SimulationSpan {
    SimulationSpan(ticks: span.ticks * Int64(count))
  }
  /// The same length towards the past.
  @inlinable public static prefix func - (span: SimulationSpan) -> SimulationSpan {
    SimulationSpan(ticks: -span.ticks)
  }
}
