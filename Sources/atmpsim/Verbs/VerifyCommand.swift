import ArgumentParser
import Foundation
import Randomness
import Verification

/// `atmpsim verify`: the scenarios with known answers, judged against theory.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Runs the scenarios with known answers and judges them against theory.",
    discussion: """
      Examples:
        atmpsim verify
        atmpsim verify --only T1 --fresh-seeds

      Closed forms: the 99.9 % interval over at least 30 replications has to contain what theory says, may not be wider \
      than 2 % on either side, and a deliberately wrong model has to be rejected. Schedules, bookings and timelines have \
      to be equal. Exit status 1 when a case fails.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("Only the cases of these names, such as T1; may be repeated.", valueName: "case"))
  var only: [String] = []

  @Flag(
    name: .long,
    help: """
      A seed that nobody knew before, printed with the result. A figure in a thousand misses by chance: a case that \
      misses is run once more, four times as long, and fails if it misses again.
      """)
  var freshSeeds = false

  @Option(name: .long, help: ArgumentHelp("The seed of all cases in place of their own.", valueName: "n"))
  var seed: UInt64?

  @Option(
    name: .long,
    help: ArgumentHelp("'philox', or 'mt19937' to show that nothing depends on it.", valueName: "name"))
  var generator = Generator.philox

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of the scenarios (default: Scenarios/verification here or above).", valueName: "folder"))
  var scenarios: String?

  @Option(
    name: .long, help: ArgumentHelp("How many replications run at once (default: all cores).", valueName: "n")
  )
  var jobs: Int?

  @OptionGroup var display: DisplayOptions

  /// What `--generator` accepts.
  enum Generator: String, ExpressibleByArgument, CaseIterable {
    case philox, mt19937

    var stream: StreamGenerator { self == .philox ? .philox : .mersenneTwister }
  }

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 4_096 { throw ValidationError("--jobs must be between 1 and 4096") }
    if freshSeeds, seed != nil { throw ValidationError("--fresh-seeds and --seed exclude each other") }
    let names = Set(VerificationCases.names)
    for name in only where !names.contains(name) {
      throw ValidationError(
        "there is no case '\(name)'; there are \(VerificationCases.names.joined(separator: ", "))")
    }
  }

  func run() async throws {
    try await display.terminal.reporting { terminal in
      let cases = VerificationCases(only: only)
      var verifier = Verifier(
        folder: try folder(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      verifier.generator = generator.stream
      verifier.freshSeed = freshSeeds ? UInt64.random(in: 1...UInt64(Int64.max)) : seed
      var progress = ProgressLine("verify", total: cases.count, on: terminal)
      var done = 0
      var rows: [VerdictRow] = []
      for one in cases.all {
        rows += try await verifier.verdicts(on: one)
        done += 1
        progress.show(done)
      }
      progress.end()
      let document = VerificationDocument(rows: rows, seed: verifier.freshSeed, generator: generator.rawValue)
      terminal.result(display.json ? document.json : document.text)
      if rows.contains(where: { !$0.isOK }) { throw ExitStatus.checkFailed.error }
    }
  }

  /// The given folder, or the first `Scenarios/verification` in the working folder, beside the program, or above either.
  private func folder() throws -> String {
    if let scenarios { return scenarios }
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for start in [URL(fileURLWithPath: FileManager.default.currentDirectoryPath), program] {
      var folder = start
      while true {
        let candidate = folder.appendingPathComponent("Scenarios/verification").path
        if FileManager.default.fileExists(atPath: candidate) { return candidate }
        if folder.path == "/" { break }
        folder.deleteLastPathComponent()
      }
    }
    throw CommandFault.noScenariosToVerify
  }
}
