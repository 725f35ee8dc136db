import Foundation
import OutputAnalysis
import PipelineSimulation
import ResultStore
import ScenarioFiles
import Verification

/// What the built program says about each figure of a case: estimates with 99.9 % intervals.
struct Judgement: Sendable {
  static let level = 0.999

  var estimates: [Estimate]

  /// A run that did not end with estimates, and what the program said.
  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs the scenario as a user does, `atmpsim run FILE --json`, on two cores.
  ///
  /// What the printed estimates hold is taken from there; what is computed from each replication, from the run file.
  ///
  /// - Parameter isShort: a quarter of the length, after the same warm-up; where each replication is a single
  ///   snapshot, a quarter of the replications
  init(of one: ClosedFormCase, overrides: [String] = [], isShort: Bool = false) throws {
    var (replications, overrides) = (one.replications, overrides)
    if isShort, replications >= 120 {
      replications /= 4
    } else if isShort {
      overrides.append("horizon=\(try Self.quarter(of: one)) h")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = try PrintedEstimates(
      BuiltProgram.output(
        [
          "run", Gate.path(one.file), "--replications", "\(replications)", "--level", "\(Self.level)",
          "--jobs", "2",
        ]
          + ["--json", "--quiet", "--output", folder.path] + overrides.flatMap { ["--set", $0] }))
    guard table.outcome == "horizon reached" else { throw Failed(description: table.outcome) }
    let numbers = try Self.numbers(one, overrides, in: folder, replications)
    estimates = try zip(one.figures, numbers).map { try Self.estimate($0, table, $1) }
  }

  /// The hours of a horizon that leaves a quarter of what is measured.
  private static func quarter(of one: ClosedFormCase) throws -> Int64 {
    let program = try program(one, [])
    let (horizon, warmUp) = (program.horizon.ticks, program.warmUp.ticks)
    return (warmUp + (horizon - warmUp) / 4) / (3_600 * program.clock.tick.ticksPerSecond)
  }

  /// The numbers of those figures that are computed from each replication, out of the run file.
  private static func numbers(
    _ one: ClosedFormCase, _ overrides: [String], in folder: URL, _ replications: Int
  ) throws -> [OwnNumbers] {
    var numbers = one.figures.map { _ in OwnNumbers() }
    guard one.figures.contains(where: \.isOwn) else { return numbers }
    let layout = try program(one, overrides).layout
    let path = folder.appendingPathComponent("run.sqlite").path
    let file = try RunFile(continuing: path, header: RunFile(reading: path).header, layout: layout)
    try file.replay(below: replications) { record in
      for index in numbers.indices { numbers[index].append(one.figures[index].source, layout, record) }
    }
    return numbers
  }

  private static func program(_ one: ClosedFormCase, _ overrides: [String]) throws -> Program {
    let result = ScenarioReader().read(file: Gate.path(one.file), overrides: overrides)
    guard let scenario = result.scenario else { throw Failed(description: result.report().text()) }
    return try Program(compiling: scenario)
  }

  private static func estimate(
    _ figure: Figure, _ table: PrintedEstimates, _ numbers: OwnNumbers
  ) throws -> Estimate {
    if let estimate = numbers.estimate(figure.source, level: level) { return estimate }
    guard case .row(let measure, let statistic, let scope) = figure.source,
      let estimate = table.estimate(measure, statistic, scope)
    else { throw Failed(description: "nothing is printed for \(figure.name)") }
    return estimate
  }
}
