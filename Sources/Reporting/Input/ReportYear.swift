/// A figure of one year in one scenario beside the first.
public struct ReportYear: Hashable, Sendable {
  /// Which scenario, as its place in the comparison; 1 or more.
  public var scenario: Int
  /// Which year of the run it is, the first being 1.
  public var number: Int
  /// The calendar year.
  public var year: Int
  /// The mean of the first scenario.
  public var baseline: Double?
  /// The mean of the other scenario.
  public var alternative: Double?
  /// Other minus first, with its interval; the measure and the unit.
  public var difference: ReportEstimate
  /// What the interval says.
  public var verdict: String

  /// A figure of a year.
  public init(
    scenario: Int, number: Int, year: Int, baseline: Double?, alternative: Double?,
    difference: ReportEstimate, verdict: String
  ) {
    self.scenario = scenario
    self.number = number
    self.year = year
    self.baseline = baseline
    self.alternative = alternative
    self.difference = difference
    self.verdict = verdict
  }
}
