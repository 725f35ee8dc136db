/// How quantities are printed: the same text on every machine, in no one's locale.
///
/// What a scenario may contain is printed so that the grammar reads it back as the same value.
public enum QuantityPrinting {
  /// A number without a needless fraction: `9`, `1.5`, `1e+20`.
  public static func number(_ value: Double) -> String {
    if value.rounded() == value && abs(value) < 1e15 { return String(Int64(value)) }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A length as written: `9 d`.
  public static func timeLength(_ length: TimeLength) -> String {
    "\(number(length.amount)) \(length.unit.symbol)"
  }

  /// A rate as written: `18 / y`, `2.4 % / 30 d`.
  public static func rate(_ rate: Rate) -> String {
    let sign = rate.notation == .percent ? " %" : ""
    let per = rate.per.amount == 1 ? rate.per.unit.symbol : timeLength(rate.per)
    return "\(number(rate.written))\(sign) / \(per)"
  }

  /// Money as written: `25000 EUR`.
  public static func money(_ money: Money) -> String { "\(number(money.amount)) \(money.currency.code)" }

  /// A date in ISO 8601: `2024-10-01`.
  public static func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    let sign = year < 0 ? "-" : year > 9_999 ? "+" : ""
    return "\(sign)\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// A day of every year: `07-01`.
  public static func monthDay(_ day: MonthDay) -> String { "\(padded(day.month, 2))-\(padded(day.day, 2))" }

  /// A time of day: `07:30`, with seconds only where there are any.
  public static func timeOfDay(_ time: TimeOfDay) -> String {
    let minutes = "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
    return time.second == 0 ? minutes : "\(minutes):\(padded(time.second, 2))"
  }

  /// An instant on the wall clock: `2025-03-01 08:00`.
  public static func instant(_ instant: CivilInstant) -> String {
    "\(date(instant.date)) \(timeOfDay(instant.time))"
  }

  /// Weekdays as runs: `mon-fri`, `mon, wed, fri`, `sat-mon`.
  public static func weekdays(_ set: WeekdaySet) -> String {
    if set == .everyDay { return "mon-sun" }
    // A run starts where the day before it is missing, so one that passes Sunday is found whole.
    let starts = Weekday.allCases.filter { day in
      set.contains(day) && !Weekday.allCases.contains { $0.next == day && set.contains($0) }
    }
    return starts.map { run(from: $0, in: set) }.joined(separator: ", ")
  }

  private static func run(from first: Weekday, in set: WeekdaySet) -> String {
    var days = [first]
    var last = first
    while set.contains(last.next) {
      last = last.next
      days.append(last)
    }
    return days.count < 3 ? days.map(\.symbol).joined(separator: ", ") : "\(first)-\(last)"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
