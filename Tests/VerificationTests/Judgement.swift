import Experiments
import OutputAnalysis
import PipelineModel
import PipelineSimulation
import ScenarioFiles

/// What the runs of one model say about each figure of a case: estimates with 99.9 % intervals.
struct Judgement: Sendable {
  static let level = 0.999

  var estimates: [Estimate]
  var seed: UInt64

  /// A scenario that cannot be run: what was found in it.
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  /// Reads the scenario, compiles it and runs it through the experiments' runner on two cores.
  ///
  /// - Parameter isShort: a quarter of the length, after the same warm-up; where each replication is a single
  ///   snapshot, a quarter of the replications
  init(of one: ClosedFormCase, overrides: [String] = [], isShort: Bool = false) async throws {
    var (program, scenario) = try Self.program(one, overrides)
    var one = one
    if isShort, one.replications >= 120 {
      one.replications /= 4
    } else if isShort {
      let (horizon, warmUp) = (program.horizon.ticks, program.warmUp.ticks)
      let hours = (warmUp + (horizon - warmUp) / 4) / (3_600 * program.clock.tick.ticksPerSecond)
      (program, scenario) = try Self.program(one, overrides + ["horizon=\(hours) h"])
    }
    seed = scenario.run.seed ?? 1
    let plan = ExperimentPlan(program: program, seed: seed, replications: 0..<one.replications, jobs: 2)
    var columns = ResultColumns(layout: program.layout)
    var own = one.figures.map { _ in OwnNumbers() }
    _ = try await plan.runner.run(plan.replications) { record in
      columns.append(record)
      for index in own.indices { own[index].append(one.figures[index].source, program.layout, record) }
    }
    guard columns.stopped.total == 0 else {
      throw Unreadable(description: "\(columns.stopped.total) replications stopped before the horizon")
    }
    let table = await columns.estimates(level: Self.level, jobs: 2)
    var estimates: [Estimate] = []
    for (figure, numbers) in zip(one.figures, own) {
      estimates.append(try Self.estimate(figure, table, numbers))
    }
    self.estimates = estimates
  }

  private static func program(
    _ one: ClosedFormCase, _ overrides: [String]
  ) throws -> (Program, Scenario) {
    let result =
      one.text.map { ScenarioReader.read(text: $0, name: one.file, overrides: overrides) }
      ?? ScenarioReader().read(file: "\(Gate.scenarios)/\(one.file).yaml", overrides: overrides)
    guard let scenario = result.scenario else { throw Unreadable(description: result.report().text()) }
    return (try Program(compiling: scenario), scenario)
  }

  private static func estimate(
    _ figure: Figure, _ table: EstimateTable, _ numbers: OwnNumbers
  ) throws -> Estimate {
    switch figure.source {
    case .row(let measure, let statistic, let scope):
      guard let row = table.row(measure, statistic, scope) else {
        throw Unreadable(description: "no row \(measure) \(statistic) \(scope)")
      }
      return row.estimate
    case .each: return MeanEstimator(level: level).estimate(numbers.values)
    case .quotient: return RatioEstimator(level: level).estimate(numbers.ratios)
    case .variance:
      let size = numbers.values.count / 30
      let groups = (0..<30).map { group -> Double? in
        variance(numbers.values[group * size..<(group + 1) * size].compactMap(\.self))
      }
      return MeanEstimator(level: level).estimate(groups)
    }
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}

/// The numbers of a figure that is computed from records, one a replication.
private struct OwnNumbers {
  var values: [Double?] = []
  var ratios: [Ratio?] = []

  mutating func append(_ source: Figure.Source, _ layout: RecordLayout, _ record: ReplicationRecord) {
    switch source {
    case .row: break
    case .each(let number), .variance(let number): values.append(number(layout, record))
    case .quotient(let ratio): ratios.append(ratio(layout, record))
    }
  }
}
