import Foundation
import PipelineSimulation
import Quantities
import ResultStore

/// What one run is, after options and the scenario's own defaults.
struct RunRequest: Sendable {
  static let defaultReplications = 100
  static let defaultSeed: UInt64 = 1

  let loaded: LoadedScenario
  var seed: UInt64
  var replications: Int
  let jobs: Int
  let options: ReplicationOptions
  /// The confidence level of the intervals.
  let level: Double
  /// Options that change results, in canonical spelling.
  let canonicalOptions: [String]

  init(_ loaded: LoadedScenario, _ options: RunOptions) {
    self.loaded = loaded
    seed = options.seed ?? loaded.scenario.run.seed ?? Self.defaultSeed
    replications = options.replications ?? loaded.scenario.run.replications ?? Self.defaultReplications
    jobs = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    self.options = options.replicationOptions(loaded.program.clock.tick)
    level = options.level
    canonicalOptions = options.canonicalOptions
  }

  /// The command without `--jobs`, output paths and display flags.
  var command: String {
    var words = [
      "atmpsim", "run", loaded.file, "--replications", String(replications), "--seed", String(seed),
    ]
    for override in loaded.overrides { words += ["--set", override] }
    return CommandLineText.joined(words + canonicalOptions)
  }

  /// Where the run goes unless told otherwise.
  var defaultFolder: String {
    let marks = canonicalOptions.map { $0.hasPrefix("--") ? String($0.dropFirst(2)) : $0 }
    let parts = [loaded.shortName, String(loaded.sha256.prefix(8)), String(seed)] + marks
    return "Runs/" + parts.joined(separator: "-")
  }

  var header: RunHeader {
    RunHeader(
      version: Version.text, title: loaded.scenario.title, file: loaded.file, sha256: loaded.sha256,
      scenarioText: loaded.canonicalText, seed: seed, replications: replications,
      options: canonicalOptions.joined(separator: " "), command: command,
      start: QuantityPrinting.instant(loaded.scenario.start), horizon: loaded.horizon,
      warmUp: QuantityPrinting.timeLength(loaded.scenario.warmUp))
  }
}
