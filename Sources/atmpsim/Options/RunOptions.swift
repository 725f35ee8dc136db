import ArgumentParser
import PipelineSimulation
import Quantities

/// What decides the numbers of a run, beside the scenario itself.
struct RunOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many independent replications (default: the scenario's, else 100).", valueName: "n"))
  var replications: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("The seed of all randomness (default: the scenario's, else 1).", valueName: "n"))
  var seed: UInt64?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many replications run at the same time; results do not depend on it (default: all cores).",
      valueName: "n"))
  var jobs: Int?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Changes one value of the scenario; may be repeated.", valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "'median': every duration at its median, every branch on its likelier arm.", valueName: "what"))
  var fixed: FixedValues?

  @Option(
    name: .customLong("max-events"),
    help: ArgumentHelp("Ends a replication after so many events (default: 1000000000).", valueName: "n"))
  var maximumEvents: UInt64?

  @Option(
    name: .long,
    help: ArgumentHelp("The confidence level of the intervals (default: 0.95).", valueName: "share"))
  var level = 0.95

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Plans of so many weeks from the start on, and how likely they are kept, such as '8wk'.",
      valueName: "length"),
    transform: ScheduleWindow.init)
  var schedule: ScheduleWindow?

  /// What `--fixed` accepts.
  enum FixedValues: String, ExpressibleByArgument, CaseIterable {
    case median
  }

  func validate() throws {
    if let replications, replications < 1 || replications > 1_000_000 {
      throw ValidationError("--replications must be between 1 and 1000000")
    }
    if let jobs, jobs < 1 || jobs > 4_096 { throw ValidationError("--jobs must be between 1 and 4096") }
    if let maximumEvents, maximumEvents < 1 { throw ValidationError("--max-events must be at least 1") }
    if !(0.5..<1 ~= level) { throw ValidationError("--level must be at least 0.5 and below 1, such as 0.99") }
    for text in overrides where text.firstIndex(of: "=").map({ $0 == text.startIndex }) ?? true {
      throw ValidationError("--set needs a path and a value, such as --set horizon='5 y'; found '\(text)'")
    }
  }

  /// How each replication is run.
  func replicationOptions(_ tick: TickLength = .standard) -> ReplicationOptions {
    var options = ReplicationOptions()
    if fixed == .median { options.fixedAtMedian = true }
    if let maximumEvents { options.maximumEvents = maximumEvents }
    options.schedule = schedule?.span(tick)
    return options
  }

  /// The options that change results although scenario and seed are the same, in canonical spelling.
  var canonicalOptions: [String] {
    var options: [String] = []
    if let fixed { options += ["--fixed", fixed.rawValue] }
    if let maximumEvents { options += ["--max-events", String(maximumEvents)] }
    if let schedule { options += ["--schedule", schedule.written] }
    if level != 0.95 { options += ["--level", "\(level)"] }
    return options
  }
}
