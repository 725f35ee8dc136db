/// A unit of time as scenarios write it.
public enum TimeUnit: String, Hashable, Sendable, CaseIterable {
  /// A microsecond.
  case us
  /// A millisecond.
  case ms
  /// A second.
  case s
  /// A minute.
  case min
  /// An hour.
  case h
  /// A day of 24 h, always.
  case d
  /// A week of 7 d.
  case wk
  /// A month: a twelfth of a year, or a calendar step where it is added to a date.
  case mo
  /// A year of 365.25 d, or a calendar step where it is added to a date.
  case y
  /// A working day of the plan of whoever performs the step.
  case wd

  /// The written symbol, such as `wk`.
  public var symbol: String { rawValue }

  /// Seconds in one of this unit; nil for the working day, whose length depends on a plan.
  public var secondsPerUnit: Double? {
    switch self {
    case .us: 1e-6
    case .ms: 1e-3
    case .s: 1
    case .min: 60
    case .h: 3_600
    case .d: 86_400
    case .wk: 604_800
    case .mo: 2_629_800
    case .y: 31_557_600
    case .wd: nil
    }
  }

  /// The unit in words, plural: `working days`.
  public var plural: String {
    switch self {
    case .us: "microseconds"
    case .ms: "milliseconds"
    case .s: "seconds"
    case .min: "minutes"
    case .h: "hours"
    case .d: "days"
    case .wk: "weeks"
    case .mo: "months"
    case .y: "years"
    case .wd: "working days"
    }
  }
}
