import Foundation

/// The command-line program as a user runs it: a process of its own.
enum BuiltProgram {
  /// A run that ended with an exit status other than 0, and what it said.
  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs the program that lies beside the tests in the build folder, and gives its standard output.
  static func output(_ arguments: [String]) throws -> Data {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("atmpsim")
    process.arguments = arguments
    let (output, errors) = (Pipe(), temporaryFile())
    defer { try? FileManager.default.removeItem(at: errors) }
    try Data().write(to: errors)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = try String(contentsOf: errors, encoding: .utf8)
      throw Failed(
        description:
          "atmpsim \(arguments.joined(separator: " ")): status \(process.terminationStatus)\n\(said)")
    }
    return data
  }

  private static func temporaryFile() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("atmpsim-\(UUID().uuidString).txt")
  }
}
