import OutputAnalysis
import PipelineSimulation

/// Two scenarios under common random numbers, row by row.
///
/// Replication r of both shares its draws, so differences are paired by replication. The interval is Student's on
/// paired differences: of the numbers themselves for counts, extremes and quantiles; of jackknife pseudo-values for
/// ratios and means of observations; for milestones of "reached or not", and of the instants where both reach them. Rows that only one scenario reports are
/// left out. The level is 95 % for each row by itself, not for all rows together.
public struct Comparison: Hashable, Sendable {
  /// One row of both scenarios.
  public struct Row: Hashable, Sendable {
    /// What it is about.
    public var key: EstimateRow.Key
    /// The unit as printed.
    public var unit: String
    /// The estimate of the first scenario.
    public var baseline: Estimate
    /// The estimate of the other scenario.
    public var alternative: Estimate
    /// Other minus first, with the interval of paired differences.
    public var difference: Estimate
    /// How many times fewer replications pairing needs than independent runs; nil where that cannot be said.
    public var varianceReduction: Double?

    /// What the interval says.
    public var verdict: Verdict { Verdict(of: difference) }
  }

  /// The rows that both report, in the order of the first scenario.
  public var rows: [Row]
  /// How many replications of each were paired.
  public var replications: Int

  /// Compares what two scenarios reported, on up to `jobs` cores; both must have been fed the same replications.
  public init(
    baseline: ResultColumns, alternative: ResultColumns, level: Double = 0.95, jobs: Int = 1
  ) async {
    precondition(
      baseline.replications == alternative.replications, "paired scenarios have equally many replications")
    replications = baseline.replications
    let pairs = Self.pairs(baseline, alternative)
    var parts = [[Row]](repeating: [], count: pairs.count)
    await withTaskGroup(of: (Int, [Row]).self) { group in
      var next = 0
      func start() {
        guard next < pairs.count else { return }
        let part = next
        group.addTask {
          (
            part,
            Self.rows(baseline, pairs[part].0, alternative, pairs[part].1, rules: EstimateRules(level: level))
          )
        }
        next += 1
      }
      for _ in 0..<max(jobs, 1) { start() }
      while let (part, rows) = await group.next() {
        parts[part] = rows
        start()
      }
    }
    rows = parts.flatMap(\.self)
  }

  private struct Place: Hashable {
    var measure: String
    var scope: Scope
  }

  /// The cells of both that have the same measure and scope.
  private static func pairs(
    _ baseline: ResultColumns, _ alternative: ResultColumns
  ) -> [(ReportedCell, ReportedCell)] {
    var others: [Place: ReportedCell] = [:]
    for cell in alternative.cells {
      others[Place(measure: alternative.layout.measures[cell.measure].name, scope: cell.scope)] = cell
    }
    return baseline.cells.compactMap { cell in
      others[Place(measure: baseline.layout.measures[cell.measure].name, scope: cell.scope)].map {
        (cell, $0)
      }
    }
  }

  private static func rows(
    _ first: ResultColumns, _ cell: ReportedCell, _ second: ResultColumns, _ other: ReportedCell,
    rules: EstimateRules
  ) -> [Row] {
    let baseline = first.rows(of: cell, by: rules)
    let alternative = second.rows(of: other, by: rules)
    let columns = first.comparable(cell)
    let otherColumns = second.comparable(other)
    let rows: [Row] = baseline.compactMap { row in
      guard let match = alternative.first(where: { $0.statistic == row.statistic }),
        let column = columns[row.statistic], let otherColumn = otherColumns[row.statistic]
      else { return nil }
      let paired = PairedDifference(baseline: column, alternative: otherColumn, level: rules.level)
      return Row(
        key: row.key, unit: row.unit, baseline: row.estimate, alternative: match.estimate,
        difference: paired.difference, varianceReduction: paired.varianceReduction)
    }
    return rows + instants(baseline, columns, otherColumns, level: rules.level)
  }

  /// How much later a milestone is reached, over the replications in which both reach it; no estimate has such a row.
  private static func instants(
    _ baseline: [EstimateRow], _ columns: [Statistic: [Double?]], _ others: [Statistic: [Double?]],
    level: Double
  ) -> [Row] {
    guard let row = baseline.first(where: { $0.statistic == .probability }),
      row.measure.hasPrefix("milestone."),
      let column = columns[.mean], let other = others[.mean]
    else { return [] }
    let paired = PairedDifference(baseline: column, alternative: other, level: level)
    return [
      Row(
        key: EstimateRow.Key(row.measure, .mean, row.scope), unit: row.unit, baseline: paired.baseline,
        alternative: paired.alternative, difference: paired.difference,
        varianceReduction: paired.varianceReduction)
    ]
  }
}
