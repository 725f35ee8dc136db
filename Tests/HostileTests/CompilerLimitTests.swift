import PipelineSimulation
import Testing

@Suite struct CompilerLimitTests {
  static let largeLines: [HostileLine] = [
    HostileLine("units that break down", bench: "{ count: 1000000, breaks: { after: 1 d, mend: 1 h } }"),
    HostileLine(
      "units that are changed over", bench: "{ count: 1000000, changeover: { same product: 1 h } }"),
    HostileLine(
      "units of a timetable", bench: "{ count: { 0 h: 1, 1 h: 20000 }, breaks: { after: 1 d, mend: 1 h } }"),
    HostileLine(
      "people who come and go", more: "people: { nurse: { count: 20000, attrition: 18 % / y } }",
      route: ["{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1, nurse: 1 } }"]),
    HostileLine(
      "full-time equivalents", more: "people: { nurse: { fte: 20000 } }",
      route: ["{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1, nurse: 1 } }"]),
    HostileLine(
      "people at the opening", more: "people: { nurse: { count: 1, starts with: 1e9 } }",
      route: ["{ step: serve, takes: 1 h, uses: { bench: 1, spare: 1, nurse: 1 } }"]),
    HostileLine(
      "a shutdown every second", more: "shutdowns: [ { from: 2024-01-01, lasts: 1 ms, every: 1 s } ]"),
    HostileLine(
      "shutdowns since the year 1", more: "shutdowns: [ { from: 0001-01-01, lasts: 1 ms, every: 1 s } ]"),
  ]

  @Test("What is followed singly has a limit, and the compiler says so", arguments: largeLines)
  func tooLarge(line: HostileLine) {
    guard case .notCompiled(let sentence) = line.end() else {
      Issue.record("\(line.end())")
      return
    }
    #expect(sentence.contains("most") || sentence.contains("more than"))
  }

  static let shortLines: [HostileLine] = [
    HostileLine(
      "a touch",
      route: ["{ culture: grow, takes: 1 d, repeats: { every: 1 us, takes: 0 h } }", HostileLine.serve]),
    HostileLine("a wave", arrive: "{ varying: { rate: 1 / d, wave: { every: 1 us, amplitude: 1 } } }"),
  ]

  @Test("An interval shorter than a tick is refused: time has to go on", arguments: shortLines)
  func tooShort(line: HostileLine) {
    #expect(line.end() == .refused("this must be longer than no time"))
  }
}
