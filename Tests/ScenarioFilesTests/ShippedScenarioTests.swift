import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct ShippedScenarioTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every scenario of the repository but those that are wrong on purpose, and library routes.
  static let files: [String] = {
    let folder = root.appendingPathComponent("Scenarios").resolvingSymlinksInPath().path
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { file in
      guard file.hasSuffix(".yaml"), !file.hasPrefix("invalid/"), !file.hasPrefix("experiments/") else {
        return false
      }
      let text = (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
      return text.hasPrefix("title:") || text.contains("\ntitle:") || text.contains("extends:")
    }.sorted()
  }()

  @Test("There are scenarios to read")
  func some() { #expect(Self.files.count > 20) }

  @Test("Every shipped scenario is read without a finding, and written as the same value", arguments: files)
  func shipped(file: String) throws {
    let path = Self.root.appendingPathComponent("Scenarios/" + file).path
    let result = ScenarioReader().read(file: path)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    let again = ScenarioReader.read(text: ScenarioWriter.text(of: scenario))
    #expect(again.report().text() == "")
    #expect(again.sha256 == result.sha256)
    if result.library.fileCount == 1 {
      var read = try #require(again.scenario)
      #expect(Set(read.provenance) == Set(scenario.provenance))
      read.provenance = scenario.provenance
      #expect(read == scenario)
    }
  }
}
