import Reporting
import Testing

@Suite struct PeopleMonthTests {
  private var input: ReportInput {
    var input = SyntheticLine().input
    for year in 2022...2026 {
      for month in 1...12 {
        let scope = ReportScope([
          "facility": "lund-sus", "role": "operator", "month": "\(year)-\(month < 10 ? "0" : "")\(month)",
        ])
        for (measure, mean) in [("qualified", 6.5), ("needed", 8.0), ("planned", 9.0)] {
          input.estimates.append(
            ReportEstimate(
              measure: "staff.\(measure)-by-month", scope: scope, unit: "persons", mean: mean,
              low: mean - 0.1, high: mean + 0.1, replications: 200, p10: mean - 1, p90: mean + 1))
        }
        input.estimates.append(
          ReportEstimate(
            measure: "staff.gap-closed", scope: scope, unit: "1", mean: 0.31, low: 0.25, high: 0.38,
            replications: 200))
      }
    }
    return input
  }

  @Test("The report draws qualified against needed with an 80 % band, and says how likely the gap is closed")
  func section() {
    let parsed = WellFormed(HTMLReport.page(input))
    #expect(parsed.complaint == nil)
    for words in [
      "qualified against needed, month by month", "80 %", "8 of 10 futures", "31 % (25 – 38)", "needed",
      "planned",
    ] {
      #expect(parsed.text.contains(words), "\(words)")
    }
  }

  @Test("The terminal shows the end of the fifth year, and no others where the run is shorter")
  func terminal() throws {
    let table = try #require(PeopleTable.table(input))
    #expect(table.columns.map(\.title) == ["role", "after 5 years"])
    #expect(table.rows.map { $0[1] } == ["6.5 of 8.0, 31 %"])
    #expect(PeopleTable.table(SyntheticLine().input) == nil)
  }
}
