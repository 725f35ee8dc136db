import PipelineModel
import ScenarioFiles
import Testing

/// Reads a text and expects it to say the same as a scenario that Swift built.
func expectSame(_ text: String, _ built: Scenario, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let result = ScenarioReader.read(text: text)
  #expect(result.report().text() == "", sourceLocation: sourceLocation)
  let read = try #require(result.scenario, sourceLocation: sourceLocation)
  // The parts first: a difference is easier to see in a part.
  #expect(read.sites == built.sites, sourceLocation: sourceLocation)
  #expect(read.calendars == built.calendars, sourceLocation: sourceLocation)
  #expect(read.facilities == built.facilities, sourceLocation: sourceLocation)
  for (one, other) in zip(read.products, built.products) {
    for (part, same) in zip(one.route, other.route) { #expect(part == same, sourceLocation: sourceLocation) }
    #expect(one == other, sourceLocation: sourceLocation)
  }
  #expect(read.stocks == built.stocks, sourceLocation: sourceLocation)
  #expect(read.training == built.training, sourceLocation: sourceLocation)
  #expect(read.provenance == built.provenance, sourceLocation: sourceLocation)
  #expect(read == built, sourceLocation: sourceLocation)
}
