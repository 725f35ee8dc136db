import PipelineModel
import Quantities
import Randomness

/// Lengths of time and laws of them as people write them: `triangular 4 h, 6 h, 8 h`.
public enum SpanWords {
  /// A law of durations.
  public static func of(_ span: SpanLaw) -> String {
    text(span.law) { number in
      switch span.measure {
      case .seconds: seconds(number)
      case .workingDays: "\(QuantityPrinting.number(number)) working day\(number == 1 ? "" : "s")"
      }
    }
  }

  /// A law of durations in few words: `2 h`, `1 – 4 d`, `6 h (4 – 8 h)`.
  ///
  /// In front stands the likeliest value of a triangle, else the median; in brackets the least and the greatest value, or
  /// what nine of ten lie between where there is none.
  public static func brief(_ span: SpanLaw) -> String {
    let law = span.law
    let low = law.minimum > 0 || law.maximum.isFinite ? law.minimum : law.quantile(0.05)
    let high = law.maximum.isFinite ? law.maximum : law.quantile(0.95)
    let range = range(from: amount(low, span.measure), to: amount(high, span.measure))
    switch law {
    case .fixed: return amount(law.mean, span.measure)
    case .uniform: return range
    case .triangular(let triangle): return "\(amount(triangle.mode, span.measure)) (\(range))"
    default: return "\(amount(law.median, span.measure)) (\(range))"
    }
  }

  /// The unit once where both ends have the same.
  private static func range(from low: String, to high: String) -> String {
    let (first, last) = (low.split(separator: " "), high.split(separator: " "))
    return first.count == 2 && last.count == 2 && first[1] == last[1]
      ? "\(first[0]) – \(high)" : "\(low) – \(high)"
  }

  private static func amount(_ number: Double, _ measure: SpanLaw.Measure) -> String {
    switch measure {
    case .seconds: seconds(rounded(number))
    case .workingDays: "\(QuantityPrinting.number((number * 2).rounded() / 2)) wd"
    }
  }

  /// Halves of the largest unit, whole ones from ten on, are enough for a drawing; what is written in two units stays so.
  private static func rounded(_ number: Double) -> Double {
    let units: [Double] = [86_400, 3_600, 60, 1]
    guard let unit = units.first(where: { number >= $0 }), (number / 60).rounded() * 60 != number
    else { return number }
    let parts = number / unit >= 10 ? 1.0 : 2.0
    return (number / unit * parts).rounded() / parts * unit
  }

  /// Seconds in whole months or hundredths of years where they are so many, else in the two largest units of a clock.
  private static func seconds(_ number: Double) -> String {
    let (months, years) = (number / 2_629_800, number / 31_557_600)
    if number >= 31_557_600, abs(years * 100 - (years * 100).rounded()) < 1e-6 {
      return "\(QuantityPrinting.number((years * 100).rounded() / 100)) y"
    }
    if months >= 1, abs(months - months.rounded()) < 1e-6 {
      return "\(QuantityPrinting.number(months.rounded())) mo"
    }
    return QuantityPrinting.elapsed(seconds: number)
  }

  /// A law of counts.
  public static func of(_ law: Law) -> String { text(law, QuantityPrinting.number) }

  /// A probability: `4 %`.
  public static func share(_ probability: Double) -> String {
    "\(QuantityPrinting.number((probability * 1e6).rounded() / 1e4)) %"
  }

  /// Keys of laws whose numbers count nothing.
  private static let pureKeys: Set<String> = [
    "sigma", "shape", "k", "weight", "weights", "probability", "p", "n", "alpha", "beta", "phases",
  ]

  /// The law as a scenario file has it, without brackets, its numbers in words.
  private static func text(_ law: Law, _ quantity: (Double) -> String) -> String {
    var words: [String] = []
    var key = ""
    for word in law.description.split(whereSeparator: { " {}[]".contains($0) }) {
      let comma = word.hasSuffix(",") ? "," : ""
      let bare = String(word.drop { $0 == "," }).trimming(",")
      if bare.isEmpty { continue }
      if bare.hasSuffix(":") {
        key = String(bare.dropLast())
        words.append(key)
      } else if let number = Double(bare) {
        words.append((pureKeys.contains(key) ? QuantityPrinting.number(number) : quantity(number)) + comma)
      } else {
        words.append(bare + comma)
      }
    }
    return words.joined(separator: " ").trimming(",")
  }
}

extension String {
  /// The text without a character at its end.
  fileprivate func trimming(_ last: Character) -> String {
    hasSuffix(String(last)) ? String(dropLast()) : self
  }
}
