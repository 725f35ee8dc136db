import Foundation
import Reporting
import Testing

@Suite struct ComparisonTests {
  static var input: ComparisonInput {
    let first = SyntheticLine().input
    let second = SyntheticLine(delay: 220).input
    let differences = zip(first.estimates, second.estimates).compactMap { one, other -> ReportDifference? in
      guard one.statistic != "p10", let a = one.mean, let b = other.mean else { return nil }
      let half = abs(b - a) * 0.3 + (a == b ? 0 : 0.2)
      let row = ReportEstimate(
        measure: one.measure, statistic: one.statistic, scope: one.scope, unit: one.unit, mean: b - a,
        low: b - a - half, high: b - a + half, replications: 200)
      let verdict =
        a == b ? "the same" : b - a - half > 0 ? "more" : b - a + half < 0 ? "fewer" : "no difference seen"
      return ReportDifference(scenario: 1, estimate: row, verdict: verdict)
    }
    return ComparisonInput(
      scenarios: [first, second], differences: differences,
      command: "atmpsim compare Scenarios/leiden-lund.yaml Scenarios/lund-as-opened.yaml")
  }

  @Test("The page of a comparison is well-formed and starts with what differs, before the contents")
  func page() throws {
    let page = ComparisonReport.page(Self.input)
    let parsed = WellFormed(page)
    #expect(parsed.complaint == nil)
    let sections = parsed.attributes.filter { $0.element == "section" && $0.name == "id" }.map(\.value)
    #expect(sections.first == "differences" && sections.last == "provenance")
    #expect(sections.contains("milestones") && sections.contains("figures"))
    let answer = try #require(page.range(of: "fewer patients treated"))
    let contents = try #require(page.range(of: "<nav"))
    #expect(answer.lowerBound < contents.lowerBound)
    #expect(parsed.text.contains("A: The joint ATMP line of Leiden and Lund"))
    #expect(parsed.text.contains("B: Leiden–Lund, Lund as opened"))
    try HTMLReportTests.keepForLooking(page, "compare.html")
  }

  @Test("The terminal shows both figures, the difference with its sign, and the verdict in words")
  func terminal() throws {
    let text = ComparisonTables.text(Self.input, width: 140)
    let treated = try #require(text.split(separator: "\n").first { $0.hasPrefix("treated, CAR-T, fresh") })
    #expect(treated.contains("73.9") && treated.contains("−") && treated.hasSuffix("fewer"))
    #expect(text.contains("fewer patients treated"))
  }

  @Test("As CSV every difference is one row")
  func csv() {
    let lines = ComparisonTables.csv(Self.input).text.split(separator: "\r\n")
    #expect(lines.count == Self.input.differences.count + 1)
    #expect(lines[0].contains(",baseline value [unit],scenario value [unit],difference [unit],"))
    let input = Self.input
    let end = [
      input.scenarios[1].run.file, input.scenarios[1].run.scenarioHash, input.scenarios[0].run.file,
      input.scenarios[0].run.scenarioHash, "2022-06-01", "2032-06-01", "0", "1",
      input.scenarios[0].run.version, input.command,
    ].joined(separator: ",")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("B,") && $0.hasSuffix(end) })
  }

  @Test("A comparison of one scenario, or of none, is still a page and a text")
  func few() {
    let one = ComparisonInput(
      scenarios: [SyntheticLine().input], differences: [], command: "atmpsim compare A.yaml")
    #expect(WellFormed(ComparisonReport.page(one)).complaint == nil)
    #expect(!ComparisonTables.text(one).contains("verdict"))
    let none = ComparisonInput(scenarios: [], differences: [], command: "")
    #expect(WellFormed(ComparisonReport.page(none)).complaint == nil)
    #expect(ComparisonTables.csv(none).rows.isEmpty)
  }
}
