import OutputAnalysis
import PipelineSimulation

/// The figures of a scenario, one number a replication, with which variants of it are compared pair by pair.
///
/// Replication r of a variant shares its draws with replication r of the scenario, so that a number which nothing reads
/// makes a difference of exactly 0. Intervals are Student's on paired differences, each for itself.
public struct StudyBaseline: Sendable {
  /// What is looked at.
  public let figures: [StudyFigure]
  /// The scenario's own value of each figure.
  public let estimates: [Estimate]
  /// The confidence level of the intervals.
  public let level: Double
  private let columns: [[Double?]]

  /// The figures of what the replications of a scenario reported.
  public init(_ figures: [StudyFigure], of results: ResultColumns, level: Double = 0.95) {
    self.figures = figures
    self.level = level
    columns = figures.map { results.column(of: $0) }
    estimates = zip(figures, columns).map { figure, column in
      results.estimate(of: figure, level: level) ?? MeanEstimator(level: level).estimate(column)
    }
  }

  /// How a variant with the same replications differs: variant minus scenario, one for each figure.
  ///
  /// - Precondition: the variant has as many replications.
  public func differences(to variant: ResultColumns) -> [Estimate] {
    zip(figures, columns).map { figure, column in
      PairedDifference(baseline: column, alternative: variant.column(of: figure), level: level).difference
    }
  }
}

extension ResultColumns {
  /// One number a replication of a figure; nil where it is not defined, or not reported here.
  func column(of figure: StudyFigure) -> [Double?] {
    var sum = [Double?](repeating: 0, count: replications)
    for scope in figure.scopes {
      guard let cell = cell(of: figure.measure, scope), let column = comparable(cell)[figure.statistic] else {
        return Array(repeating: nil, count: replications)
      }
      for index in sum.indices { sum[index] = sum[index].flatMap { one in column[index].map { one + $0 } } }
    }
    return sum
  }

  /// The estimate of a figure that is reported as it was asked for; nil for sums.
  func estimate(of figure: StudyFigure, level: Double) -> Estimate? {
    guard figure.scopes.count == 1, let cell = cell(of: figure.measure, figure.scopes[0]) else { return nil }
    return rows(of: cell, by: EstimateRules(level: level)).first { $0.statistic == figure.statistic }?
      .estimate
  }

  private func cell(of measure: String, _ scope: Scope) -> ReportedCell? {
    cells.first { layout.measures[$0.measure].name == measure && $0.scope == scope }
  }
}
