import ArgumentParser
import Experiments
import PipelineSimulation
import Reporting

/// `atmpsim run`: simulates a scenario and estimates what a planner asks for.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Simulates a scenario many times and prints estimates.",
    discussion: """
      Examples:
        atmpsim run Scenarios/leiden-lund.yaml
        atmpsim run Scenarios/leiden-lund.yaml --replications 1000 --set horizon='5 y'

      Writes run.sqlite, estimates.json, estimates.csv and report.html to Runs/<scenario>-<hash>-<seed>/. The same \
      command goes on with an interrupted run, and reports a complete one again.
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
  var scenario: String

  @OptionGroup var options: RunOptions
  @OptionGroup var display: DisplayOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The folder for what is written.", valueName: "folder"))
  var output: String?

  @Flag(name: .long, help: "Replaces what is in the way.")
  var force = false

  @Flag(name: .long, help: "Prints the estimates as comma-separated values instead of tables.")
  var csv = false

  @Option(
    name: .long, help: ArgumentHelp("Runs this one replication and writes nothing to disk.", valueName: "n"))
  var replication: Int?

  @Flag(name: .long, help: "With --replication: prints everything that happens in it.")
  var trace = false

  func validate() throws {
    if trace, replication == nil { throw ValidationError("--trace needs --replication") }
    if csv, display.json { throw ValidationError("--csv and --json exclude each other") }
    if options.schedule != nil, replication != nil {
      throw ValidationError(
        "--schedule tells how likely dates are kept, over all replications; leave out --replication, or --schedule"
      )
    }
    if csv, replication != nil { throw ValidationError("--csv and --replication exclude each other") }
    if let replication, replication < 0 { throw ValidationError("--replication counts from 0") }
  }

  func run() async throws {
    try await display.terminal.reporting { terminal in
      let loaded = try LoadedScenario(file: scenario, overrides: options.overrides, on: terminal)
      let request = RunRequest(loaded, options)
      if let replication {
        try SingleReplication(request: request, number: replication, isTraced: trace)
          .run(asJSON: display.json, on: terminal)
      } else {
        try await runAll(request, on: terminal)
      }
    }
  }

  private func runAll(_ request: RunRequest, on terminal: Terminal) async throws {
    let folder = try RunFolder(making: output ?? request.defaultFolder)
    try folder.requireOwn(force: force)
    let experiment = RunExperiment(request: request, file: folder.runFile, force: force, terminal: terminal)
    let work = Task { try await experiment.run() }
    let interruption = Interruption(cancelling: work, on: terminal)
    let result = try await work.value
    interruption.end()
    var input = ReportInput(result.summary, of: request.loaded)
    input.schedule = result.schedule.map(ReportScheduleRow.init)
    try folder.write(HTMLReport.page(input), to: "report.html")
    // One after the other: each of these texts can be large.
    try write(CSVTable.estimates(input).text, to: "estimates.csv", in: folder, printing: csv, on: terminal)
    try write(
      RunJSON.text(of: result.summary), to: "estimates.json", in: folder, printing: display.json, on: terminal
    )
    if options.schedule != nil {
      try folder.write(CSVTable.schedule(input).text, to: "schedule.csv")
    }
    if !csv && !display.json {
      terminal.result(HeadlineText.of(result.summary, size: result.size, input: input))
    }
    for warning in result.summary.warnings { terminal.warn(warning) }
    terminal.note("Report: \(folder.report)")
    if result.isPartial {
      terminal.warn("partial: \(result.summary.outcome); the same command goes on")
      throw ExitStatus.interrupted.error
    }
  }

  private func write(
    _ text: String, to name: String, in folder: RunFolder, printing: Bool, on terminal: Terminal
  ) throws {
    try folder.write(text, to: name)
    if printing { terminal.result(text) }
  }
}
