import PipelineSimulation

/// What a run file says about its run, apart from the results.
public struct RunHeader: Hashable, Sendable {
  /// The version of atmpsim that made it.
  public var version: String
  /// The scenario's title.
  public var title: String
  /// The scenario's file, as it was named.
  public var file: String
  /// The SHA-256 of the resolved scenario, in hexadecimal.
  public var sha256: String
  /// The resolved scenario as canonical text.
  public var scenarioText: String
  /// The seed.
  public var seed: UInt64
  /// How many replications were asked for.
  public var replications: Int
  /// The options that change results, in canonical spelling; empty for the ordinary ones.
  public var options: String
  /// The canonical command: without `--jobs`, output paths and display flags.
  public var command: String
  /// The instant at which the clock reads zero, in civil time.
  public var start: String
  /// The horizon, in civil time.
  public var horizon: String
  /// The end of the warm-up, in civil time; equal to the start where there is none.
  public var warmUp: String

  /// A header.
  public init(
    version: String, title: String, file: String, sha256: String, scenarioText: String, seed: UInt64,
    replications: Int, options: String, command: String, start: String, horizon: String, warmUp: String
  ) {
    self.version = version
    self.title = title
    self.file = file
    self.sha256 = sha256
    self.scenarioText = scenarioText
    self.seed = seed
    self.replications = replications
    self.options = options
    self.command = command
    self.start = start
    self.horizon = horizon
    self.warmUp = warmUp
  }

  /// What differs between two runs so that one cannot continue the other, in words; empty when it can.
  public func differences(from other: RunHeader) -> [String] {
    var differences: [String] = []
    if sha256 != other.sha256 { differences.append("another scenario") }
    if seed != other.seed { differences.append("seed \(other.seed) instead of \(seed)") }
    if version != other.version {
      differences.append("atmpsim \(other.version) instead of \(version)")
    }
    if options != other.options { differences.append("other options") }
    return differences
  }

  /// The header as keys and values, in the order in which they are stored.
  var entries: [(String, String)] {
    [
      ("version", version), ("title", title), ("file", file), ("sha256", sha256), ("seed", String(seed)),
      ("replications", String(replications)), ("options", options), ("command", command), ("start", start),
      ("horizon", horizon), ("warmUp", warmUp), ("scenario", scenarioText),
    ]
  }

  /// A header from stored keys and values, or nil when one is missing.
  init?(entries: [String: String]) {
    guard let version = entries["version"], let title = entries["title"], let file = entries["file"],
      let sha256 = entries["sha256"], let seed = entries["seed"].flatMap(UInt64.init),
      let replications = entries["replications"].flatMap(Int.init), let options = entries["options"],
      let command = entries["command"], let start = entries["start"], let horizon = entries["horizon"],
      let warmUp = entries["warmUp"], let text = entries["scenario"]
    else { return nil }
    self.init(
      version: version, title: title, file: file, sha256: sha256, scenarioText: text, seed: seed,
      replications: replications, options: options, command: command, start: start, horizon: horizon,
      warmUp: warmUp)
  }
}
