/// A length of simulated time in whole ticks.
@frozen
public struct SimulationSpan: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Whole ticks.
  public var ticks: Int64

  /// A span of so many ticks.
  @inlinable public init(ticks: Int64) { self.ticks = ticks }

  /// No time at all.
  @inlinable public static var zero: SimulationSpan { SimulationSpan(ticks: 0) }

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
}
