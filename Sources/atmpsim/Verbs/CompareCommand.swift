import ArgumentParser
import Experiments
import Foundation
import PipelineSimulation
import Reporting

/// `atmpsim compare`: scenarios side by side under common random numbers.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Runs scenarios with the same randomness and reports paired differences.",
    discussion: """
      Example:
        atmpsim compare Scenarios/leiden-lund.yaml Scenarios/lund-as-opened.yaml

      The scenario that all others extend is the one that they are compared with, or else the first. Differences are \
      other minus that one; their 95 % \
      intervals are of paired replications.
      """)

  @Argument(help: ArgumentHelp("Two scenario files or more.", valueName: "scenario"))
  var scenarios: [String]

  @OptionGroup var options: RunOptions
  @OptionGroup var display: DisplayOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The folder for what is written.", valueName: "folder"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "In which years of the run people, patients and money are compared; the first calendar year is 1.",
      valueName: "years"))
  var years = YearList(numbers: YearList.usual)

  @Flag(name: .long, help: "Replaces what is in the way.")
  var force = false

  func validate() throws {
    if scenarios.count < 2 { throw ValidationError("compare needs two scenarios or more") }
  }

  func run() async throws {
    try await display.terminal.reporting { terminal in
      let loaded = Self.withBaseFirst(
        try scenarios.map {
          try LoadedScenario(file: $0, overrides: options.overrides, on: terminal)
        })
      let requests = Self.alike(loaded.map { RunRequest($0, options) })
      let work = Task { try await Self.results(requests, on: terminal) }
      let interruption = Interruption(cancelling: work, keeps: false, on: terminal)
      let results = try await work.value
      interruption.end()
      guard !results.contains(where: \.isPartial), results.count == requests.count else {
        terminal.warn("interrupted: the scenarios have not the same replications, so nothing was compared")
        throw ExitStatus.interrupted.error
      }
      let document = await ComparisonDocument(requests, results, years: years.numbers)
      let json = document.json
      let folder = try RunFolder(making: output ?? document.defaultFolder)
      try folder.requireOwnDocument("compare", force: force)
      try folder.write(json, to: "compare.json")
      try folder.write(ComparisonTables.csv(document.input).text, to: "compare.csv")
      try folder.write(ComparisonReport.page(document.input), to: "compare.html")
      terminal.result(display.json ? json : document.text)
      terminal.note("Report: \(folder.path)/compare.html")
    }
  }

  /// The one that all others extend comes first, so that `Scenarios/training-*.yaml` compares with what they build on;
  /// otherwise the order is that of the command line.
  static func withBaseFirst(_ loaded: [LoadedScenario]) -> [LoadedScenario] {
    func path(_ file: String) -> String { URL(fileURLWithPath: file).resolvingSymlinksInPath().path }
    let files = loaded.map { Set($0.files.map(path)) }
    let base = loaded.indices.first { base in
      loaded.indices.allSatisfy { place in
        place == base || files[place].contains(path(loaded[base].file))
      }
    }
    guard let base else { return loaded }
    return [loaded[base]] + loaded.indices.filter { $0 != base }.map { loaded[$0] }
  }

  /// The requests with the seed and the number of replications of the first, so that replications pair.
  private static func alike(_ requests: [RunRequest]) -> [RunRequest] {
    requests.map { request in
      var request = request
      request.seed = requests[0].seed
      request.replications = requests[0].replications
      return request
    }
  }

  private static func results(_ requests: [RunRequest], on terminal: Terminal) async throws -> [RunExperiment
    .Result]
  {
    var results: [RunExperiment.Result] = []
    for request in requests where !Task.isCancelled {
      results.append(
        try await RunExperiment(
          request: request, file: nil, force: false, terminal: terminal, keepsColumns: true
        ).run())
    }
    return results
  }
}
