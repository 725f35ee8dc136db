import ArgumentParser
import Experiments
import Foundation
import PipelineModel
import Reporting
import ResultStore

/// `atmpsim report`: the estimates of a finished run again, without running anything.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Prints a finished run again.",
    discussion: "Example:\n  atmpsim report Runs/leiden-lund-1f3a9c20-1")

  @Argument(help: ArgumentHelp("The folder of a run, or its run.sqlite.", valueName: "run"))
  var run: String

  @OptionGroup var display: DisplayOptions

  func run() async throws {
    try await display.terminal.reporting { terminal in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: run, isDirectory: &isFolder)
      let path = isThere && isFolder.boolValue ? (run as NSString).appendingPathComponent("run.sqlite") : run
      let file = try RunFile(reading: path)
      guard file.state != .unfinished else { throw CommandFault.unfinishedRun(path: path) }
      let summary = RunSummary(
        header: file.header, outcome: try file.outcome(), warnings: try file.warnings(),
        table: try file.estimates())
      if display.json {
        terminal.result(RunJSON.text(of: summary))
        return
      }
      guard let loaded = LoadedScenario(stored: file.header) else {
        terminal.result(HeadlineText.of(summary, size: nil, input: nil))
        terminal.warn("this version cannot read the run's scenario; the report was not written again")
        return
      }
      var input = ReportInput(summary, of: loaded)
      var tally = ScheduleTally(of: loaded.program)
      try file.schedules { tally.append($0) }
      input.schedule = tally.rows.map(ReportScheduleRow.init)
      terminal.result(HeadlineText.of(summary, size: nil, input: input))
      let folder = try RunFolder(making: (path as NSString).deletingLastPathComponent)
      try folder.write(HTMLReport.page(input), to: "report.html")
      if !input.schedule.isEmpty {
        try folder.write(CSVTable.schedule(input).text, to: "schedule.csv")
      }
      terminal.note("Report: \(folder.report)")
    }
  }
}
