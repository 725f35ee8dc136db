import Foundation
import PipelineModel
import PipelineSimulation
import Quantities
import ResultStore
import ScenarioFiles

/// A scenario that was read, checked and compiled.
struct LoadedScenario: Sendable {
  let file: String
  let scenario: Scenario
  let program: Program
  /// The resolved value as text, and its hash.
  let canonicalText: String
  let sha256: String
  /// The `--set` options it was read with.
  let overrides: [String]
  /// The numbers with a `range:`, in the order of the scenario.
  let ranges: [RangedNumber]
  /// The files that it consists of: itself, what it extends and what it includes.
  let files: [String]

  /// Reads, checks and compiles a scenario; what is found goes to standard error.
  ///
  /// - Throws: `CommandFault.scenarioErrors` where there is an error.
  init(file: String, overrides: [String], on terminal: Terminal) throws {
    let check = CheckedScenario(file: file, overrides: overrides)
    let findings = check.report.text()
    if !findings.isEmpty { terminal.raw(findings) }
    guard let scenario = check.scenario, let program = check.program else {
      throw CommandFault.scenarioErrors(file: file)
    }
    self.file = file
    self.scenario = scenario
    self.program = program
    self.overrides = overrides
    ranges = check.ranges
    files = check.files
    canonicalText = ScenarioWriter.text(of: scenario)
    sha256 = ScenarioWriter.digest(of: scenario)
  }

  /// The scenario that a run file holds, or nil where this version cannot read it.
  init?(stored header: RunHeader) {
    guard let scenario = ScenarioReader.read(text: header.scenarioText, name: header.file).scenario,
      let program = try? Program(compiling: scenario)
    else { return nil }
    file = header.file
    self.scenario = scenario
    self.program = program
    overrides = []
    ranges = []
    files = []
    canonicalText = header.scenarioText
    sha256 = header.sha256
  }

  /// The name of the file without folder and ending, for folders of runs.
  var shortName: String {
    let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    return name.isEmpty || name == "-" ? "scenario" : name
  }

  /// The horizon in civil time of the first site.
  var horizon: String { QuantityPrinting.instant(program.clock.civil(at: program.horizon)) }
}

/// Everything that can be said about a scenario without running it.
struct CheckedScenario {
  let report: DiagnosticReport
  /// The scenario and its program; nil where there is an error.
  let scenario: Scenario?
  let program: Program?
  /// The numbers with a `range:`, in the order of the scenario.
  let ranges: [RangedNumber]
  /// The files that it consists of.
  let files: [String]

  init(file: String, overrides: [String]) {
    let check = ScenarioCheck.check(file: file, overrides: overrides)
    ranges = check.ranges
    files = check.files
    guard let scenario = check.scenario else {
      report = check.report
      self.scenario = nil
      program = nil
      return
    }
    do throws(CompileFault) {
      let program = try Program(compiling: scenario)
      self.program = program
      self.scenario = scenario
      report = check.report(
        warning: program.unbookableStarts().map { start in
          let at = start.facility.map { " at \($0)" } ?? ""
          return (
            "products/\(start.product)/slots",
            "no start of '\(start.product)' can ever be booked\(at): \(start.reason)"
          )
        })
    } catch {
      program = nil
      self.scenario = nil
      report = check.report(refusing: ([error] + error.further).map { ($0.path, $0.message) })
    }
  }
}
