import Foundation
import Testing

/// Models that get stuck, starve somebody or grow: the program ends, and says where, why and what would help. In release,
/// since some of them hold two hundred thousand entities.
@Suite struct OutcomeValidationTests {
  /// A model, and words of the outcome that it has to end with.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var horizon: String
    var model: String
    var words: [String]
  }

  @Test(
    "A model in trouble ends with an outcome that names the circle or the line",
    arguments: circles + lines + growths)
  func outcome(_ example: Case) throws {
    try BuiltProgram.inFolder { folder in
      let text = "title: trouble\nstart: 2024-01-01\nhorizon: \(example.horizon)\n\(example.model)"
      try text.write(to: folder.appendingPathComponent("x.yaml"), atomically: true, encoding: .utf8)
      let run = try BuiltProgram.run(["run", "x.yaml", "--replications", "2", "-o", "out"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let json = try String(contentsOf: folder.appendingPathComponent("out/estimates.json"), encoding: .utf8)
      let outcome = try #require(BuiltProgram.object(json)["outcome"] as? String)
      for words in example.words {
        #expect(outcome.contains(words), "\(words) is not in: \(outcome)")
      }
      #expect(run.output.contains("Outcome: \(outcome)"), "\(run.output)")
      let page = try String(contentsOf: folder.appendingPathComponent("out/report.html"), encoding: .utf8)
      let warnings = try #require(page.range(of: "id=\"warnings\""))
      #expect(page[warnings.upperBound...].prefix(400).contains("<strong>"))
    }
  }

  @Test(
    "A circle that patience, a limit or a clock breaks is none",
    arguments: [
      ("line: { patience: 2 d }", ""), ("within: { of: 2 d, otherwise: { lose: late } }", ""),
      ("", "clocks: { death: { after: 2 d, from: referral } },"),
    ])
  func brokenCircle(ofStep: String, ofPatient: String) throws {
    try BuiltProgram.inFolder { folder in
      let text = """
        title: a circle
        start: 2024-01-01
        horizon: 100 d
        facilities: { lab: { rooms: { suite: { count: 1 } }, devices: { isolator: { count: 1 } } } }
        products:
          forth:
            patients: { \(ofPatient) arrive: { at: [0 h] } }
            route:
              - { step: prepare, takes: 1 h, uses: suite, keeps: suite }
              - { step: fill, takes: 1 h, uses: isolator, frees: suite\(ofStep.isEmpty ? "" : ", " + ofStep) }
          back:
            patients: { arrive: { at: [0 h] } }
            route:
              - { step: load, takes: 1 h, uses: isolator, keeps: isolator }
              - { step: wash, takes: 1 h, uses: suite, frees: isolator }
        """
      try text.write(to: folder.appendingPathComponent("x.yaml"), atomically: true, encoding: .utf8)
      let run = try BuiltProgram.run(["run", "x.yaml", "--replication", "0", "--trace"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let told = run.output + run.errors
      #expect(told.contains("horizon reached; "), "\(told)")
      #expect(told.contains("back 1\tleaves"), "\(told)")
    }
  }

  @Test("Starts that no date allows are told before a run, with the rule that forbids them, and at its end")
  func unbookable() throws {
    try BuiltProgram.inFolder { folder in
      func text(_ life: String) -> String {
        """
        title: a short life
        start: 2025-03-01
        horizon: 2025-09-01
        calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
        facilities: { lab: { people: { operator: { count: 5, calendars: day }, analyst: { count: 5, calendars: day } } } }
        products:
          cell:
            slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
            patients: { arrive: { at: [2025-03-01, 2025-03-02] } }
            route:
              - book: slot
              - { step: harvest, on: booked day, takes: 8 h, uses: operator, starts shelf life: \(life) }
              - { review: record, takes: 10 h, uses: analyst }
              - { infuse: infusion, takes: 1 h }
        """
      }
      func check(_ life: String) throws -> (validated: BuiltProgram.Outcome, outcome: String) {
        try text(life).write(to: folder.appendingPathComponent("x.yaml"), atomically: true, encoding: .utf8)
        let validated = try BuiltProgram.run(["validate", "x.yaml"], in: folder)
        let run = try BuiltProgram.run(
          ["run", "x.yaml", "--replications", "2", "--json", "-q", "-o", "out", "--force"], in: folder)
        return (validated, try #require(BuiltProgram.object(run.output)["outcome"] as? String))
      }
      let late = "dates 'infusion' would begin later than 1 d 17 h after 'harvest'"
      let forbidden = try check("41 h")
      #expect(forbidden.validated.status == 0)
      #expect(
        forbidden.validated.output.contains(
          "x.yaml:8:5: warning: no start of 'cell' can ever be booked: on 1"),
        "\(forbidden.validated.output)")
      #expect(forbidden.validated.output.contains(late), "\(forbidden.validated.output)")
      #expect(forbidden.outcome.contains("2 wait at the end"), "\(forbidden.outcome)")
      #expect(forbidden.outcome.contains("for a start, and none fits: on "), "\(forbidden.outcome)")
      #expect(forbidden.outcome.contains(late), "\(forbidden.outcome)")
      let allowed = try check("42 h")
      #expect(allowed.validated.output == "x.yaml: ok\n")
      #expect(allowed.outcome == "horizon reached")
    }
  }
}
