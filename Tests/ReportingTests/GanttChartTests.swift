import Quantities
import Testing

@testable import Reporting

@Suite struct GanttChartTests {
  private func row(_ who: String?, planned: String?, kept: Double?, from: String?, to: String?)
    -> ReportScheduleRow
  {
    var row = ReportScheduleRow(
      who: who, product: "car-t", slot: who == nil ? CivilDate("2026-12-01") : nil, step: "harvest")
    row.planned = planned.flatMap { CivilDate($0) }
    row.kept = kept
    row.p10 = from.flatMap { CivilDate($0) }
    row.p90 = to.flatMap { CivilDate($0) }
    return row
  }

  private func input(_ rows: [ReportScheduleRow]) throws -> ReportInput {
    let start = try #require(CivilDate("2026-11-23"))
    let end = try #require(CivilDate("2027-05-31"))
    var input = ReportInput(
      title: "today",
      run: ReportRun(
        file: "a.yaml", scenarioHash: "0", version: "1", seed: 1, replications: 9, start: start, horizon: end,
        command: "atmpsim run a.yaml --schedule 8wk"))
    input.products = [ReportName(name: "car-t", label: "CAR-T")]
    input.schedule = rows
    return input
  }

  @Test("Every bar of the chart says first that it is simulated; what is escaped stays escaped")
  func titles() throws {
    let page = HTMLReport.page(
      try input([
        row("P <1>", planned: "2026-12-01", kept: 0.94, from: "2026-12-01", to: "2026-12-03"),
        row(nil, planned: "2026-12-02", kept: 0.4, from: "2026-12-02", to: nil),
      ]))
    let section = try #require(
      page.split(separator: "id=\"schedule\"").last?.split(separator: "</section>").first)
    let bars = section.split(separator: "<title>").dropFirst().filter { $0.hasPrefix("simulated: ") }
    #expect(bars.count == 2)
    #expect(
      bars.first?.hasPrefix("simulated: P &lt;1&gt;, harvest: planned 1 Dec 2026, that day in 94 %") == true)
    #expect(section.contains("2 Dec 2026 or later"))
  }

  @Test("Without a schedule there is no section")
  func nothing() throws {
    #expect(!HTMLReport.page(try input([])).contains("id=\"schedule\""))
  }

  @Test("The file has a row for each step and says how the run was made")
  func file() throws {
    let text = CSVTable.schedule(
      try input([row("P", planned: "2026-12-01", kept: 0.5, from: "2026-12-01", to: nil)])
    ).text
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("P,car-t,,,harvest,2026-12-01,yes,1,0.5,2026-12-01,,,0,2026-11-23") == true)
  }
}
