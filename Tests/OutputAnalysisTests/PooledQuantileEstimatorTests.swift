import OutputAnalysis
import Testing

@Suite("Pooled quantile")
struct PooledQuantileEstimatorTests {
  private func column(replications: Int, values: Int, limit: Int, seed: UInt64 = 43) -> [QuantileSketch?] {
    var dice = Dice(seed: seed)
    return (0..<replications).map { _ in
      var sketch = QuantileSketch(exactLimit: limit)
      let shift = dice.uniform()
      for _ in 0..<Int.random(in: 1...values, using: &dice) { sketch.add(shift + 10 * dice.uniform() - 2) }
      return sketch
    }
  }

  private func merged(_ column: [QuantileSketch?]) -> QuantileSketch? {
    column.compactMap(\.self).reduce(nil as QuantileSketch?) { sum, next in
      guard var sum else { return next }
      sum.merge(next)
      return sum
    }
  }

  @Test("worked by hand: values 1 to 6 in three replications")
  func byHand() {
    let column: [QuantileSketch?] = [[1, 6], [3, 4], [2, 5]].map { values in
      var sketch = QuantileSketch()
      for value in values { sketch.add(value) }
      return sketch
    }
    let estimates = PooledQuantileEstimator().estimates(column, probabilities: [0.5, 0.9])
    #expect(estimates[0].value == 3.5 && estimates[1].value == 6)
    #expect(estimates[0].p10 == 3.5 && estimates[1].p50 == 5)
  }

  @Test("the interval ends at the pooled quantiles of the probabilities that resampling cannot tell apart")
  func interval() throws {
    // Replications of one value: the share below the median has a standard error of one half over the root of 400.
    let column: [QuantileSketch?] = (1...400).map { number in
      var sketch = QuantileSketch()
      sketch.add(Double(number * number))
      return sketch
    }
    let interval = try #require(
      PooledQuantileEstimator(resamples: 2_000).estimate(column, probability: 0.5).interval)
    let reach = CriticalValue.student(level: 0.95, degreesOfFreedom: 399) * 0.5 * 20.025
    #expect(agrees(interval.low.squareRoot(), 200.5 - reach, within: 0.02))
    #expect(agrees(interval.high.squareRoot(), 200.5 + reach, within: 0.02))
  }

  @Test("equal values count below a quantile in the same share in each replication")
  func ties() throws {
    // Half of each replication's values are 1 and half are 2, and so is every resample: nothing varies.
    let column: [QuantileSketch?] = (0..<20).map { _ in
      var sketch = QuantileSketch()
      for value in [1.0, 2, 1, 2] { sketch.add(value) }
      return sketch
    }
    let interval = try #require(PooledQuantileEstimator().estimate(column, probability: 0.3).interval)
    #expect(interval.low == 1 && interval.high == 1 && interval.method == .none)
  }

  @Test("equals the merged sketch's quantile, exact or not", arguments: [20, 400, 100_000])
  func equalsMerged(limit: Int) throws {
    let column = column(replications: 40, values: 60, limit: limit)
    let whole = try #require(merged(column))
    let probabilities = [0, 0.01, 0.1, 0.25, 0.5, 0.9, 0.99, 1]
    let estimates = PooledQuantileEstimator(resamples: 2).estimates(column, probabilities: probabilities)
    #expect(estimates.map(\.value) == whole.quantiles(probabilities))
  }

  @Test("equal seeds give equal intervals; other seeds give near ones")
  func seeds() throws {
    let column = column(replications: 50, values: 30, limit: 4096)
    let first = PooledQuantileEstimator(seed: 9).estimate(column, probability: 0.9)
    #expect(PooledQuantileEstimator(seed: 9).estimate(column, probability: 0.9) == first)
    let width = try #require(first.interval?.halfWidth)
    let other = try #require(PooledQuantileEstimator(seed: 10).estimate(column, probability: 0.9).interval)
    #expect(other.method == .resampling && other != first.interval)
    #expect(other.halfWidth > width / 1.5 && other.halfWidth < width * 1.5)
  }

  @Test("asking for several quantiles gives what asking for each gives")
  func severalAtOnce() {
    let column = column(replications: 30, values: 30, limit: 4096)
    let estimator = PooledQuantileEstimator()
    let both = estimator.estimates(column, probabilities: [0.1, 0.9])
    #expect(both == [0.1, 0.9].map { estimator.estimate(column, probability: $0) })
  }

  @Test("one replication has no interval; equal values have a point; empty ones are left out")
  func degenerate() {
    var sketch = QuantileSketch()
    sketch.add(2)
    let estimator = PooledQuantileEstimator()
    #expect(estimator.estimate([sketch], probability: 0.5).interval == nil)
    #expect(estimator.estimate([sketch, sketch], probability: 0.5).interval?.method == Interval.Method.none)
    let nine = Array(repeating: sketch as QuantileSketch?, count: 9)
    #expect(estimator.estimate(nine + [QuantileSketch()], probability: 0.5).replicationsUsed == 9)
    #expect(estimator.estimate([nil, sketch], probability: 0.5).value == nil)
    #expect(estimator.estimate([], probability: 0.5).value == nil)
  }

  @Test(
    "beyond the exact limit the interval allows for the buckets, even when nearly all values are alike"
  )
  func alikeInBuckets() throws {
    let column: [QuantileSketch?] = (0..<20).map { replication in
      var sketch = QuantileSketch(exactLimit: 10)
      for _ in 0..<50 { sketch.add(24.3) }
      sketch.add(replication == 0 ? 100 : 24.3)
      return sketch
    }
    let estimate = PooledQuantileEstimator().estimate(column, probability: 0.9)
    let interval = try #require(estimate.interval)
    #expect(interval.contains(24.3) && interval.halfWidth < 0.1)
    #expect(interval.contains(try #require(estimate.value)))
  }

  @Test("the interval keeps the bounds of the figure")
  func bounds() throws {
    let column = column(replications: 10, values: 3, limit: 4096)
    let free = try #require(PooledQuantileEstimator(level: 0.999).estimate(column, probability: 0.1).interval)
    let kept = PooledQuantileEstimator(level: 0.999, bounds: 0...100).estimate(column, probability: 0.1)
      .interval
    #expect(free.low < 0 && kept?.low == 0)
  }
}
