import OutputAnalysis
import PipelineSimulation

/// The numbers of a figure that is computed from records, one a replication.
public struct OwnNumbers: Sendable {
  private var values: [Double?] = []
  private var ratios: [Ratio?] = []

  /// No numbers yet.
  public init() {}

  /// Takes a figure's number from a record; nothing for a figure that stands among the estimates.
  public mutating func append(_ source: Figure.Source, _ layout: RecordLayout, _ record: ReplicationRecord) {
    switch source {
    case .row: break
    case .each(let number), .variance(let number): values.append(number(layout, record))
    case .quotient(let ratio): ratios.append(ratio(layout, record))
    }
  }

  /// The estimate over replications; nil for a figure that stands among the estimates.
  public func estimate(_ source: Figure.Source, level: Double) -> Estimate? {
    switch source {
    case .row: return nil
    case .each: return MeanEstimator(level: level).estimate(values)
    case .quotient: return RatioEstimator(level: level).estimate(ratios)
    case .variance:
      let size = values.count / 30
      let groups = (0..<30).map { group -> Double? in
        Self.variance(values[group * size..<(group + 1) * size].compactMap(\.self))
      }
      return MeanEstimator(level: level).estimate(groups)
    }
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
