import OutputAnalysis
import PipelineSimulation

/// A count of two scenarios from the start to the end of a year, paired by replication.
///
/// It answers what a delay had cost by then: patients treated at a facility until 31 December 2030, for example.
public struct CumulativeDifference: Hashable, Sendable {
  /// The name of the measure that is counted.
  public var measure: String
  /// What is counted together, such as one facility or several; scopes without the year.
  public var scopes: [Scope]
  /// Events until the last instant of this year count.
  public var year: Int
  /// The difference, other minus first, with its interval and how much the pairing helped.
  public var paired: PairedDifference

  /// What the interval says.
  public var verdict: Verdict { Verdict(of: paired.difference) }

  /// Sums a count over the years until one, in each replication of both scenarios.
  ///
  /// - Parameters:
  ///   - measure: the name of a measure that counts events by year
  ///   - scopes: what is counted together; scopes without the year
  ///   - year: the last year that counts
  ///   - level: the confidence level of the interval
  /// - Returns: nil where a scenario does not report the measure for one of the scopes.
  /// - Precondition: both scenarios have equally many replications.
  public init?(
    of measure: String, for scopes: [Scope], through year: Int, baseline: ResultColumns,
    alternative: ResultColumns, level: Double = 0.95
  ) {
    guard let first = baseline.counts(of: measure, for: scopes, through: year),
      let second = alternative.counts(of: measure, for: scopes, through: year)
    else { return nil }
    self.measure = measure
    self.scopes = scopes
    self.year = year
    paired = PairedDifference(baseline: first, alternative: second, level: level)
  }
}

extension ResultColumns {
  /// One number a replication: a count summed over scopes and over the years until one; nil where it is not reported.
  public func counts(of measure: String, for scopes: [Scope], through year: Int) -> [Double?]? {
    var sums = [Double](repeating: 0, count: replications)
    for scope in scopes {
      let keys = Set(scope.keys)
      let mine = cells.filter { cell in
        layout.measures[cell.measure].name == measure && layout.measures[cell.measure].combination == .count
          && Set(cell.scope.keys) == keys.union([.year]) && cell.scope.keeping(keys) == scope
      }
      guard !mine.isEmpty else { return nil }
      for cell in mine {
        guard case .number(let counted) = cell.scope[.year], counted <= year else { continue }
        for (index, sum) in self.sums(of: cell).enumerated() { sums[index] += sum }
      }
    }
    return sums
  }
}
