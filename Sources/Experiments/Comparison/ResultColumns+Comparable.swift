import OutputAnalysis
import PipelineSimulation

extension ResultColumns {
  /// One number a replication for each statistic of a cell, so that two scenarios can be compared pair by pair.
  func comparable(_ cell: ReportedCell) -> [Statistic: [Double?]] {
    switch layout.measures[cell.measure].combination {
    case .count, .standing, .amount: [.mean: sums(of: cell).map { $0.isFinite ? $0 : nil }]
    case .ratio: [.mean: Self.pseudovalues(sums(of: cell), sums(of: cell, part: 1))]
    case .samples: comparableSamples(sketches(of: cell), sums: sums(of: cell))
    case .milestone: comparableInstants(earliest(of: cell), unit: layout.measures[cell.measure].secondsOfUnit)
    }
  }

  /// Whether a milestone is reached, and when, of those replications that reach it.
  private func comparableInstants(_ seconds: [Double], unit: Double) -> [Statistic: [Double?]] {
    [
      .probability: seconds.map { $0.isFinite ? 1 : 0 },
      .mean: seconds.map { $0.isFinite ? $0 / unit : nil },
    ]
  }

  private func comparableSamples(_ sketches: [QuantileSketch?], sums: [Double]) -> [Statistic: [Double?]] {
    let quantiles = sketches.map { $0?.quantiles([0.1, 0.5, 0.9]) }
    let counts = sketches.map { Double($0?.count ?? 0) }
    return [
      .mean: Self.pseudovalues(sums, counts),
      .count: counts,
      .min: sketches.map { $0?.min }, .max: sketches.map { $0?.max },
      .p10: quantiles.map { $0?[0] }, .p50: quantiles.map { $0?[1] }, .p90: quantiles.map { $0?[2] },
    ]
  }

  /// The jackknife's pseudo-values n·R − (n − 1)·R₍₋ᵢ₎ of a ratio of sums; nil where a replication does not define it.
  ///
  /// Their mean estimates the ratio and their differences are paired like plain numbers.
  /// Miller (1974), DOI 10.1093/biomet/61.1.1.
  static func pseudovalues(_ numerators: [Double], _ denominators: [Double]) -> [Double?] {
    let defined = numerators.indices.filter {
      numerators[$0].isFinite && denominators[$0].isFinite && (numerators[$0] != 0 || denominators[$0] != 0)
    }
    var column = [Double?](repeating: nil, count: numerators.count)
    let number = Double(defined.count)
    let above = defined.reduce(0) { $0 + numerators[$1] }
    let below = defined.reduce(0) { $0 + denominators[$1] }
    guard below != 0 else { return column }
    for index in defined {
      let rest = below - denominators[index]
      if defined.count == 1 {
        column[index] = above / below
      } else if rest != 0 {
        column[index] = number * (above / below) - (number - 1) * ((above - numerators[index]) / rest)
      }
    }
    return column
  }
}
