import Foundation

/// A program run as a user runs it, in another process, from the root of the repository.
enum OtherProgram {
  /// What came of one run of a program.
  struct Outcome {
    var status: Int32
    var output: String
  }

  /// The root of the repository.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// `atmpsim`, beside the tests in the build folder.
  static var atmpsim: URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("atmpsim")
  }

  /// Finds a program where the shell would.
  static let environment = URL(fileURLWithPath: "/usr/bin/env")

  /// Whether this machine can run the script: Python 3.9 or later, with PyYAML and time zones.
  static var runsPython: Bool {
    let check =
      "import sys, yaml, zoneinfo; zoneinfo.ZoneInfo('Europe/Stockholm'); sys.exit(sys.version_info < (3, 9))"
    return (try? run(environment, ["python3", "-c", check]))?.status == 0
  }

  /// Runs a program and waits for its end.
  static func run(_ program: URL, _ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = root
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("timeline-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: try String(contentsOf: file, encoding: .utf8))
  }
}
