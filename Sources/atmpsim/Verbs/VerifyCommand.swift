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
        atmpsim verify --coverage

      Closed forms: the 99.9 % interval over at least 30 replications has to contain what theory says, may not be wider \
      than 2 % on either side, and a deliberately wrong model has to be rejected. Schedules, bookings and timelines have \
      to be equal. Exit status 1 when a case fails.

      With --coverage, short experiments with known answers are done thousands of times with fresh seeds. The number of \
      intervals that contain what theory says has to be one that their level explains, and the same judgement has to \
      reject intervals that are a tenth too narrow.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("Only the cases of these names, such as T1; may be repeated.", valueName: "case"))
  var only: [String] = []

  @Flag(
    name: .long,
    help: "How often intervals contain the truth, of the cases C1 to C11; takes minutes.")
  var coverage = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --coverage, how often each experiment is done (default: 4000).", valueName: "n"))
  var repetitions: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --coverage, of how many replications (default: \(RunRequest.defaultReplications)).",
      valueName: "n"))
  var replications: Int?

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
    if !coverage, repetitions != nil || replications != nil {
      throw ValidationError("--repetitions and --replications need --coverage")
    }
    if let repetitions, repetitions < 100 || repetitions > 10_000_000 {
      throw ValidationError("--repetitions must be between 100 and 10000000")
    }
    if let replications, replications < 2 || replications > 1_000_000 {
      throw ValidationError("--replications must be between 2 and 1000000")
    }
    let names = coverage ? CoverageCases.names : VerificationCases.names
    for name in only where !names.contains(name) {
      throw ValidationError("there is no case '\(name)'; there are \(names.joined(separator: ", "))")
    }
  }

  func run() async throws {
    try await display.terminal.reporting { terminal in
      var verifier = Verifier(
        folder: try folder(), jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      verifier.generator = generator.stream
      verifier.freshSeed = freshSeeds ? UInt64.random(in: 1...UInt64(Int64.max)) : seed
      let isOK = try await coverage ? measureCoverage(verifier, terminal) : judge(verifier, terminal)
      if !isOK { throw ExitStatus.checkFailed.error }
    }
  }

  /// Judges every case, and prints the verdicts; whether all hold.
  private func judge(_ verifier: Verifier, _ terminal: Terminal) async throws -> Bool {
    let cases = VerificationCases(only: only)
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
    return rows.allSatisfy(\.isOK)
  }

  /// Counts how often intervals contain the truth, and prints the counts; whether their levels explain all.
  private func measureCoverage(_ verifier: Verifier, _ terminal: Terminal) async throws -> Bool {
    let cases = CoverageCases.named(only)
    let (repetitions, replications) = (
      repetitions ?? CoverageRow.repetitionsToNotice, replications ?? RunRequest.defaultReplications
    )
    let study = verifier.freshSeed ?? RunRequest.defaultSeed
    var progress = ProgressLine("verify", total: cases.count * repetitions, on: terminal)
    var done = 0
    var rows: [CoverageRow] = []
    for one in cases {
      rows.append(
        try await verifier.coverage(
          of: one, repetitions: repetitions, replications: replications, study: study
        ) {
          done += 1
          progress.show(done)
        })
    }
    progress.end()
    let document = CoverageDocument(
      rows: rows, seed: study, generator: generator.rawValue,
      command: coverageCommand(repetitions, replications, study))
    terminal.result(display.json ? document.json : document.text)
    return document.isOK
  }

  private func coverageCommand(_ repetitions: Int, _ replications: Int, _ study: UInt64) -> String {
    let names = only.map { " --only \($0)" }.joined()
    let other = generator == .philox ? "" : " --generator \(generator.rawValue)"
    return "atmpsim verify --coverage\(names) --repetitions \(repetitions) --replications \(replications)"
      + " --seed \(study)\(other)"
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
