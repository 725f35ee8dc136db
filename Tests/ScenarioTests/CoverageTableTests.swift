import Foundation
import Testing

/// `Scenarios/COVERAGE.md` says which file and which test stand for a rule of the field. Names in it have to be there.
@Suite("The table of what of the field is where") struct CoverageTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var cells: [String]
    var testDescription: String { cells[0] }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let rows: [Row] = {
    let text =
      (try? String(contentsOf: root.appendingPathComponent("Scenarios/COVERAGE.md"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      Row(cells: line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
    }.filter { $0.cells.first != "row" }
  }()

  @Test("There is a row for every rule of the field, as far as it can be said")
  func thereAreRows() { #expect(Self.rows.count >= 50) }

  @Test("Every row names a file that is there, and an entry that is in it", arguments: rows)
  func files(row: Row) throws {
    try #require(row.cells.count == 3)
    for place in row.cells[1].split(separator: ";") {
      let parts = place.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      let names = Self.quoted(parts[0])
      try #require(!names.isEmpty, "a file in backticks")
      let texts = try names.flatMap(Self.texts)
      #expect(!texts.isEmpty, "\(parts[0])")
      if parts.count == 1 || parts[0].hasSuffix("/`") { continue }
      for entry in Self.entries(parts[1]) {
        #expect(texts.contains { $0.contains(entry) }, "'\(entry)' in \(parts[0])")
      }
    }
  }

  @Test("Every row names a test or a case that is there", arguments: rows)
  func tests(row: Row) throws {
    try #require(row.cells.count == 3)
    let suites = Self.quoted(row.cells[2])
    for name in suites { #expect(Self.testNames.contains(name), "a suite called \(name)") }
    var cases = 0
    for name in row.cells[2].matches(of: /\b([BFST])(\d{1,2})\b/) {
      cases += 1
      let number = Int(name.output.2) ?? 0
      let prefix = name.output.1.lowercased() + (number < 10 ? "0" : "") + "\(number)-"
      #expect(Self.cases.contains { $0.hasPrefix(prefix) }, "\(name.output.0)")
    }
    #expect(!suites.isEmpty || cases > 0, "a row that nothing holds")
  }

  @Test("Every suite that a row names has tests")
  func suitesHaveTests() throws {
    let named = Set(Self.rows.flatMap { Self.quoted($0.cells[2]) })
    #expect(named.count > 30)
    for name in named.sorted() {
      let file = try #require(
        Self.testFiles.first { ($0 as NSString).lastPathComponent == name + ".swift" }, "\(name)")
      let text = try String(contentsOf: Self.root.appendingPathComponent("Tests/" + file), encoding: .utf8)
      #expect(text.contains("@Test"), "\(name)")
    }
  }

  @Test("Nothing that stands in a row is said not to be there yet")
  func notYet() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("Scenarios/COVERAGE.md"), encoding: .utf8)
    let end = try #require(text.range(of: "## Not yet"))
    #expect(!text[..<end.lowerBound].contains("| – |"))
    #expect(text[end.upperBound...].contains("·"))
  }

  private static func quoted(_ text: String) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.output.1) }
  }

  /// `a, b uses a room (why)`, `a … b`: names of entries, without what is said about them.
  private static func entries(_ text: String) -> [String] {
    text.replacing(/\([^)]*\)/, with: "").replacing("…", with: ",").split(separator: ",").map { part in
      let name = part.split(separator: " uses ").first.map(String.init) ?? ""
      return name.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "`")))
    }.filter { !$0.isEmpty }
  }

  /// The texts of the files that a name stands for: a file, a folder, or a name with a star in it.
  private static func texts(_ name: String) throws -> [String] {
    let scenarios = root.appendingPathComponent("Scenarios")
    if name.hasSuffix("/") || !name.contains("*") {
      let url = scenarios.appendingPathComponent(name)
      if name.hasSuffix("/") { return FileManager.default.fileExists(atPath: url.path) ? [""] : [] }
      return [try String(contentsOf: url, encoding: .utf8)]
    }
    let pieces = name.split(separator: "*").map(String.init)
    let folder = (name as NSString).deletingLastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: scenarios.appendingPathComponent(folder).path)
      .map { "\(folder)/\($0)" }.filter { file in pieces.allSatisfy(file.contains) }
      .map { try String(contentsOf: scenarios.appendingPathComponent($0), encoding: .utf8) }
  }

  private static let cases: [String] =
    (try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Scenarios/verification").path)) ?? []

  private static let testFiles: [String] = {
    let tests = root.appendingPathComponent("Tests")
    guard let walk = FileManager.default.enumerator(atPath: tests.path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
  }()

  private static let testNames = Set(
    testFiles.map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension })
}
