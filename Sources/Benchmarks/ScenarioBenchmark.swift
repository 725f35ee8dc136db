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
      var (patients, events, ended) = (0, 0, 0)
      var totals = [String: Double]()
      // No theory here: what is asserted is that every replication comes to its horizon.
      var measurement = Measurement.of(file, theory: 1, tolerance: 0) {
        for replication in 0..<replications {
          let record = program.replicate(replication, seed: 1)
          events += Int(record.size.events)
          patients += record.size.patients
          if record.outcome == .horizonReached { ended += 1 }
          record.add(to: &totals, program.layout)
        }
        return (patients, events, Double(ended) / Double(replications))
      }
      measurement.perReplication = totals.mapValues { $0 / Double(replications) }
      return measurement
    }
  }
}

extension ReplicationRecord {
  /// Adds what tells whether a larger scenario is the same in larger: `referred PRODUCT` for each, `treated`, and the mean
  /// number of patients `in progress`.
  func add(to totals: inout [String: Double], _ layout: RecordLayout) {
    for slot in layout.slots {
      switch layout.measures[slot.measure].name {
      case "patients.referred":
        guard case .name(let product) = slot.scope[.product] else { continue }
        totals["referred \(product)", default: 0] += values[slot.offset]
      case "patients.treated":
        totals["treated", default: 0] += values[slot.offset]
      case "system.number":
        let duration = values[slot.offset + 1]
        if duration > 0 { totals["in progress", default: 0] += values[slot.offset] / duration }
      default: continue
      }
    }
  }
}
