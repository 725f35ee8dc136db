internal import Glibc

/// The probability of having no event yet, from times of which some are censored.
///
/// Kaplan & Meier (1958), DOI 10.1080/01621459.1958.10501452. A time at which both events and censorings fall
/// counts the events first. Building takes O(n log n); each question O(log n) or O(n) in the number of event
/// times.
public struct KaplanMeier: Sendable, Hashable {
  /// One followed subject.
  public struct Observation: Sendable, Hashable {
    /// The time of the event, or until which the subject was seen without it; finite and not negative.
    public var time: Double
    /// Whether the event had not come when the subject was last seen.
    public var isCensored: Bool

    /// Makes an observation.
    public init(time: Double, isCensored: Bool = false) {
      self.time = time
      self.isCensored = isCensored
    }
  }

  /// One time at which events fell.
  public struct Step: Sendable, Hashable {
    /// When.
    public let time: Double
    /// How many were still followed just before.
    public let atRisk: Int
    /// How many events fell.
    public let events: Int
    /// The probability of having no event up to and including this time.
    public let survival: Double
    /// Greenwood's sum Σ d / (n (n − d)), infinite once survival is 0.
    let greenwood: Double
  }

  /// The times at which events fell, ascending.
  public let steps: [Step]
  /// All times at which a subject was last seen, ascending.
  private let seen: [Double]

  /// Builds the curve; no observation may have a negative or infinite time.
  public init(_ observations: [Observation]) {
    precondition(
      observations.allSatisfy { $0.time >= 0 && $0.time.isFinite }, "times are finite, not negative")
    let sorted = observations.sorted { ($0.time, $0.isCensored ? 1 : 0) < ($1.time, $1.isCensored ? 1 : 0) }
    seen = sorted.map(\.time)
    var steps: [Step] = []
    var (survival, greenwood) = (1.0, 0.0)
    var index = 0
    while index < sorted.count {
      let time = sorted[index].time
      let atRisk = sorted.count - index
      var events = 0
      while index < sorted.count && sorted[index].time == time {
        if !sorted[index].isCensored { events += 1 }
        index += 1
      }
      guard events > 0 else { continue }
      survival = events == atRisk ? 0 : survival * Double(atRisk - events) / Double(atRisk)
      greenwood += Double(events) / (Double(atRisk) * Double(atRisk - events))
      steps.append(
        Step(time: time, atRisk: atRisk, events: events, survival: survival, greenwood: greenwood))
    }
    self.steps = steps
  }

  /// The number of observations.
  public var count: Int { seen.count }

  /// The probability of having no event up to and including a time.
  public func survival(at time: Double) -> Double { step(at: time)?.survival ?? 1 }

  /// The interval of the survival at a time: Greenwood's variance, normal on the log(−log) scale.
  ///
  /// Before the first event it is Wilson's interval on the subjects still followed; once survival is 0 it
  /// reaches from 0 to the upper end of the step before (Wilson's where there is none). Nil without
  /// observations at risk. Greenwood (1926); Kalbfleisch & Prentice (2002), DOI 10.1002/9781118032985,
  /// section 1.4.
  public func interval(at time: Double, level: Double = 0.95) -> Interval? {
    let index = steps.partitioningIndex { $0.time > time }
    guard index > 0 else {
      let atRisk = Double(seen.count - seen.partitioningIndex { $0 >= time })
      guard atRisk > 0 else { return nil }
      return .wilson(successes: atRisk, trials: atRisk, level: level)
    }
    return interval(ofStep: index - 1, level: level)
  }

  /// The smallest time by which at least a share of the subjects had the event, or +∞ when that was not
  /// reached.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    return steps.first { $0.survival <= 1 - probability + 1e-12 }?.time ?? .infinity
  }

  /// The interval of a quantile: the times at which the survival's own interval meets 1 − probability.
  ///
  /// Its upper end is +∞ where that is not reached. Brookmeyer & Crowley (1982), DOI 10.2307/2530286.
  public func interval(ofQuantile probability: Double, level: Double = 0.95) -> Interval {
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    let target = 1 - probability
    let intervals = steps.indices.map { interval(ofStep: $0, level: level) }
    let low = intervals.firstIndex { $0.low <= target }.map { steps[$0].time } ?? .infinity
    let high = intervals.firstIndex { $0.high < target }.map { steps[$0].time } ?? .infinity
    return Interval(low: Swift.min(low, high), high: high, level: level, method: .normal)
  }

  private func step(at time: Double) -> Step? {
    let index = steps.partitioningIndex { $0.time > time }
    return index == 0 ? nil : steps[index - 1]
  }

  private func interval(ofStep index: Int, level: Double) -> Interval {
    let step = steps[index]
    guard step.survival > 0 else {
      let before =
        index > 0
        ? interval(ofStep: index - 1, level: level)
        : .wilson(successes: 0, trials: Double(step.atRisk), level: level)
      return Interval(low: 0, high: before.high, level: level, method: before.method)
    }
    let logarithm = log(step.survival)
    let spread = CriticalValue.normal(level: level) * step.greenwood.squareRoot() / -logarithm
    return Interval(
      low: exp(logarithm * exp(spread)), high: exp(logarithm * exp(-spread)), level: level, method: .normal)
  }
}

extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true; the count when none
  /// does.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
