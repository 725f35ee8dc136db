import ArgumentParser
import ScenarioFiles

/// `atmpsim schema`: the JSON Schema of scenario files, for editors.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of scenario files.",
    discussion: "Example:\n  atmpsim schema > scenario.schema.json")

  @OptionGroup var display: DisplayOptions

  func run() async throws { display.terminal.result(JSONSchema.text()) }
}
