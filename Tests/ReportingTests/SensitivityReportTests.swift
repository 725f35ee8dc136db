import Foundation
import Quantities
import Reporting
import Testing

@Suite struct SensitivityReportTests {
  static func row(_ mean: Double, _ half: Double, unit: String = "patients") -> ReportEstimate {
    ReportEstimate(
      measure: "patients.treated", unit: unit, mean: mean, low: mean - half, high: mean + half,
      method: "paired-student", replications: 100)
  }

  static func end(_ value: String, _ path: String, _ mean: Double, _ half: Double) -> SensitivityEnd {
    let verdict =
      mean == 0 && half == 0
      ? "the same" : mean - half > 0 ? "more" : mean + half < 0 ? "fewer" : "no difference seen"
    return SensitivityEnd(
      value: value, overrides: ["\(path)=\(value)"], differences: [row(mean, half)], verdicts: [verdict])
  }

  static var input: SensitivityInput {
    var scenario = SyntheticLine().input
    scenario.title = "A small line"
    return SensitivityInput(
      scenario: scenario,
      figures: [SensitivityFigure(title: "patients treated", base: row(120, 2.4))],
      numbers: [
        SensitivityNumber(
          title: "count · lab suite", paths: ["facilities.lab.rooms.suite.count"], meaning: "value",
          base: "2", kind: .assumption, reason: "as <planned>",
          low: end("1", "facilities.lab.rooms.suite.count", -31.2, 3.1),
          high: end("4", "facilities.lab.rooms.suite.count", 4.5, 1.2)),
        SensitivityNumber(
          title: "arrive poisson · graft", paths: ["products.graft.patients.arrive.poisson"],
          meaning: "value", base: "40 / y", kind: .fact, reason: "a survey",
          low: end("20 / y", "products.graft.patients.arrive.poisson", -55, 4),
          high: end("60 / y", "products.graft.patients.arrive.poisson", 20.3, 5)),
        SensitivityNumber(
          title: "count · lab store", paths: ["facilities.lab.rooms.store.count"], meaning: "value",
          base: "2", kind: .unstated, reason: "", low: end("1", "facilities.lab.rooms.store.count", 0, 0),
          high: end("3", "facilities.lab.rooms.store.count", 0, 0)),
        SensitivityNumber(
          title: "becomes · course", paths: ["training.course.becomes"], meaning: "sum", base: "0.5",
          kind: .assumption, reason: "half", low: end("0.2", "training.course.becomes", -0.4, 1),
          high: SensitivityEnd(
            value: "1.2", overrides: ["training.course.becomes.lab/op=1.2"],
            refusal: "a probability must be from 0 to 1")),
      ], planned: 4, command: "atmpsim sensitivity line.yaml --replications 100 --seed 1")
  }

  @Test("The terminal shows a tornado, widest first, with its numbers and what they rest on")
  func terminal() {
    let text = SensitivityTables.text(Self.input)
    #expect(text == Self.golden, "\(text)")
  }

  static let golden = """
    A small line
    This shows what follows from the ranges that the scenario gives, 3 of 4 assumed; it is no finding.
    Each number is put at the ends of its range, one at a time, while all others stay; both ends meet
    the same 200 simulated futures as the scenario itself, and differences are paired, future by future,
    with their 95 % intervals.

    patients treated: 120 (118 – 122)
    number                             less ◂ the scenario ▸ more  rests on
    ──────────────────────  ─────────────────────────────────────  ──────────
    arrive poisson · graft  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│███████···········  source
    count · lab suite       ········▒▒▒▒▒▒▒▒▒▒│█·················  assumption
    (▒ at the smaller value, █ at the greater)

    number                   value      at              difference  verdict
    ──────────────────────  ──────  ──────  ──────────────────────  ───────
    arrive poisson · graft  40 / y  20 / y  −55.0 (−59.0 to −51.0)  fewer
                                    60 / y  +20.3 (+15.3 to +25.3)  more
    count · lab suite            2       1  −31.2 (−34.3 to −28.1)  fewer
                                         4     +4.5 (+3.3 to +5.7)  more
    (no difference is seen at the ends of 2 further numbers)

    Not run
    becomes · course cannot be 1.2: a probability must be from 0 to 1

    """

  @Test("The page is well-formed and says first that it follows from assumed ranges")
  func page() throws {
    let page = SensitivityReport.page(Self.input)
    let parsed = WellFormed(page)
    #expect(parsed.complaint == nil)
    let sections = parsed.attributes.filter { $0.element == "section" && $0.name == "id" }.map(\.value)
    #expect(sections == ["answer", "warnings", "figure-1", "refused", "numbers", "provenance"])
    let caution = try #require(page.range(of: "it is no finding"))
    let contents = try #require(page.range(of: "<nav"))
    #expect(caution.lowerBound < contents.lowerBound)
    #expect(parsed.text.contains("as <planned>"))
    #expect(parsed.text.contains("--set 'facilities.lab.rooms.suite.count=4'"))
    #expect(parsed.text.contains("a probability must be from 0 to 1"))
    try HTMLReportTests.keepForLooking(page, "sensitivity.html")
  }

  @Test("The picture has a title, a description, and hatching as well as a word for what is assumed")
  func picture() throws {
    let parsed = WellFormed(SensitivityReport.page(Self.input))
    #expect(parsed.elements.contains("title") && parsed.elements.contains("desc"))
    let ids = parsed.attributes.filter { $0.element == "pattern" && $0.name == "id" }.map(\.value)
    #expect(ids == ["figure-1-hatch"])
    let hatched = parsed.rectangles.filter { $0["fill"] == "url(#figure-1-hatch)" }
    // Two ends of the room, and the legend: the arrivals have a source, and of the others no difference is seen.
    #expect(hatched.count == 3)
    #expect(parsed.text.contains("2, assumption") && parsed.text.contains("40 / y, source"))
  }

  @Test("As CSV every end and figure is one row, also one that could not be run")
  func csv() {
    let lines = SensitivityTables.csv(Self.input).text.split(separator: "\r\n")
    #expect(lines.count == 1 + 8)
    #expect(
      lines[1].hasPrefix(
        "count · lab suite,facilities.lab.rooms.suite.count,1,value,assumption,as <planned>,2,low,1,"))
    #expect(lines[8].contains("a probability must be from 0 to 1"))
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(Self.input.command) })
  }

  @Test("A study that was interrupted says how much of it is there")
  func partial() {
    var input = Self.input
    input.numbers.removeLast(2)
    #expect(SensitivityTables.text(input).contains("partial: 2 of 4 numbers varied"))
    #expect(SensitivityReport.page(input).contains("Interrupted: 2 of 4 numbers were varied."))
  }
}
