import ArgumentParser
import Foundation
import PipelineModel
import Reporting
import ScenarioFiles

/// `atmpsim describe`: a scenario or a library file in words, as it was understood, and as a page with pictures.
struct DescribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Says in words how a scenario or a library file was understood, or draws its routes.",
    discussion: """
      Examples:
        atmpsim describe Scenarios/leiden-lund.yaml
        atmpsim describe Scenarios/library/car-t.yaml --html car-t.html
      """)

  @Argument(help: ArgumentHelp("The scenario file, or a library file.", valueName: "scenario"))
  var scenario: String

  @Option(
    name: .long,
    help: ArgumentHelp("Writes a page with a picture of every route instead.", valueName: "file"))
  var html: String?

  @Flag(name: .long, help: "Replaces what is in the way of --html.")
  var force = false

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    try await display.terminal.reporting { terminal in
      if let library = LibraryFile.ifLibrary(scenario) {
        terminal.raw(library.report.text())
        guard let description = LibraryDescription(library) else {
          throw CommandFault.unreadableLibrary(file: scenario)
        }
        try say(description.text, description.json, description.page, on: terminal)
      } else {
        let loaded = try LoadedScenario(file: scenario, overrides: [], on: terminal)
        let description = ScenarioDescription(loaded)
        try say(description.text, description.json, description.page, on: terminal)
      }
    }
  }

  private func say(
    _ text: @autoclosure () -> String, _ json: @autoclosure () -> String,
    _ page: @autoclosure () -> RoutePage,
    on terminal: Terminal
  ) throws {
    if let html {
      if let page = try? Data(contentsOf: URL(fileURLWithPath: html)) {
        if !force { throw CommandFault.pageInTheWay(path: html) }
        guard
          page.isEmpty || String(decoding: page.prefix(15), as: UTF8.self).lowercased() == "<!doctype html>"
        else {
          throw CommandFault.otherFileInTheWay(path: html)
        }
      }
      do {
        try Data(page().text.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
      } catch {
        throw CommandFault.notWritten(path: html, reason: error.localizedDescription)
      }
      terminal.note("Wrote \(html)")
    }
    if display.json {
      terminal.result(json())
    } else if html == nil {
      terminal.result(text())
    }
  }
}
