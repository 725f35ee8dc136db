import ArgumentParser
import ScenarioFiles

/// `atmpsim validate`: everything that is wrong with scenarios, at once.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks scenario and library files and reports all problems at once.",
    discussion: "Examples:\n  atmpsim validate Scenarios/*.yaml\n  atmpsim validate --json mine.yaml")

  @Argument(help: ArgumentHelp("Scenario files.", valueName: "scenario"))
  var scenarios: [String]

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Changes one value of the scenarios; may be repeated.", valueName: "path=value"))
  var overrides: [String] = []

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    let terminal = display.terminal
    var writer = JSONWriter()
    var failed = 0
    let checks = scenarios.lazy.map { file -> (String, DiagnosticReport, String?) in
      guard let library = LibraryFile.ifLibrary(file) else {
        return (file, CheckedScenario(file: file, overrides: overrides).report, nil)
      }
      return (file, library.report, LibraryDescription(library)?.summary ?? "")
    }
    writer.object { writer in
      writer.member("schema", "atmpsim.validate/1")
      writer.key("files")
      writer.array { writer in
        for (file, report, library) in checks {
          if report.hasErrors { failed += 1 }
          writer.element()
          Self.write(file, report, isLibrary: library != nil, to: &writer)
          if display.json { continue }
          terminal.result(report.text())
          if !report.hasErrors { terminal.result("\(file): ok\(library.map { ", \($0)" } ?? "")\n") }
        }
      }
    }
    if display.json { terminal.result(writer.text + "\n") }
    if failed > 0 { throw ExitStatus.checkFailed.error }
  }

  private static func write(
    _ file: String, _ report: DiagnosticReport, isLibrary: Bool, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("file", file)
      writer.member("kind", isLibrary ? "library" : "scenario")
      writer.member("ok", !report.hasErrors)
      writer.key("diagnostics")
      writer.array { writer in
        for diagnostic in report.diagnostics {
          writer.element()
          writer.object { writer in
            writer.member("file", diagnostic.mark.file)
            writer.member("line", diagnostic.mark.line)
            writer.member("column", diagnostic.mark.column)
            writer.member("severity", diagnostic.severity.rawValue)
            writer.member("message", diagnostic.sentence)
          }
        }
      }
    }
  }
}
