import PipelineModel
import Testing

@testable import ScenarioFiles

@Suite struct SketchTests {
  @Test("A scenario that uses most of the language is read, written and read again as the same value")
  func roundTrip() throws {
    let result = ScenarioReader.read(text: SketchScenario.text)
    #expect(result.report().text() == "")
    let scenario = try #require(result.scenario)
    let text = ScenarioWriter.text(of: scenario)
    let again = ScenarioReader.read(text: text)
    #expect(again.report().text() == "")
    var read = try #require(again.scenario)
    #expect(Set(read.provenance) == Set(scenario.provenance))
    read.provenance = scenario.provenance
    #expect(read == scenario)
    #expect(ScenarioWriter.text(of: read) == text)
  }

  @Test("Every number's note on its source is kept with the path of its map")
  func provenance() throws {
    let scenario = try #require(ScenarioReader.read(text: SketchScenario.text).scenario)
    #expect(
      scenario.provenance.contains(
        ProvenanceNote(
          path: "facilities/lund-sus/licensed", kind: .assumption("as long as NecstGen took"),
          range: ["3 mo", "12 mo"])))
    #expect(
      scenario.provenance.contains(
        ProvenanceNote(path: "facilities/lund-sus/rooms/grade-b", kind: .source("skane-gmp"))))
    #expect(
      scenario.provenance.contains(
        ProvenanceNote(path: "facilities/lund-sus/people/operator", kind: .unstated, range: ["5", "10"])))
  }

  @Test("What is written says the same as what was read, in the same words")
  func words() throws {
    let scenario = try #require(ScenarioReader.read(text: SketchScenario.text).scenario)
    let text = ScenarioWriter.text(of: scenario)
    #expect(text.contains("takes: { triangular: [7 d, 10 d, 12 d] }"), "\\(text)")
    #expect(text.contains("starts: 5 d before booked infusion"))
    #expect(text.contains("keeps: { closed-bioreactor: 1 }"))
  }
}
