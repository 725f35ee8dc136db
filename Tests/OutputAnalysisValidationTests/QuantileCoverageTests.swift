import OutputAnalysis
import Testing

@Suite("Coverage of pooled quantiles", .enabled(if: isRelease, "statistics run in release builds"))
struct QuantileCoverageTests {
  /// Replications whose values share a shift: the pooled law is that of shift + value.
  private func column(
    _ dice: inout Dice, replications: Int, values: Int, shift: Double, exactLimit: Int = 4096
  ) -> [QuantileSketch?] {
    (0..<replications).map { _ in
      let common = shift * dice.normal()
      var sketch = QuantileSketch(exactLimit: exactLimit)
      for _ in 0..<values { sketch.add(common + dice.normal()) }
      return sketch
    }
  }

  @Test("covers the quantile of independent values", arguments: [(0.5, 0.0), (0.9, 1.2815515655446004)])
  func independent(probability: Double, truth: Double) {
    let coverage = Coverage(of: truth, repetitions: 2000, seed: 157) { dice in
      PooledQuantileEstimator(seed: dice.next()).estimate(
        self.column(&dice, replications: 30, values: 10, shift: 0), probability: probability
      ).interval
    }
    #expect(!coverage.isTooLow(for: 0.935) && !coverage.isTooHigh(for: 0.98), "\(coverage)")
  }

  @Test(
    "covers the quantile of values that resemble each other within a replication",
    arguments: [(0.95, 0.925, 0.965), (0.99, 0.975, 0.997)])
  func alike(level: Double, lowest: Double, highest: Double) {
    // Shift of standard deviation 1: the pooled law is normal with variance 2.
    let coverage = Coverage(of: 1.2815515655446004 * 2.0.squareRoot(), repetitions: 2000, seed: 163) { dice in
      PooledQuantileEstimator(level: level, seed: dice.next()).estimate(
        self.column(&dice, replications: 30, values: 10, shift: 1), probability: 0.9
      ).interval
    }
    #expect(!coverage.isTooLow(for: lowest) && !coverage.isTooHigh(for: highest), "\(coverage)")
  }

  @Test("covers at 99.9 %, also far out and with alike values", arguments: [(0.5, 0.0), (0.9, 0), (0.9, 1)])
  func highLevel(probability: Double, shift: Double) {
    let truth = (probability == 0.5 ? 0 : 1.2815515655446004) * (1 + shift * shift).squareRoot()
    let coverage = Coverage(of: truth, repetitions: 20_000, seed: 197) { dice in
      PooledQuantileEstimator(level: 0.999, seed: dice.next()).estimate(
        self.column(&dice, replications: 100, values: 5, shift: shift), probability: probability
      ).interval
    }
    #expect(!coverage.isTooLow(for: 0.998) && !coverage.isTooHigh(for: 0.9996), "\(coverage)")
  }

  @Test(
    "covers with few values: one in each of 20 replications",
    arguments: [(0.5, 0.0, 0.94, 0.985), (0.9, 1.2815515655446004, 0.87, 0.93)])
  func fewValues(probability: Double, truth: Double, lowest: Double, highest: Double) {
    // Of the ninth decile, two values lie above on average, and none once in eight times.
    let coverage = Coverage(of: truth, seed: 199) { dice in
      PooledQuantileEstimator(seed: dice.next()).estimate(
        self.column(&dice, replications: 20, values: 1, shift: 0), probability: probability
      ).interval
    }
    #expect(!coverage.isTooLow(for: lowest) && !coverage.isTooHigh(for: highest), "\(coverage)")
  }

  @Test("covers when values are counted in buckets")
  func inBuckets() {
    let coverage = Coverage(of: 1.2815515655446004 * 2.0.squareRoot(), repetitions: 2000, seed: 167) { dice in
      PooledQuantileEstimator(seed: dice.next()).estimate(
        self.column(&dice, replications: 30, values: 10, shift: 1, exactLimit: 5), probability: 0.9
      ).interval
    }
    #expect(!coverage.isTooLow(for: 0.925) && !coverage.isTooHigh(for: 0.965), "\(coverage)")
  }

  @Test("taking alike values for independent ones is rejected")
  func alikeTakenAsIndependent() {
    let coverage = Coverage(of: 1.2815515655446004 * 2.0.squareRoot(), repetitions: 2000, seed: 163) { dice in
      let seed = dice.next()
      let singles = self.column(&dice, replications: 30, values: 10, shift: 1).flatMap { sketch in
        // Each value as if it were a replication of its own: quantiles at (k − ½)/10 are the values.
        (1...10).map { rank in
          var single = QuantileSketch()
          single.add(sketch?.quantile((Double(rank) - 0.5) / 10) ?? 0)
          return single as QuantileSketch?
        }
      }
      return PooledQuantileEstimator(seed: seed).estimate(singles, probability: 0.9).interval
    }
    #expect(coverage.isTooLow(for: 0.925), "\(coverage)")
  }
}
