import Quantities

/// Dates and lengths of time in words.
enum DateText {
  /// `1 June 2022`.
  static func long(_ date: CivilDate) -> String {
    let parts = date.parts
    return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
  }

  /// `Jun 2022`.
  static func month(_ date: CivilDate) -> String {
    let parts = date.parts
    return "\(months[parts.month - 1].prefix(3)) \(parts.year)"
  }

  /// `9 Apr 2025`.
  static func short(_ date: CivilDate) -> String { "\(date.parts.day) \(month(date))" }

  /// `10 years`, `9 years and 5 months`, `40 days`.
  static func length(from start: CivilDate, to end: CivilDate) -> String {
    let days = end.days(since: start)
    guard days >= 60 else { return counted(days, "day") }
    var whole = (end.year - start.year) * 12 + end.month - start.month
    if end.day < start.day { whole -= 1 }
    let parts = [(whole / 12, "year"), (whole % 12, "month")].filter { $0.0 > 0 }
    return parts.map { counted($0.0, $0.1) }.joined(separator: " and ")
  }

  /// `1 day`, `2 days`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(NumberText.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A length in days in the unit that reads best: `36.0 hours`, `12 days`, `5.48 years`.
  static func span(days: Double) -> String {
    switch abs(days) {
    case ..<2: "\(NumberText.value(days * 24)) hours"
    case ..<1000: "\(NumberText.value(days)) days"
    default: "\(NumberText.value(days / 365.25)) years"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
