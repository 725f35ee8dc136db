import OutputAnalysis

/// How often intervals of one level contained the truth, and whether the level explains it.
///
/// The count of those that did is binomial. It is judged by its own exact interval (``Interval/clopperPearson``) at
/// 99.9 %: a count that the level explains is rejected once in a thousand times.
public struct CoverageCount: Sendable, Hashable {
  /// The level of the judgement.
  public static let levelOfJudgement = 0.999

  /// How often the intervals should contain the truth.
  public let level: Double
  /// How many intervals there were.
  public private(set) var repetitions = 0
  /// How many of them contained the truth.
  public private(set) var covered = 0

  /// Nothing counted yet.
  public init(level: Double) { self.level = level }

  /// Counts one interval; one that could not be estimated does not contain anything.
  public mutating func add(_ interval: Interval?, truth: Double) {
    repetitions += 1
    if let interval, interval.contains(truth) { covered += 1 }
  }

  /// Counts what another count of the same level counted.
  public mutating func add(_ other: CoverageCount) {
    precondition(level == other.level, "counts of one level are added")
    repetitions += other.repetitions
    covered += other.covered
  }

  /// The share that contained the truth; not a number before anything is counted.
  public var share: Double { Double(covered) / Double(repetitions) }

  /// The exact interval of the share; the whole range before anything is counted.
  public var interval: Interval {
    guard repetitions > 0 else {
      return Interval(low: 0, high: 1, level: Self.levelOfJudgement, method: .none)
    }
    return .clopperPearson(successes: covered, trials: repetitions, level: Self.levelOfJudgement)
  }

  /// Whether so few contained the truth that the level does not explain it: the intervals are too narrow, or misplaced.
  public var isTooLow: Bool { interval.high < level }

  /// Whether so many contained the truth that the level does not explain it: the intervals are too wide.
  public var isTooHigh: Bool { interval.low > level }
}
