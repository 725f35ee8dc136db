import PipelineModel
import Testing

@testable import ScenarioFiles

@Suite struct LayeredProvenanceTests {
  static let base = """
    title: Base
    start: 2024-01-01
    horizon: 1 y
    sources: { book: A book }
    facilities:
      lab:
        rooms: { suite: { count: 3, changeover: { same product: 4 h }, source: book } }
        people: { operator: { count: 4, minimum: 2, source: book, range: [3, 6] }, analyst: { fte: 3, source: book } }
    products:
      p:
        patients: { arrive: { poisson: 18 / y } }
        route: [ { step: wash, takes: { fixed: 1 h, source: book }, fails: { probability: 0.1, then: remake, source: book } } ]
    """

  static func notes(_ change: String, overrides: [String] = []) throws -> [String: ProvenanceNote.Kind] {
    let files = SourceFiles.memory(["base.yaml": base, "change.yaml": "extends: base.yaml\n" + change])
    let result = ScenarioReader(files: files).read(file: "change.yaml", overrides: overrides)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    let again = ScenarioReader.read(text: ScenarioWriter.text(of: scenario))
    #expect(again.report().text() == "")
    #expect(again.sha256 == result.sha256)
    return Dictionary(scenario.provenance.map { ($0.path, $0.kind) }) { first, _ in first }
  }

  @Test("A changed number takes the note beside it, the others keep theirs")
  func beside() throws {
    let notes = try Self.notes(
      "facilities: { lab: { rooms: { suite: { count: 4, assumption: one more } } } }\n")
    #expect(notes["facilities/lab/rooms/suite"] == .source("book"))
    #expect(notes["facilities/lab/rooms/suite/count"] == .assumption("one more"))
  }

  @Test("A note without a number beside it speaks of the whole map")
  func alone() throws {
    let notes = try Self.notes(
      "facilities: { lab: { rooms: { suite: { assumption: no longer believed } } } }\n")
    #expect(notes["facilities/lab/rooms/suite"] == .assumption("no longer believed"))
    #expect(notes["facilities/lab/rooms/suite/count"] == nil)
  }

  @Test("When every number is changed the old note is gone")
  func all() throws {
    let notes = try Self.notes(
      "facilities: { lab: { rooms: { suite: { count: 4, changeover: { same product: 5 h }, assumption: new } } } }\n"
    )
    #expect(notes["facilities/lab/rooms/suite"] == .assumption("new"))
    #expect(notes.values.filter { $0 == .assumption("new") }.count == 1)
  }

  @Test("'fte' over an inherited 'count' replaces it, and the other way round")
  func heads() throws {
    let files = SourceFiles.memory([
      "base.yaml": Self.base,
      "change.yaml":
        "extends: base.yaml\nfacilities: { lab: { people: { operator: { fte: 9, assumption: more }, analyst: { count: 2, assumption: fewer } } } }\n",
    ])
    let result = ScenarioReader(files: files).read(file: "change.yaml")
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    let people = scenario.facilities[0].people
    guard case .fullTimeEquivalents(9, _) = people[0].capacity else {
      Issue.record("\(people[0].capacity)")
      return
    }
    #expect(people[1].capacity == .count(2))
    let notes = Dictionary(scenario.provenance.map { ($0.path, $0.kind) }) { first, _ in first }
    #expect(notes["facilities/lab/people/analyst"] == .assumption("fewer"))
    #expect(
      notes["facilities/lab/people/operator"] == .source("book"), "the minimum is still what the book says")
    #expect(notes["facilities/lab/people/operator/fte"] == .assumption("more"))
  }

  @Test("A note of the file further up covers what the file changes below it")
  func above() throws {
    let notes = try Self.notes(
      "facilities: { lab: { rooms: { suite: { count: 4 } }, assumption: as I see it } }\n")
    #expect(notes["facilities/lab/rooms/suite/count"] == .assumption("as I see it"))
  }

  @Test(
    "A note that no number is left for is not told: the only number of its map was given on the command line")
  func nothingLeft() throws {
    let notes = try Self.notes("", overrides: ["products.p.route.wash.fails.probability=0.2"])
    #expect(notes["products/p/route/wash/fails"] == nil)
    #expect(notes["products/p/route/wash/takes"] == .source("book"))
  }

  @Test("Both notes in one file exclude each other as before")
  func both() {
    let text = Self.base.replacing("count: 3,", with: "count: 3, assumption: guess,")
    #expect(
      ScenarioReader.read(text: text).report().diagnostics.map(\.sentence)
        == ["'source' and 'assumption' exclude each other"])
  }

  @Test("Any number can carry its own note")
  func fixed() throws {
    let text = Self.base.replacing(
      "count: 3,", with: "count: { fixed: 3, assumption: as drawn, range: [1, 4] },")
    let result = ScenarioReader.read(text: text)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    #expect(scenario.facilities[0].resources.first { $0.name == "suite" }?.capacity == .count(3))
    #expect(
      scenario.provenance.contains(
        ProvenanceNote(
          path: "facilities/lab/rooms/suite/count", kind: .assumption("as drawn"), range: ["1", "4"])))
    #expect(ScenarioReader.read(text: ScenarioWriter.text(of: scenario)).scenario == scenario)
  }
}
