/// A count until the end of a year in one scenario beside the first: what a delay had cost by then.
public struct ReportCumulative: Hashable, Sendable {
  /// Which scenario, as its place in the comparison; 1 or more.
  public var scenario: Int
  /// The measure that is counted.
  public var measure: String
  /// The facility at which.
  public var facility: String
  /// Events until the end of this year count.
  public var year: Int
  /// The mean of the first scenario.
  public var baseline: Double?
  /// The mean of the other scenario.
  public var alternative: Double?
  /// Other minus first, with its interval.
  public var difference: ReportEstimate
  /// What the interval says.
  public var verdict: String

  /// A count until the end of a year.
  public init(
    scenario: Int, measure: String, facility: String, year: Int, baseline: Double?, alternative: Double?,
    difference: ReportEstimate, verdict: String
  ) {
    self.scenario = scenario
    self.measure = measure
    self.facility = facility
    self.year = year
    self.baseline = baseline
    self.alternative = alternative
    self.difference = difference
    self.verdict = verdict
  }
}
