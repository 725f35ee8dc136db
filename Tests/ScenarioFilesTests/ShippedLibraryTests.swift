import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct ShippedLibraryTests {
  static let files: [String] = {
    let folder = ShippedScenarioTests.root.appendingPathComponent("Scenarios/library").path
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".yaml") && $0 != "all-routes.yaml" }.sorted()
  }()

  @Test("There are library files to read")
  func some() { #expect(Self.files.count >= 21) }

  @Test(
    "Every shipped library file stands by itself, all defaults given, no name as mere text", arguments: files)
  func shipped(file: String) throws {
    let path = ShippedScenarioTests.root.appendingPathComponent("Scenarios/library/" + file).path
    #expect(LibraryFile.isLibrary(path))
    let library = LibraryFile.check(file: path)
    #expect(library.report.text() == "")
    #expect(library.standIns.isEmpty)
    #expect(try !#require(library.route).isEmpty)
    for parameter in library.parameters {
      #expect(!parameter.meaning.isEmpty, "\(parameter.name)")
      #expect(
        parameter.kind != "text" || parameter.standard?.contains("before booked") == true, "\(parameter.name)"
      )
    }
  }
}
