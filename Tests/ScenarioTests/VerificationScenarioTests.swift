import Foundation
import ScenarioFiles
import Testing

@Suite struct VerificationScenarioTests {
  static let folder = InvalidScenarioTests.folder.deletingLastPathComponent()
    .appendingPathComponent("verification")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test("The rules find nothing wrong with the models whose answers are known", arguments: files)
  func sound(file: String) throws {
    let check = ScenarioCheck.check(file: Self.folder.appendingPathComponent(file).path)
    // Entities that circulate for ever are what a closed network is.
    let isClosed = ["f01-closed-cycle.yaml", "f08-cycle-of-two.yaml"].contains(file)
    #expect(check.report.diagnostics.count == (isClosed ? 1 : 0), "\(check.report.text())")
    if isClosed { #expect(check.report.text().contains("stays in a loop until the horizon")) }
    _ = try #require(check.scenario)
  }

  @Test("There are such models")
  func thereAreFiles() { #expect(Self.files.count >= 50) }
}
