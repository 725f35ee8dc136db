import ArgumentParser
import PipelineSimulation

/// Any scenario, by replications.
struct ScenarioBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Replications of a scenario, such as the baseline.")

  @Argument(help: "The scenario file.") var file = "Scenarios/leiden-lund.yaml"
  @Option(help: "How many replications.") var replications = 100
  @OptionGroup var options: MeasuringOptions

  func run() throws {
    let program = try CompiledFile.program(file, overrides: [])
    try options.report {
      var patients = 0
      // No theory here: what is asserted is that every replication comes to its horizon.
      return Measurement.of(file, theory: 1, tolerance: 0) {
        var events = 0
        var ended = 0
        for replication in 0..<replications {
          let record = program.replicate(replication, seed: 1)
          events += Int(record.size.events)
          patients += record.size.patients
          if record.outcome == .horizonReached { ended += 1 }
        }
        return (patients, events, Double(ended) / Double(replications))
      }
    }
  }
}
