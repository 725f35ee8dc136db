import OutputAnalysis
import PipelineSimulation

extension ResultColumns {
  /// Estimates every reported cell, on up to `jobs` cores; the rows do not depend on how many.
  public func estimates(level: Double = 0.95, jobs: Int = 1) async -> EstimateTable {
    let rules = EstimateRules(level: level)
    let size = 64
    let starts = Array(stride(from: 0, to: cells.count, by: size))
    var parts = [[EstimateRow]](repeating: [], count: starts.count)
    await withTaskGroup(of: (Int, [EstimateRow]).self) { group in
      var next = 0
      func start() {
        guard next < starts.count else { return }
        let part = next
        let range = starts[part]..<min(starts[part] + size, cells.count)
        group.addTask { (part, cells[range].flatMap { rows(of: $0, by: rules) }) }
        next += 1
      }
      for _ in 0..<max(jobs, 1) { start() }
      while let (part, rows) = await group.next() {
        parts[part] = rows
        start()
      }
    }
    return EstimateTable(
      rows: parts.flatMap(\.self), replications: replications, partialYears: layout.partialYears)
  }

  /// One row as it stands in the whole table, without making the others; nil where there is no such row.
  ///
  /// - Complexity: O(cells), and what its own cell takes.
  public func row(_ key: EstimateRow.Key, level: Double = 0.95) -> EstimateRow? {
    let cell = cells.first { $0.scope == key.scope && layout.measures[$0.measure].name == key.measure }
    return cell.flatMap { rows(of: $0, by: EstimateRules(level: level)).first { $0.key == key } }
  }

  /// The rows of one cell.
  func rows(of cell: ReportedCell, by rules: EstimateRules) -> [EstimateRow] {
    let measure = layout.measures[cell.measure]
    func row(_ statistic: Statistic, _ estimate: Estimate) -> EstimateRow {
      EstimateRow(
        key: .init(measure.name, statistic, cell.scope), unit: statistic == .count ? "1" : measure.unit,
        estimate: estimate)
    }
    switch measure.combination {
    case .count, .standing:
      return [row(.mean, isBlank(cell) ? rules.none(in: replications) : rules.count(sums(of: cell)))]
    case .amount: return [row(.mean, rules.amount(sums(of: cell)))]
    case .ratio(let isProbability):
      if isBlank(cell) { return [row(.mean, undefined)] }
      return [row(.mean, rules.ratio(sums(of: cell), sums(of: cell, part: 1), isProbability: isProbability))]
    case .samples:
      if isBlank(cell) {
        return Statistic.ofSamples.map { row($0, $0 == .count ? rules.none(in: replications) : undefined) }
      }
      return rules.samples(sketches(of: cell), sums: sums(of: cell)).map { row($0.0, $0.1) }
    case .milestone:
      return rules.milestone(earliest(of: cell), unit: measure.secondsOfUnit).map { row($0.0, $0.1) }
    }
  }

  /// The estimate of what no replication defines.
  private var undefined: Estimate { Estimate(value: nil, replicationsUsed: 0, replications: replications) }
}

extension Statistic {
  /// The figures of a measure that combines observations.
  static let ofSamples: [Statistic] = [.mean, .count, .min, .p10, .p50, .p90, .max]
}

extension Measure {
  /// How many seconds one of the measure's unit has, for instants that records keep in seconds.
  var secondsOfUnit: Double {
    switch unit {
    case "min": 60
    case "h": 3_600
    case "d": 86_400
    case "wk": 604_800
    case "mo": 2_629_800
    case "y": 31_557_600
    default: 1
    }
  }
}
