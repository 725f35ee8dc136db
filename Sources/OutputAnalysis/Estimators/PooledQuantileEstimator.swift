/// A quantile of the values of all replications together, with an interval by resampling replications.
///
/// The values are pooled from the replications' sketches: exactly up to the sketches' limit, in buckets
/// beyond it (``QuantileSketch``). Whole replications are drawn with replacement, so values that resemble
/// each other within a replication are treated rightly. The interval is the pooled quantile ± Student's
/// critical value × the root mean square distance of the resampled quantiles from it, separately on either
/// side; unlike percentiles of the resamples, this serves any level with few resamples. Beyond the exact
/// limit both ends move outwards by the buckets' relative error. Efron & Tibshirani (1993), An Introduction
/// to the Bootstrap, chapters 6 and 8.
///
/// The variance of the resamples is enlarged by n/(n − 1) for n replications. With 30 replications the
/// interval is still somewhat narrow: nominal 0.95 covers 0.92 to 0.95 of the time, the less the more values
/// of a replication resemble each other. Equal seeds give equal intervals. A replication that is nil or empty
/// is left out and counted.
public struct PooledQuantileEstimator: Sendable, Hashable {
  /// The number of resamples unless another is asked for.
  public static let defaultResamples = 200

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
  /// With R replications of n values and B resamples, takes about O(R·n·log(R·n) + B·R·log n).
  public func estimates(_ column: [QuantileSketch?], probabilities: [Double]) -> [Estimate] {
    let used = column.compactMap(\.self).filter { $0.count > 0 }
    guard Estimate.isDefined(used: used.count, of: column.count) else {
      return probabilities.map { _ in .undefined(used: used.count, of: column.count) }
    }
    let pool = PooledValues(used)
    let intervals = intervals(pool, probabilities)
    let own = used.map { $0.quantiles(probabilities) }
    return probabilities.indices.map { index in
      Estimate(
        value: pool.quantile(probabilities[index]), interval: intervals[index],
        spread: own.compactMap { $0[index] }, used: used.count, of: column.count)
    }
  }

  private func intervals(_ pool: PooledValues, _ probabilities: [Double]) -> [Interval?] {
    let number = pool.replications
    guard number > 1 else { return probabilities.map { _ in nil } }
    let centers = probabilities.map(pool.quantile)
    var below = probabilities.map { _ in Tally() }
    var above = below
    var generator = SplitMix64(seed: seed)
    var weights = [UInt32](repeating: 0, count: number)
    for _ in 0..<resamples {
      for index in weights.indices { weights[index] = 0 }
      for _ in 0..<number { weights[generator.index(below: number)] += 1 }
      for (index, probability) in probabilities.enumerated() {
        let distance = pool.quantile(probability, weights: weights) - centers[index]
        if distance <= 0 { below[index].add(distance * distance) }
        if distance >= 0 { above[index].add(distance * distance) }
      }
    }
    let critical =
      CriticalValue.student(level: level, degreesOfFreedom: Double(number - 1))
      * (Double(number) / Double(number - 1)).squareRoot()
    return probabilities.indices.map { index in
      let down = critical * (below[index].mean ?? 0).squareRoot()
      let up = critical * (above[index].mean ?? 0).squareRoot()
      let (low, high) = (centers[index] - down, centers[index] + up)
      let error = pool.relativeError
      let interval = Interval(
        low: low - error * low.magnitude, high: high + error * high.magnitude, level: level,
        method: down + up + error > 0 ? .resampling : .none)
      return bounds.map(interval.clamped(to:)) ?? interval
    }
  }
}
