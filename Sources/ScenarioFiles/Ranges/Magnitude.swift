import Quantities

/// A quantity as a number of one kind, so that a value can be compared with the bounds of its range.
struct Magnitude: Hashable, Sendable {
  /// What is compared with what.
  enum Dimension: Hashable, Sendable {
    /// Numbers, shares and counts: `0.4`, `40 %`, `40 doses`.
    case plain
    /// Calendar time, in seconds.
    case time
    /// Working days.
    case workingDays
    /// Rates and hazards, a second.
    case rate
    /// Money of one currency.
    case money(Currency)
    /// Dates, in seconds.
    case date
  }

  var dimension: Dimension
  var value: Double

  init(_ dimension: Dimension, _ value: Double) {
    self.dimension = dimension
    self.value = value
  }

  /// The magnitude of a text; nil where it is no quantity of these kinds.
  init?(_ text: String) {
    if let number = (try? QuantityGrammar.number(text)) ?? (try? QuantityGrammar.probability(text)) {
      self.init(.plain, number)
    } else if let length = try? QuantityGrammar.timeLength(text) {
      self.init(length.seconds == nil ? .workingDays : .time, length.seconds ?? length.amount)
    } else if let rate = try? QuantityGrammar.rate(text) {
      self.init(.rate, rate.perSecond)
    } else if let money = try? QuantityGrammar.money(text) {
      self.init(.money(money.currency), money.amount)
    } else if let date = try? QuantityGrammar.date(text) {
      let (year, month, day) = date.parts
      // Only the order of dates matters here.
      self.init(.date, Double(year * 372 + month * 31 + day) * 86_400)
    } else if let things = try? QuantityGrammar.countedThings(text) {
      self.init(.plain, Double(things.count))
    } else {
      return nil
    }
  }

  /// A quantity times a factor, with the unit that it was written in: `0.06` times 1.6 is `0.096`.
  ///
  /// - Returns: nil where the text does not begin with a number. Twelve digits are kept.
  static func scaled(_ text: String, by factor: Double) -> String? {
    let digits = text.prefix { "0123456789.+-eE".contains($0) }
    var head = digits
    while !head.isEmpty {
      if let number = Double(head) {
        return QuantityPrinting.number(rounded(number * factor)) + text[head.endIndex...]
      }
      head = head.dropLast()
    }
    return nil
  }

  /// A number without the noise behind its twelfth digit.
  static func rounded(_ value: Double, digits: Int = 12) -> Double {
    guard value != 0, value.isFinite else { return value }
    var power = 1.0
    var size = abs(value)
    while size >= 10, power > 1e-300 {
      size /= 10
      power /= 10
    }
    while size < 1, power < 1e300 {
      size *= 10
      power *= 10
    }
    for _ in 1..<digits { power *= 10 }
    guard power.isFinite, power > 0 else { return value }
    return (value * power).rounded() / power
  }
}
