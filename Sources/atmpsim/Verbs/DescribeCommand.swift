import ArgumentParser
import PipelineModel
import Quantities

/// `atmpsim describe`: a scenario in words, as it was understood.
struct DescribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Says in words how a scenario was understood.",
    discussion: "Example:\n  atmpsim describe Scenarios/leiden-lund.yaml")

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
  var scenario: String

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    try await display.terminal.reporting { terminal in
      let loaded = try LoadedScenario(file: scenario, overrides: [], on: terminal)
      let description = ScenarioDescription(loaded)
      terminal.result(display.json ? description.json : description.text)
    }
  }
}
