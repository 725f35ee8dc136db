/// Numbers as people read them: three significant digits, whole numbers kept whole, one way of writing an interval.
///
/// Independent of the machine's language settings; the same number always gives the same text.
public enum NumberText {
  /// A number with a fixed count of decimals (0–9), commas between thousands, and a true minus sign.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return value.isFinite ? "\(value)" : missing }
    let digits = plainDigits(abs(value), decimals: decimals)
    let sign = value < 0 && digits.contains { $0 != "0" && $0 != "." } ? "−" : ""
    let whole = digits.prefix { $0 != "." }
    var grouped = ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + digits.dropFirst(whole.count)
  }

  /// Three significant digits, but never fewer than all digits before the point: `0.0123`, `12.3`, `1,234`.
  public static func value(_ value: Double) -> String {
    let text = fixed(value, decimals: decimals(for: value))
    return value == value.rounded() && abs(value) < 100 ? fixed(value, decimals: 0) : text
  }

  /// A number within a sentence: whole from ten on, two significant digits below, so that it can be read aloud.
  public static func spoken(_ value: Double) -> String {
    abs(value) >= 9.95 ? fixed(value, decimals: 0) : fixed(value, decimals: max(0, decimals(for: value) - 1))
  }

  /// How many decimals show three significant digits of a number.
  public static func decimals(for value: Double) -> Int {
    var size = abs(value)
    guard size.isFinite, size > 0 else { return 0 }
    var decimals = 2
    while size >= 9.995, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    while size < 0.9995, decimals < 6 {
      size *= 10
      decimals += 1
    }
    return decimals
  }

  /// An estimate with its interval: `12.3 (11.9 – 12.8)`, all three with the same decimals; `0` where nothing varied;
  /// `0 (up to 0.018)` where nothing was seen of what may happen.
  public static func interval(_ mean: Double?, _ low: Double?, _ high: Double?) -> String {
    guard let mean else { return missing }
    if mean == 0, low == 0, let high, high > 0 { return "0 (\(upTo(high)))" }
    guard let low, let high, low < mean || mean < high else { return value(mean) }
    let decimals = sharedDecimals(mean, low, high)
    return "\(fixed(mean, decimals: decimals)) (\(range(low, high, decimals: decimals)))"
  }

  /// The upper end of what was not seen, with two digits: `up to 0.018`.
  public static func upTo(_ high: Double) -> String {
    "up to " + fixed(high, decimals: max(0, decimals(for: high) - 1))
  }

  /// Two ends: `11.9 – 12.8`; whole numbers are kept whole.
  public static func range(_ low: Double?, _ high: Double?) -> String {
    guard let low, let high else { return missing }
    if low == low.rounded(), high == high.rounded() { return range(low, high, decimals: 0) }
    return range(low, high, decimals: decimals(for: max(abs(low), abs(high))))
  }

  /// A share as a percentage: `85.3 %`.
  public static func percentage(_ share: Double?, decimals: Int = 1) -> String {
    guard let share else { return missing }
    return fixed(share * 100, decimals: decimals) + " %"
  }

  /// A share with its interval, as percentages: `85.3 % (84.1 – 86.4)`, `0 % (up to 1.9)`.
  public static func percentageInterval(_ mean: Double?, _ low: Double?, _ high: Double?) -> String {
    if mean == 0, low == 0, let high, high > 0 { return "0 % (\(upTo(high * 100)))" }
    guard let mean, let low, let high, low < mean || mean < high else { return percentage(mean) }
    return "\(percentage(mean)) (\(range(low * 100, high * 100, decimals: 1)))"
  }

  /// A difference, with its sign always written: `+3.2`, `−0.4`, `0`.
  public static func signed(_ value: Double?, decimals: Int? = nil) -> String {
    guard let value else { return missing }
    let text = decimals.map { fixed(value, decimals: $0) } ?? NumberText.value(value)
    return value > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }

  /// A difference with its interval: `+3.2 (+1.1 to +5.3)`, with at most so many decimals.
  public static func signedInterval(
    _ mean: Double?, _ low: Double?, _ high: Double?, atMost most: Int = 9
  ) -> String {
    guard let mean, let low, let high, low != 0 || high != 0 else { return signed(mean) }
    let decimals = min(sharedDecimals(mean, low, high), most)
    let ends = [low, high].map { signed($0, decimals: decimals) }
    return "\(signed(mean, decimals: decimals)) (\(ends[0]) to \(ends[1]))"
  }

  /// A whole number: `10,000`.
  public static func count(_ number: Int) -> String { fixed(Double(number), decimals: 0) }

  /// What stands where a number is not defined.
  public static let missing = "–"

  static func range(_ low: Double, _ high: Double, decimals: Int) -> String {
    "\(fixed(low, decimals: decimals)) – \(fixed(high, decimals: decimals))"
  }

  /// Three digits of the mean; fewer where the interval leaves the last of them open, more where it would not be visible
  /// otherwise.
  private static func sharedDecimals(_ mean: Double, _ low: Double, _ high: Double) -> Int {
    if mean == low, mean == high, mean == mean.rounded() { return 0 }
    let needed = decimals(for: mean == 0 ? max(abs(low), abs(high)) : mean)
    let width = (high - low) / 2
    guard width > 0 else { return needed }
    let visible = max(0, decimals(for: width) - 2)
    let certain = max(0, decimals(for: width) - 1)
    return min(max(min(needed, certain), visible), needed + 1)
  }

  private static func plainDigits(_ size: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (size * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return String(Int64(size.rounded())) }
    var digits = String(Int64(scaled))
    guard decimals > 0 else { return digits }
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    return digits
  }
}
