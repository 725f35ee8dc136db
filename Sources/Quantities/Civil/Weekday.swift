/// A day of the week; the week starts on Monday.
public enum Weekday: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Monday.
  case mon
  /// Tuesday.
  case tue
  /// Wednesday.
  case wed
  /// Thursday.
  case thu
  /// Friday.
  case fri
  /// Saturday.
  case sat
  /// Sunday.
  case sun

  /// The weekday of a number of days since 1970-01-01, which was a Thursday.
  init(dayNumber: Int) {
    let days = dayNumber + Weekday.thu.rawValue
    self = Weekday.allCases[days - 7 * days.dividedRoundingDown(by: 7)]
  }

  /// The weekday after this one; Monday after Sunday.
  public var next: Weekday { Weekday.allCases[(rawValue + 1) % 7] }
  /// Whether it is Saturday or Sunday.
  public var isWeekend: Bool { self >= .sat }
  /// The written symbol: `mon`.
  public var symbol: String { description }

  /// Whether the left one comes before the right one.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

extension Weekday: LosslessStringConvertible {
  /// The weekday that a text such as `mon` names, or nil.
  public init?(_ text: String) {
    guard let weekday = try? QuantityGrammar.weekday(text) else { return nil }
    self = weekday
  }

  /// As a scenario writes it: `mon`.
  public var description: String {
    switch self {
    case .mon: "mon"
    case .tue: "tue"
    case .wed: "wed"
    case .thu: "thu"
    case .fri: "fri"
    case .sat: "sat"
    case .sun: "sun"
    }
  }
}
