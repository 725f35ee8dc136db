import ArgumentParser
import PipelineSimulation

/// A queueing network of the verification scenarios, compiled and run with all its statistics.
struct RouteBenchmark: ParsableCommand {
  enum Network: String, CaseIterable, ExpressibleByArgument {
    case single, tandem
  }
  static let configuration = CommandConfiguration(
    commandName: "route", abstract: "M/M/1 or the tandem of five stations, as compiled routes.")

  @Argument(help: "single (T1) or tandem (T8).") var network: Network
  @Option(help: "How many customers arrive, about.") var customers = 1_000_000
  @Option(help: "The folder of the verification scenarios.") var folder = "Scenarios/verification"
  @OptionGroup var options: MeasuringOptions

  func run() throws {
    let program = try CompiledFile.program(
      "\(folder)/\(network.file)",
      overrides: ["horizon=\(Int(Double(customers) / network.rate)) h", "warm up=0 h"])
    let tolerance = network.tolerance(customers: customers)
    var replication = 0
    try options.report {
      try Measurement.of(network.name, theory: network.theory, tolerance: tolerance) {
        let record = program.replicate(replication, seed: 1)
        replication += 1
        return (record.size.patients, Int(record.size.events), try record.mean("time.in-system", program))
      }
    }
  }
}

extension RouteBenchmark.Network {
  var file: String { self == .single ? "t01-mm1.yaml" : "t08-tandem.yaml" }
  var name: String { self == .single ? "M/M/1 as a route" : "tandem of five as a route" }
  /// Arrivals an hour.
  var rate: Double { self == .single ? 0.9 : 1 }
  /// The mean time in system, in hours.
  var theory: Double { self == .single ? 10 : 23.907827 }
  /// The asymptotic standard deviation of the mean time in system for one customer, in hours. Of M/M/1 from Poisson's
  /// equation of the birth-death chain (Whitt 1992, doi:10.1287/opre.40.2.279); of the tandem measured in 800 runs of
  /// 20,000 customers, between 80 (stations that know nothing of each other) and 179 (stations that move as one).
  /// `Scripts/benchmarking/theory.py` computes both ends.
  var spread: Double { self == .single ? 190 : 115 }

  /// Four standard errors of the mean of so many customers in a row, as a share of it.
  func tolerance(customers: Int) -> Double { 4 * spread / Double(customers).squareRoot() / theory }
}

extension ReplicationRecord {
  /// The mean of a sample measure that the program has once.
  func mean(_ measure: String, _ program: Program) throws -> Double {
    let layout = program.layout
    guard let slot = layout.slots.first(where: { layout.measures[$0.measure].name == measure }),
      slot.sampleOffset >= 0
    else { throw ValidationError("The program does not report \(measure).") }
    return values[slot.offset] / Double(samples[slot.sampleOffset].count)
  }
}
