/// How often intervals contain the truth, as their method promises it.
public enum CoveragePromise: Sendable, CaseIterable {
  /// As often as their level says.
  case exact
  /// At least as often: intervals of whole numbers of few events have to, or they would contain it less often somewhere.
  case atLeast
  /// Somewhat less often: Student's interval where a replication's number has a skewness above 1. What it lacks is
  /// proportional to the square of the skewness over the number of replications, and greatest at high levels (Hall
  /// 1992, The Bootstrap and Edgeworth Expansion, DOI 10.1007/978-1-4612-4384-7).
  case skewed

  /// The lowest share that keeps the promise of intervals of a level.
  ///
  /// That of skewed numbers is what thirty replications of the cases here still reach, with a skewness of 2.
  public func lowest(at level: Double) -> Double {
    self == .skewed ? 1 - (1 - level) * (level < 0.99 ? 1.2 : 5) : level
  }

  /// What such cases are called when they are counted together.
  var name: String {
    switch self {
    case .exact: "all others"
    case .atLeast: "all of few events"
    case .skewed: "all skewed"
    }
  }
}
