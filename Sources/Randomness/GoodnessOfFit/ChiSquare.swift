import CGSL

/// Pearson's chi-square test, for every law.
public enum ChiSquare {
  /// The probability, under the law, of counts at least as unlike the expected ones as the sample's.
  ///
  /// The cells are those of `cells(of:atMost:)`. A value outside all cells makes the probability 0; a law with one
  /// cell only cannot be told from another by its counts, and gives 1.
  /// Precondition: the sample is not empty.
  public static func pValue(of sample: [Double], against law: Law, cells: Int = 64) -> Double {
    precondition(!sample.isEmpty, "a test is asked for of an empty sample")
    let count = Double(sample.count)
    // At least ten values are expected in each cell.
    let edges = self.cells(of: law, atMost: max(2, min(cells, sample.count / 10)))
    var observed = [Double](repeating: 0, count: edges.count)
    for value in sample {
      if value < law.minimum || value > law.maximum { return 0 }
      let cell = SortedSearch.first(in: edges) { $0 >= value }
      observed[min(cell, edges.count - 1)] += 1
    }
    var below = 0.0
    var expected: [Double] = []
    for edge in edges.dropLast() {
      let upTo = law.distributionFunction(at: edge)
      expected.append(count * (upTo - below))
      below = upTo
    }
    expected.append(count * (1 - below))
    return pValue(observed: observed, expected: expected)
  }

  /// The upper edges of cells of nearly equal probability: distinct quantiles. An edge belongs to its cell; the last
  /// cell holds everything above.
  public static func cells(of law: Law, atMost count: Int) -> [Double] {
    var edges: [Double] = []
    var below = 0.0
    let least = 0.5 / Double(count)
    for index in 1..<max(2, count) {
      let edge = law.quantile(Double(index) / Double(count))
      let upTo = law.distributionFunction(at: edge)
      // An atom may reach past several levels, and little may be left above it.
      guard upTo - below >= least, 1 - upTo >= least else { continue }
      edges.append(edge)
      below = upTo
    }
    edges.append(.infinity)
    return edges
  }

  /// The probability of counts at least as unlike the expected ones, with one degree of freedom less than cells.
  ///
  /// Precondition: as many counts as expectations, which are positive.
  public static func pValue(observed: [Double], expected: [Double]) -> Double {
    precondition(observed.count == expected.count, "the counts and expectations differ in number")
    guard observed.count > 1 else { return 1 }
    GSLErrors.install()
    let statistic = zip(observed, expected).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1
    }
    return gsl_cdf_chisq_Q(statistic, Double(observed.count - 1))
  }

  /// The same for pairs of uniforms in a square grid: whether two draws are uniform and independent.
  ///
  /// Precondition: `side` is positive.
  public static func pValue(ofPairs pairs: [(Double, Double)], side: Int = 32) -> Double {
    var observed = [Double](repeating: 0, count: side * side)
    for (x, y) in pairs {
      let column = min(side - 1, Int(x * Double(side)))
      let row = min(side - 1, Int(y * Double(side)))
      observed[row * side + column] += 1
    }
    let expected = [Double](repeating: Double(pairs.count) / Double(side * side), count: side * side)
    return pValue(observed: observed, expected: expected)
  }
}
