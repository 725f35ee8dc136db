/// An instant on the simulated clock: whole ticks since the scenario's start instant.
///
/// A tick is 1 ms unless the scenario says `tick:`. Integer ticks make a step that ends at 16:00 and a shift that
/// ends at 16:00 tie exactly.
@frozen
public struct SimulationTime: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Whole ticks since the start instant; negative before it.
  public var ticks: Int64

  /// The instant `ticks` after the start.
  @inlinable public init(ticks: Int64) { self.ticks = ticks }

  /// The scenario's start instant.
  @inlinable public static var zero: SimulationTime { SimulationTime(ticks: 0) }
  /// Later than every instant that a run can reach.
  @inlinable public static var never: SimulationTime { SimulationTime(ticks: .max) }

  /// Whether the left one comes before the right one.
  @inlinable public static func < (left: SimulationTime, right: SimulationTime) -> Bool {
    left.ticks < right.ticks
  }
  /// The instant a span later.
  @inlinable public static func + (left: SimulationTime, right: SimulationSpan) -> SimulationTime {
    SimulationTime(ticks: left.ticks + right.ticks)
  }
  /// The instant a span earlier.
  @inlinable public static func - (left: SimulationTime, right: SimulationSpan) -> SimulationTime {
    SimulationTime(ticks: left.ticks - right.ticks)
  }
  /// The span from `right` to `left`.
  @inlinable public static func - (left: SimulationTime, right: SimulationTime) -> SimulationSpan {
    SimulationSpan(ticks: left.ticks - right.ticks)
  }
  /// Moves an instant later.
  @inlinable public static func += (left: inout SimulationTime, right: SimulationSpan) {
    left.ticks += right.ticks
  }
  /// Moves an instant earlier.
  @inlinable public static func -= (left: inout SimulationTime, right: SimulationSpan) {
    left.ticks -= right.ticks
  }

  /// The instant a span later, or `never` where the sum is past what 64 bits hold.
  ///
  /// `never` stays `never`, whatever is added. A sum before the earliest instant stops there.
  @inlinable public func advancedOrNever(by span: SimulationSpan) -> SimulationTime {
    if self == .never { return .never }
    let (sum, overflow) = ticks.addingReportingOverflow(span.ticks)
    return overflow ? SimulationTime(ticks: span.ticks > 0 ? .max : .min) : SimulationTime(ticks: sum)
  }
}
