import Experiments
import Foundation
import PipelineModel
import PipelineSimulation
import ScenarioFiles

/// A scenario of the project, compiled, with what many replications of it report.
struct ShippedScenario {
  let scenario: Scenario
  let program: Program

  init(_ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let check = ScenarioCheck.check(file: root.appendingPathComponent("Scenarios/\(name)").path)
    guard let scenario = check.scenario else { throw CocoaError(.fileReadCorruptFile) }
    self.scenario = scenario
    program = try Program(compiling: scenario)
  }

  /// The scopes of the facilities of a site.
  func facilities(at site: String) -> [Scope] {
    scenario.facilities.filter { $0.site == site }.map { Scope([.facility: .name($0.name)]) }
  }

  /// What the replications report.
  func columns(_ replications: Int, seed: UInt64) async throws -> ResultColumns {
    var columns = ResultColumns(layout: program.layout)
    let plan = ExperimentPlan(
      program: program, seed: seed, replications: 0..<replications,
      jobs: ProcessInfo.processInfo.activeProcessorCount)
    _ = try await plan.runner.run(0..<replications) { columns.append($0) }
    return columns
  }
}
