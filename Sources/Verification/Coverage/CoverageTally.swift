import OutputAnalysis

/// The counts of intervals of one level, and of the same intervals made wrong, which the judgement has to notice.
public struct CoverageTally: Sendable, Hashable {
  /// The intervals as they are.
  public private(set) var right: CoverageCount
  /// The same, a tenth narrower, as if an error were underestimated.
  public private(set) var narrowed: CoverageCount
  /// The same, moved up by half their half-width, as if the estimate were biased.
  public private(set) var displaced: CoverageCount
  private var sumOfHalfWidths = 0.0

  /// Nothing counted yet.
  public init(level: Double) {
    right = CoverageCount(level: level)
    (narrowed, displaced) = (right, right)
  }

  /// The level of the intervals.
  public var level: Double { right.level }

  /// The mean half-width of the intervals over the size of the truth; not a number before anything is counted.
  public var meanHalfWidth: Double { sumOfHalfWidths / Double(right.repetitions) }

  /// Counts one interval around a truth that is not zero; one that could not be estimated does not contain anything.
  public mutating func add(_ interval: Interval?, truth: Double) {
    right.add(interval, truth: truth)
    narrowed.add(interval.map { $0.moved(by: 0, widened: 0.9) }, truth: truth)
    displaced.add(interval.map { $0.moved(by: 0.5, widened: 1) }, truth: truth)
    sumOfHalfWidths += (interval?.halfWidth ?? 0) / abs(truth)
  }

  /// Counts what another tally of the same level counted.
  public mutating func add(_ other: CoverageTally) {
    right.add(other.right)
    narrowed.add(other.narrowed)
    displaced.add(other.displaced)
    sumOfHalfWidths += other.sumOfHalfWidths
  }
}

extension Interval {
  /// The interval moved up by a multiple of its half-width, and stretched about its middle.
  fileprivate func moved(by share: Double, widened factor: Double) -> Interval {
    let middle = low + halfWidth
    return Interval(
      center: middle + share * halfWidth, halfWidth: factor * halfWidth, level: level, method: method)
  }
}
