import OutputAnalysis
import PipelineSimulation

extension EstimateRules {
  /// Mean, count, extremes and quantiles of the observations of all replications, in the order of the statistics.
  ///
  /// - Parameters:
  ///   - sketches: the observations of each replication, nil where there were none
  ///   - sums: the sum of each replication's observations
  func samples(_ sketches: [QuantileSketch?], sums: [Double]) -> [(Statistic, Estimate)] {
    let counts = sketches.map { Double($0?.count ?? 0) }
    let probabilities = [0.1, 0.5, 0.9]
    let isPositive = sketches.allSatisfy { ($0?.min ?? 0) >= 0 }
    let quantiles = PooledQuantileEstimator(level: level, bounds: isPositive ? 0...(.infinity) : nil)
      .estimates(sketches, probabilities: probabilities)
    return [
      (.mean, ratio(sums, counts, isProbability: false)),
      (.count, count(counts)),
      (.min, extreme(sketches.map { $0?.min }, Swift.min)),
      (.p10, quantiles[0]), (.p50, quantiles[1]), (.p90, quantiles[2]),
      (.max, extreme(sketches.map { $0?.max }, Swift.max)),
    ]
  }

  /// The extreme of all replications together, without an interval; the spread is that of each replication's own.
  private func extreme(_ column: [Double?], _ pick: (Double, Double) -> Double) -> Estimate {
    var estimate = MeanEstimator(level: level).estimate(column)
    let values = column.compactMap(\.self)
    if estimate.value != nil, let first = values.first { estimate.value = values.reduce(first, pick) }
    estimate.interval = nil
    return estimate
  }

  /// The probability that an instant is reached, with the quantiles of the instant as its spread, and the quantiles as
  /// rows of their own; nil where a quantile was not reached.
  ///
  /// - Parameters:
  ///   - seconds: one instant a replication, infinite where it was not reached
  ///   - unit: how many seconds one of the printed unit has
  func milestone(_ seconds: [Double], unit: Double) -> [(Statistic, Estimate)] {
    let reached = ReachedQuantiles(seconds.map { $0 / unit }, level: level)
    let quantiles = [reached.p10, reached.p50, reached.p90].map { $0.flatMap { $0.isFinite ? $0 : nil } }
    var probability = reached.probability
    (probability.p10, probability.p50, probability.p90) = (quantiles[0], quantiles[1], quantiles[2])
    let rows = zip([Statistic.p10, .p50, .p90], quantiles).map { statistic, value in
      (statistic, Estimate(value: value, replicationsUsed: seconds.count, replications: seconds.count))
    }
    return [(.probability, probability)] + rows
  }
}
