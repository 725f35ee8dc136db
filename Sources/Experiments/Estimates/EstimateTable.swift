import PipelineSimulation

/// All estimates of a run, in a fixed order.
///
/// Rows stand in the order of the catalogue of measures, within a measure in the order of its groupings, within a
/// grouping by scope (`Scope`'s own order), and within a scope by statistic. The order depends on the scenario alone.
public struct EstimateTable: Hashable, Sendable {
  /// The rows.
  public var rows: [EstimateRow]
  /// How many replications they rest on.
  public var replications: Int
  /// Years that are not whole within start, warm-up and horizon; rows of such a year cover only part of it.
  public var partialYears: Set<Int>

  /// A table of rows that are in order.
  public init(rows: [EstimateRow], replications: Int, partialYears: Set<Int> = []) {
    self.rows = rows
    self.replications = replications
    self.partialYears = partialYears
  }

  /// The row with a key, or nil. Takes O(rows); make a dictionary of keys for many questions.
  public func row(_ measure: String, _ statistic: Statistic = .mean, _ scope: Scope = Scope()) -> EstimateRow?
  {
    let key = EstimateRow.Key(measure, statistic, scope)
    return rows.first { $0.key == key }
  }

  /// All rows of a measure with a statistic, in order.
  public func rows(of measure: String, _ statistic: Statistic = .mean) -> [EstimateRow] {
    rows.filter { $0.measure == measure && $0.statistic == statistic }
  }

  /// Whether a row is about a year that is not whole.
  public func isPartial(_ row: EstimateRow) -> Bool {
    guard case .number(let year) = row.scope[.year] else { return false }
    return partialYears.contains(year)
  }
}
