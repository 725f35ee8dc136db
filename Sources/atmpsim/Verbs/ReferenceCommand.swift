import ArgumentParser
import ScenarioFiles

/// `atmpsim reference`: every key of the scenario language.
struct ReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Prints the complete reference of the scenario language in Markdown.",
    discussion: "Example:\n  atmpsim reference | less")

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    guard display.json else {
      display.terminal.result(LanguageReference.text())
      return
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "atmpsim.reference/1")
      writer.member("markdown", LanguageReference.text())
    }
    display.terminal.result(writer.text + "\n")
  }
}
