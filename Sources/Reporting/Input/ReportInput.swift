import Quantities

/// Everything that a report of one run says: plain values, so that the same input always gives the same bytes.
public struct ReportInput: Hashable, Sendable {
  /// The scenario's title.
  public var title: String
  /// A longer text about the scenario; may be empty.
  public var about: String = ""
  /// How the run was made.
  public var run: ReportRun
  /// Products in the order of the scenario: name and what people call it.
  public var products: [ReportName] = []
  /// Facilities in the order of the scenario.
  public var facilities: [ReportName] = []
  /// What people call other names of scopes, such as resources and roles. A name without one is printed with
  /// spaces in place of hyphens.
  public var labels: [String: String] = [:]
  /// Years that are not whole within warm-up and horizon.
  public var partialYears: Set<Int> = []
  /// The estimates.
  public var estimates: [ReportEstimate] = []
  /// What each measure means, by its name.
  public var definitions: [String: String] = [:]
  /// Facts and assumptions behind the numbers.
  public var notes: [ReportNote] = []
  /// Plans of the first weeks; empty where nobody asked for them.
  public var schedule: [ReportScheduleRow] = []
  /// Sentences that a reader has to see before trusting a number.
  public var warnings: [String] = []

  /// A report with nothing in it yet.
  public init(title: String, run: ReportRun) {
    self.title = title
    self.run = run
  }
}

/// A name of the scenario and what people call it.
public struct ReportName: Hashable, Sendable {
  /// The name in scopes, such as `lund-sus`.
  public var name: String
  /// What people call it.
  public var label: String

  /// A name with its label.
  public init(name: String, label: String) {
    self.name = name
    self.label = label
  }
}

/// How a run was made: what every output has to say. There is no time stamp, so that outputs can be compared.
public struct ReportRun: Hashable, Sendable {
  /// The scenario's file as given on the command line.
  public var file: String
  /// SHA-256 of the scenario, in hexadecimal digits.
  public var scenarioHash: String
  /// The program's version.
  public var version: String
  /// The seed.
  public var seed: UInt64
  /// How many replications were run.
  public var replications: Int
  /// The first simulated day.
  public var start: CivilDate
  /// The day at which the simulation ends.
  public var horizon: CivilDate
  /// What is not counted at the beginning, in days.
  public var warmUpDays: Double
  /// The canonical command.
  public var command: String
  /// How the replications ended, in words; empty when all reached the horizon.
  public var outcome: String

  /// A run's particulars.
  public init(
    file: String, scenarioHash: String, version: String, seed: UInt64, replications: Int, start: CivilDate,
    horizon: CivilDate, warmUpDays: Double = 0, command: String, outcome: String = ""
  ) {
    self.file = file
    self.scenarioHash = scenarioHash
    self.version = version
    self.seed = seed
    self.replications = replications
    self.start = start
    self.horizon = horizon
    self.warmUpDays = warmUpDays
    self.command = command
    self.outcome = outcome
  }
}
