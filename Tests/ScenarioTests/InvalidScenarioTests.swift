import Foundation
import ScenarioFiles
import Testing

@Suite struct InvalidScenarioTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scenarios/invalid")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") && $0.first?.isNumber == true }.sorted()

  @Test("There is a file for every kind of mistake")
  func thereAreFiles() {
    #expect(Self.files.count >= 100)
  }

  @Test("Every invalid scenario prints its expected message, and has one", arguments: files)
  func expectedMessage(file: String) throws {
    let expected = try String(
      contentsOf: Self.folder.appendingPathComponent(String(file.dropLast(5)) + ".expected"), encoding: .utf8)
    let check = ScenarioCheck.check(file: file, files: Self.texts)
    let lines = check.report.diagnostics.map {
      "\($0.mark.file):\($0.mark.line):\($0.mark.column): \($0.severity): \($0.sentence)\n"
    }
    #expect(lines.joined() == expected)
    #expect(!lines.isEmpty)
  }

  @Test("What is expected as an error is not accepted, and what is expected as a warning is", arguments: files)
  func acceptance(file: String) throws {
    let expected = try String(
      contentsOf: Self.folder.appendingPathComponent(String(file.dropLast(5)) + ".expected"), encoding: .utf8)
    let check = ScenarioCheck.check(file: file, files: Self.texts)
    let isRefused = check.scenario == nil
    #expect(isRefused == expected.contains(": error: "))
  }

  /// The files of the folder under their names alone, as the messages show them.
  static let texts: SourceFiles = {
    var texts: [String: String] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) else {
        continue
      }
      texts[name] = String(data: data, encoding: .utf8)
    }
    return .memory(texts)
  }()
}
