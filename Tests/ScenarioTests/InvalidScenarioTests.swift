import Foundation
import ScenarioFiles
import Testing

@Suite struct InvalidScenarioTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scenarios/invalid")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test("There is a file for every kind of mistake")
  func thereAreFiles() {
    #expect(Self.files.count >= 120)
  }

  @Test("Every invalid scenario prints its expected message", arguments: files)
  func expectedMessage(file: String) throws {
    let expected = try Self.expected(file)
    #expect(Self.check(file).messages == expected)
    #expect(!expected.isEmpty)
  }

  @Test("What is expected to be an error is refused, and only that", arguments: files)
  func acceptance(file: String) throws {
    let isRefused = Self.check(file).check.scenario == nil
    #expect(try isRefused == Self.expected(file).contains(": error: "))
  }

  /// The check of a file and its messages, in which files are named as seen from their folder.
  static func check(_ file: String) -> (check: ScenarioCheck, messages: String) {
    let check = ScenarioCheck.check(file: folder.appendingPathComponent(file).path)
    let lines = check.report.diagnostics.map {
      "\($0.mark.file):\($0.mark.line):\($0.mark.column): \($0.severity): \($0.sentence)\n"
    }
    return (check, lines.joined().replacingOccurrences(of: folder.path + "/", with: ""))
  }

  static func expected(_ file: String) throws -> String {
    try String(
      contentsOf: folder.appendingPathComponent(String(file.dropLast(5)) + ".expected"), encoding: .utf8)
  }
}
