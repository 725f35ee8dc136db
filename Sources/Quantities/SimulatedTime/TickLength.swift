/// How long one tick of the simulated clock is.
@frozen
public enum TickLength: Int64, Hashable, Sendable, CaseIterable {
  /// 1 ms, the default.
  case millisecond = 1_000
  /// 1 µs, for models of very short services.
  case microsecond = 1_000_000

  /// The tick of a scenario that does not say otherwise.
  @inlinable public static var standard: TickLength { .millisecond }

  /// Ticks in a second.
  @inlinable public var ticksPerSecond: Int64 { rawValue }

  /// The span nearest to so many seconds; halves round away from zero.
  ///
  /// - Returns: nil where `seconds` is not finite or is longer than `SimulationSpan.longest` in either direction.
  @inlinable public func span(seconds: Double) -> SimulationSpan? {
    let ticks = (seconds * Double(ticksPerSecond)).rounded(.toNearestOrAwayFromZero)
    guard abs(ticks) < Double(SimulationSpan.longest.ticks) else { return nil }
    return SimulationSpan(ticks: Int64(ticks))
  }

  /// The span nearest to so many seconds, held within `SimulationSpan.longest` in either direction.
  ///
  /// Infinity gives the longest span. NaN is a programmer error.
  @inlinable public func spanHeldInRange(seconds: Double) -> SimulationSpan {
    precondition(!seconds.isNaN, "a span of NaN seconds")
    return span(seconds: seconds) ?? (seconds < 0 ? -SimulationSpan.longest : SimulationSpan.longest)
  }

  /// The span of whole seconds, held within `SimulationSpan.longest` in either direction.
  @inlinable public func span(wholeSeconds: Int64) -> SimulationSpan {
    let (ticks, overflow) = wholeSeconds.multipliedReportingOverflow(by: ticksPerSecond)
    let longest = SimulationSpan.longest.ticks
    if overflow { return SimulationSpan(ticks: wholeSeconds < 0 ? -longest : longest) }
    return SimulationSpan(ticks: min(max(ticks, -longest), longest))
  }

  /// The span nearest to a written length.
  ///
  /// - Returns: nil for working days, which need a plan, and for a length out of range.
  public func span(of length: TimeLength) -> SimulationSpan? {
    length.seconds.flatMap { span(seconds: $0) }
  }

  /// The seconds in a span, to the precision of `Double`.
  @inlinable public func seconds(in span: SimulationSpan) -> Double {
    Double(span.ticks) / Double(ticksPerSecond)
  }
}

extension TickLength: CustomStringConvertible {
  /// As a scenario writes it: `1 ms` or `1 us`.
  public var description: String {
    switch self {
    case .millisecond: "1 ms"
    case .microsecond: "1 us"
    }
  }
}
