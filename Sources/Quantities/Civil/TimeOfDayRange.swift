/// A stretch of the wall clock, from a start up to but not including an end: `07:00-17:30`.
///
/// An end before the start is on the next day: `22:00-06:00`.
public struct TimeOfDayRange: Hashable, Sendable, BitwiseCopyable {
  /// When it starts, before 24:00.
  public let start: TimeOfDay
  /// When it ends; on the next day where it is before the start.
  public let end: TimeOfDay

  /// A stretch from a start to an end; nil where they are the same time or the start is 24:00.
  public init?(from start: TimeOfDay, to end: TimeOfDay) {
    guard start != end, start < .endOfDay else { return nil }
    self.start = start
    self.end = end
  }

  private init(valid start: TimeOfDay, _ end: TimeOfDay) {
    self.start = start
    self.end = end
  }

  /// The whole day, 00:00-24:00.
  public static let wholeDay = TimeOfDayRange(valid: .midnight, .endOfDay)

  /// Whether it ends on the next day.
  public var wrapsPastMidnight: Bool { end < start }

  /// Its length on the wall clock in seconds; real time differs on the nights when the clocks change.
  public var wallClockSeconds: Int {
    end.secondsSinceMidnight - start.secondsSinceMidnight + (wrapsPastMidnight ? 86_400 : 0)
  }

  /// Whether the wall clock at `time` is within it, on the day of its start or, if it wraps, on the day after.
  public func contains(_ time: TimeOfDay) -> Bool {
    wrapsPastMidnight ? time >= start || time < end : time >= start && time < end
  }
}

extension TimeOfDayRange: LosslessStringConvertible {
  /// The stretch that a text such as `07:00-17:30` names, or nil.
  public init?(_ text: String) {
    guard let range = try? QuantityGrammar.timeOfDayRange(text) else { return nil }
    self = range
  }

  /// As a scenario writes it: `07:00-17:30`.
  public var description: String { "\(start)-\(end)" }
}
