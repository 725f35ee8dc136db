/// A quantile of the values of all replications together, with an interval by resampling replications.
///
/// The values are pooled from the replications' sketches: exactly up to the sketches' limit, in buckets
/// beyond it (``QuantileSketch``). Whole replications are drawn with replacement, so values that resemble
/// each other within a replication are treated rightly. What is measured in each resample is the share of its values
/// that lie below the pooled quantile; the root mean square distance of these shares from the probability, times
/// Student's critical value, is laid off on both sides of the probability; and the interval ends at the pooled
/// quantiles of these two probabilities (Woodruff 1952, DOI 10.1080/01621459.1952.10483443; resampling: Efron &
/// Tibshirani 1993, An Introduction to the Bootstrap, chapter 6). Distances of the resampled quantiles themselves
/// would be symmetric where the law is not, and small where the quantile is: their interval of a ninth decile at 99.9 %
/// misses five times as often. This serves any level with few resamples.
///
/// Where a probability passes 0 or 1, the end moves beyond the smallest or the largest value in proportion. It rests on
/// little then, as there are too few values. Beyond the exact limit both ends move outwards by the buckets' relative
/// error.
///
/// The variance of the resamples is enlarged by n/(n − 1) for n replications. Equal seeds give equal intervals. A
/// replication that is nil or empty is left out and counted.
public struct PooledQuantileEstimator: Sendable, Hashable {
  /// The number of resamples unless another is asked for.
  public static let defaultResamples = 500

  /// The confidence level.
  public var level: Double
  /// The number of resamples.
  public var resamples: Int
  /// The seed of the resampling.
  public var seed: UInt64
  /// Bounds that the quantile cannot leave, or nil.
  public var bounds: ClosedRange<Double>?

  /// Makes an estimator.
  public init(
    level: Double = 0.95, resamples: Int = PooledQuantileEstimator.defaultResamples, seed: UInt64 = 1,
    bounds: ClosedRange<Double>? = nil
  ) {
    precondition(resamples > 1, "an interval needs at least two resamples")
    self.level = level
    self.resamples = resamples
    self.seed = seed
    self.bounds = bounds
  }

  /// Estimates one quantile from a sketch of each replication.
  public func estimate(_ column: [QuantileSketch?], probability: Double) -> Estimate {
    estimates(column, probabilities: [probability])[0]
  }

  /// Estimates several quantiles from a sketch of each replication, sorting the values once.
  ///
  /// With R replications of n values and B resamples, takes about O(R·n·log(R·n) + B·R).
  public func estimates(_ column: [QuantileSketch?], probabilities: [Double]) -> [Estimate] {
    let used = column.compactMap(\.self).filter { $0.count > 0 }
    guard Estimate.isDefined(used: used.count, of: column.count) else {
      return probabilities.map { _ in .undefined(used: used.count, of: column.count) }
    }
    let pool = PooledValues(used)
    let errors = standardErrors(pool, probabilities)
    let own = used.map { $0.quantiles(probabilities) }
    return probabilities.indices.map { index in
      Estimate(
        value: pool.quantile(probabilities[index]),
        interval: errors.map { interval(pool, probabilities[index], error: $0[index]) },
        spread: own.compactMap { $0[index] }, used: used.count, of: column.count)
    }
  }

  /// The standard error of the share of values below each quantile; nil with one replication.
  private func standardErrors(_ pool: PooledValues, _ probabilities: [Double]) -> [Double]? {
    let number = pool.sizes.count
    guard number > 1 else { return nil }
    let counts = probabilities.map(pool.counts(below:))
    var squares = probabilities.map { _ in 0.0 }
    var generator = SplitMix64(seed: seed)
    var weights = [Int](repeating: 0, count: number)
    for _ in 0..<resamples {
      for index in weights.indices { weights[index] = 0 }
      for _ in 0..<number { weights[generator.index(below: number)] += 1 }
      let total = Double(weights.indices.reduce(0) { $0 + weights[$1] * pool.sizes[$1] })
      for (index, probability) in probabilities.enumerated() {
        let below = weights.indices.reduce(0.0) { $0 + Double(weights[$1]) * counts[index][$1] }
        let distance = below / total - probability
        squares[index] += distance * distance
      }
    }
    let enlarged = Double(number) / Double(number - 1) / Double(resamples)
    return squares.map { ($0 * enlarged).squareRoot() }
  }

  /// The pooled quantiles of the probabilities that lie so many standard errors below and above.
  private func interval(_ pool: PooledValues, _ probability: Double, error: Double) -> Interval {
    let critical = CriticalValue.student(
      level: level, degreesOfFreedom: Double(pool.sizes.count - 1))
    let reach = critical * error
    let low = end(pool, probability, probability - reach, passedBy: reach / probability)
    let high = end(pool, probability, probability + reach, passedBy: reach / (1 - probability))
    let own = pool.relativeError
    let interval = Interval(
      low: low - own * low.magnitude, high: high + own * high.magnitude, level: level,
      method: high - low + own > 0 ? .resampling : .none)
    return bounds.map(interval.clamped(to:)) ?? interval
  }

  /// The quantile of an end's probability; where that lies beyond 0 or 1, so many times as far from the pooled quantile
  /// as the smallest or the largest value.
  private func end(
    _ pool: PooledValues, _ probability: Double, _ shifted: Double, passedBy times: Double
  ) -> Double {
    let end = pool.quantile(shifted)
    guard times > 1, times.isFinite else { return end }
    let center = pool.quantile(probability)
    return center + times * (end - center)
  }
}
