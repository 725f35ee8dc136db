/// Estimates with their units in words: days, hours, percentages, patients.
enum QuantityText {
  /// How a measure's numbers are to be read.
  enum Reading: Hashable {
    case percentage
    case plain(unit: String)
  }

  /// Shares of one (utilisation, fill rate, probability) are read as percentages; everything else in its unit.
  static func reading(of estimate: ReportEstimate) -> Reading {
    let isShare =
      estimate.measure.hasSuffix("utilisation") || estimate.measure.hasSuffix("fill-rate")
      || estimate.measure.hasPrefix("probability.") || estimate.measure.contains("probability-of")
    if estimate.statistic == "probability" { return .percentage }
    if isShare, estimate.unit == "1" || estimate.unit.isEmpty { return .percentage }
    return .plain(unit: word(for: estimate.unit))
  }

  /// The unit in words; empty for pure numbers.
  static func word(for unit: String) -> String {
    switch unit {
    case "1", "": ""
    case "ms": "milliseconds"
    case "s": "seconds"
    case "min": "minutes"
    case "h": "hours"
    case "d": "days"
    case "wk": "weeks"
    case "mo": "months"
    case "y": "years"
    default: unit
    }
  }

  /// `12.3 (11.9 – 12.8)` or `85.3 % (84.1 – 86.4)`, without the unit.
  static func interval(_ estimate: ReportEstimate?) -> String {
    guard let estimate else { return NumberText.missing }
    switch reading(of: estimate) {
    case .percentage: return NumberText.percentageInterval(estimate.mean, estimate.low, estimate.high)
    case .plain: return NumberText.interval(estimate.mean, estimate.low, estimate.high)
    }
  }

  /// The middle alone, without the unit.
  static func middle(_ estimate: ReportEstimate?) -> String {
    guard let estimate, let mean = estimate.mean else { return NumberText.missing }
    switch reading(of: estimate) {
    case .percentage: return NumberText.percentage(mean)
    case .plain: return NumberText.value(mean)
    }
  }

  /// The spread over replications, `p10 – p90`, without the unit.
  static func spread(_ estimate: ReportEstimate?) -> String {
    guard let estimate, let low = estimate.p10, let high = estimate.p90 else { return NumberText.missing }
    switch reading(of: estimate) {
    case .percentage: return NumberText.range(low * 100, high * 100) + " %"
    case .plain: return NumberText.range(low, high)
    }
  }
}
