import OutputAnalysis
import PipelineSimulation

/// How the numbers of replications become the rows of one cell (SEMANTICS: measures and estimates).
struct EstimateRules: Sendable {
  /// Fewer events, or non-events, than this and a probability's interval is Wilson's.
  static let fewSuccesses = 10.0
  /// Fewer events than this are few, however few replications there were.
  static let fewEvents = Double(RareEventEstimator.few)
  /// As many events as this are enough for Student's law, however many replications there were.
  static let enoughEvents = 100.0

  var level = 0.95

  /// One number a replication; an interval of what is never negative does not go below zero, and that of few events is
  /// never [0, 0].
  func count(_ column: [Double]) -> Estimate {
    let values = column.map { $0.isFinite ? $0 : nil }
    if let events = rareEvents(values) { return RareEventEstimator(level: level).estimate(events) }
    var estimate = MeanEstimator(level: level, bounds: bounds(of: column)).estimate(values)
    // A sum of whole numbers is exact where a running mean is off in the last bits.
    if estimate.value != nil, estimate.interval?.method == .student {
      let defined = values.compactMap(\.self)
      estimate.value = defined.reduce(0, +) / Double(defined.count)
    }
    return estimate
  }

  /// An amount of money a replication, never negative; not a number of events, however small.
  func amount(_ column: [Double]) -> Estimate {
    let values = column.map { $0.isFinite ? $0 : nil }
    var estimate = MeanEstimator(level: level, bounds: bounds(of: column)).estimate(values)
    let defined = values.compactMap(\.self)
    if estimate.value != nil { estimate.value = defined.reduce(0, +) / Double(defined.count) }
    return estimate
  }

  /// A sum over a sum.
  func ratio(_ numerators: [Double], _ denominators: [Double], isProbability: Bool) -> Estimate {
    let column = zip(numerators, denominators).map { numerator, denominator -> Ratio? in
      guard numerator.isFinite, denominator.isFinite else { return nil }
      return Ratio(numerator: numerator, denominator: denominator)
    }
    let bounds = isProbability ? 0...1 : bounds(of: numerators)
    if isProbability, let successes = fewSuccesses(column) {
      return ProportionEstimator(level: level).estimate(successes)
    }
    return RatioEstimator(level: level, bounds: bounds).estimate(column)
  }

  /// The estimate of a count that was zero in every one of so many replications.
  func none(in replications: Int) -> Estimate {
    var estimate = Estimate(
      value: nil, replicationsUsed: replications, replications: replications)
    guard replications > 0 else { return estimate }
    (estimate.value, estimate.p10, estimate.p50, estimate.p90) = (0, 0, 0, 0)
    if replications > 1 {
      estimate.interval = .poisson(events: 0, exposure: Double(replications), level: level)
    }
    return estimate
  }

  /// The column as numbers of rare events: whole numbers, fewer than ten together, or fewer than a hundred and than there
  /// are replications. Nil otherwise, and where every replication has the same number of them, as those of a scenario
  /// without chance do.
  private func rareEvents(_ column: [Double?]) -> [Int?]? {
    var events: [Int?] = []
    var total = 0.0
    for value in column {
      guard let value else {
        events.append(nil)
        continue
      }
      total += value
      guard value >= 0, total < Self.enoughEvents, let count = Int(exactly: value) else { return nil }
      events.append(count)
    }
    guard total < max(Self.fewEvents, Double(events.count { $0 != nil })) else { return nil }
    let numbers = Set(events.compactMap(\.self))
    return numbers.count == 1 && numbers != [0] ? nil : events
  }

  /// The columns as counts, where there are fewer than ten events or non-events; nil where there are more, or where
  /// they are no counts.
  private func fewSuccesses(_ column: [Ratio?]) -> [Successes?]? {
    var (events, trials) = (0.0, 0.0)
    for ratio in column {
      guard let ratio else { continue }
      events += ratio.numerator
      trials += ratio.denominator
    }
    guard events < Self.fewSuccesses || trials - events < Self.fewSuccesses else { return nil }
    var successes: [Successes?] = []
    for ratio in column {
      guard let ratio, ratio.denominator > 0 else {
        successes.append(nil)
        continue
      }
      guard let count = Int(exactly: ratio.numerator), let of = Int(exactly: ratio.denominator), 0 <= count,
        count <= of
      else { return nil }
      successes.append(Successes(count, of: of))
    }
    return successes
  }

  private func bounds(of column: [Double]) -> ClosedRange<Double>? {
    column.allSatisfy { !($0 < 0) } ? 0...(.infinity) : nil
  }
}
