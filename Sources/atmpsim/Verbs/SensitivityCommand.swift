import ArgumentParser
import Experiments
import PipelineSimulation
import Reporting
import ScenarioFiles

/// `atmpsim sensitivity`: each number that has a range at both of its ends, one at a time.
struct SensitivityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Puts every number that has a range at both ends of it, one at a time, and reports what moves.",
    discussion: """
      Examples:
        atmpsim sensitivity Scenarios/leiden-lund.yaml
        atmpsim sensitivity Scenarios/leiden-lund.yaml --only training --measure staff.qualified,role=operator,year=2031

      It runs the scenario once as it stands and twice for each range, with the same randomness; differences are \
      paired. Writes sensitivity.json, sensitivity.csv and sensitivity.html to Runs/sensitivity-<scenario>-<hash>-<seed>/. \
      What it shows follows from the ranges that the scenario gives; it is no finding.
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
  var scenario: String

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A figure to look at: a measure, and what of it; may be repeated (default: patients.treated and, where there is "
        + "training, staff.qualified of the roles that it feeds).",
      valueName: "name[,key=value…]"))
  var measure: [String] = []

  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only numbers at or below this path, such as 'training'; may be repeated.", valueName: "path"))
  var only: [String] = []

  @OptionGroup var options: RunOptions
  @OptionGroup var display: DisplayOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The folder for what is written.", valueName: "folder"))
  var output: String?

  @Flag(name: .long, help: "Replaces what is in the way.")
  var force = false

  @Flag(name: .long, help: "Prints the differences as comma-separated values instead of tables.")
  var csv = false

  func validate() throws {
    if csv, display.json { throw ValidationError("--csv and --json exclude each other") }
    if options.schedule != nil {
      throw ValidationError("--schedule is of one run: 'atmpsim run' has it")
    }
    for text in measure { _ = try FigureRequest(text) }
  }

  func run() async throws {
    try await display.terminal.reporting { terminal in
      let loaded = try LoadedScenario(file: scenario, overrides: options.overrides, on: terminal)
      let request = RunRequest(loaded, options)
      let figures =
        measure.isEmpty
        ? DefaultFigures.of(loaded)
        : try measure.map { try FigureRequest($0).figure(in: loaded.program.layout) }
      if figures.isEmpty { throw CommandFault.nothingToLookAt(file: loaded.file) }
      let study = SensitivityStudy(
        request: request, figures: figures, numbers: try chosen(from: loaded), terminal: terminal)
      let work = Task { try await study.run() }
      let interruption = Interruption(cancelling: work, keeps: false, on: terminal)
      let result = try await work.value
      interruption.end()
      guard let result, !result.numbers.isEmpty else {
        terminal.warn("interrupted: no range was complete, so nothing was compared")
        throw ExitStatus.interrupted.error
      }
      try write(SensitivityDocument(request, study, result, measures: measure, only: only), on: terminal)
      if result.numbers.count < study.numbers.count {
        terminal.warn(
          "interrupted: \(result.numbers.count) of \(study.numbers.count) ranges are complete, and were reported"
        )
        throw ExitStatus.interrupted.error
      }
    }
  }

  private func chosen(from loaded: LoadedScenario) throws -> [RangedNumber] {
    let prefixes = only.map { $0.split(separator: ".").joined(separator: ".") }
    let chosen = loaded.ranges.filter { number in
      prefixes.isEmpty || prefixes.contains { number.isBelow($0) }
    }
    guard chosen.isEmpty else { return chosen }
    throw CommandFault.nothingToVary(file: loaded.file, only: only)
  }

  private func write(_ document: SensitivityDocument, on terminal: Terminal) throws {
    let folder = try RunFolder(making: output ?? document.defaultFolder)
    try folder.requireOwnDocument("sensitivity", force: force)
    let table = SensitivityTables.csv(document.input).text
    try folder.write(document.json, to: "sensitivity.json")
    try folder.write(table, to: "sensitivity.csv")
    try folder.write(SensitivityReport.page(document.input), to: "sensitivity.html")
    terminal.result(display.json ? document.json : csv ? table : SensitivityTables.text(document.input))
    for warning in document.input.scenario.warnings { terminal.warn(warning) }
    terminal.note("Report: \(folder.path)/sensitivity.html")
  }
}
