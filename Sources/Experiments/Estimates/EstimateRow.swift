import OutputAnalysis
import PipelineSimulation

/// One line of a result: a figure of a measure in a scope, with its estimate.
public struct EstimateRow: Hashable, Sendable {
  /// What a row is about; rows of two scenarios with equal keys are the same figure.
  public struct Key: Hashable, Sendable {
    /// The measure's name.
    public var measure: String
    /// Which figure of it.
    public var statistic: Statistic
    /// What it is counted for.
    public var scope: Scope

    /// A key.
    public init(_ measure: String, _ statistic: Statistic, _ scope: Scope = Scope()) {
      self.measure = measure
      self.statistic = statistic
      self.scope = scope
    }
  }

  /// The measure, the statistic and the scope.
  public var key: Key
  /// The unit as printed.
  public var unit: String
  /// The value with its interval and the spread over replications.
  public var estimate: Estimate

  /// A row.
  public init(key: Key, unit: String, estimate: Estimate) {
    self.key = key
    self.unit = unit
    self.estimate = estimate
  }

  /// The measure's name.
  public var measure: String { key.measure }
  /// Which figure of the measure.
  public var statistic: Statistic { key.statistic }
  /// What it is counted for.
  public var scope: Scope { key.scope }
}
