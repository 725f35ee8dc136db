/// Several scenarios that met the same chance, and how each differs from the first.
public struct ComparisonInput: Hashable, Sendable {
  /// The scenarios as reports of their own; the first is what the others are compared with.
  public var scenarios: [ReportInput]
  /// The differences.
  public var differences: [ReportDifference]
  /// Counts until the ends of years.
  public var cumulative: [ReportCumulative] = []
  /// Figures of single years.
  public var years: [ReportYear] = []
  /// The canonical command.
  public var command: String

  /// A comparison.
  public init(scenarios: [ReportInput], differences: [ReportDifference], command: String) {
    self.scenarios = scenarios
    self.differences = differences
    self.command = command
  }
}

/// How one scenario differs from the first in one figure: theirs minus the first's, replication by replication.
public struct ReportDifference: Hashable, Sendable {
  /// Which scenario, as its place in the comparison; 1 or more.
  public var scenario: Int
  /// The difference, with its interval, in the unit of the measure.
  public var estimate: ReportEstimate
  /// What the interval says: `more`, `fewer`, `the same`, `no difference seen`, `not comparable`.
  public var verdict: String

  /// A difference.
  public init(scenario: Int, estimate: ReportEstimate, verdict: String) {
    self.scenario = scenario
    self.estimate = estimate
    self.verdict = verdict
  }
}
