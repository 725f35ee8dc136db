import PipelineModel
import ScenarioFiles
import Testing

/// What holds of the text of any scenario that a suite builds by hand.
enum ScenarioText {
  /// What is written of a scenario is read again as the same value.
  static func expectSameWhenWritten(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let scenario = try #require(
      ScenarioReader.read(text: text).scenario, sourceLocation: sourceLocation)
    let again = ScenarioReader.read(text: ScenarioWriter.text(of: scenario))
    #expect(again.report().text() == "", sourceLocation: sourceLocation)
    #expect(again.scenario == scenario, sourceLocation: sourceLocation)
  }

  /// No rule calls anything in it an error.
  static func expectNoError(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let scenario = try #require(
      ScenarioReader.read(text: text).scenario, sourceLocation: sourceLocation)
    let errors = ScenarioRules.findings(in: scenario).filter { $0.severity == .error }
    #expect(errors == [], sourceLocation: sourceLocation)
  }
}
