import Reporting
import Testing

@Suite struct CostSectionTests {
  private func amount(
    _ measure: String, _ scope: KeyValuePairs<String, String>, _ mean: Double?
  ) -> ReportEstimate {
    ReportEstimate(
      measure: measure, scope: ReportScope(scope), unit: "EUR", mean: mean, low: mean.map { $0 * 0.9 },
      high: mean.map { $0 * 1.1 }, replications: 200, p10: mean.map { $0 * 0.7 }, p90: mean.map { $0 * 1.4 })
  }

  private var input: ReportInput {
    var input = SyntheticLine().input
    let product = SyntheticLine().input.products[0].name
    input.estimates += [
      amount("cost.total", [:], 12_300_000), amount("cost.total", ["category": "rooms"], 9_000_000),
      amount("cost.total", ["category": "tests"], 3_300_000),
      amount("cost.total", ["category": "rooms", "product": "idle"], 4_000_000),
      amount("cost.total", ["product": "idle"], 4_000_000),
      amount("cost.total", ["product": product], 8_300_000), amount("cost.failed", [:], 410_000),
      amount("cost.failed", ["product": product], 410_000),
      amount("cost.per-dose-released", ["product": product], 75_000),
      amount("cost.per-patient-treated", ["product": product], 81_000),
      amount("cost.per-patient-treated", [:], 120_000),
    ]
    return input
  }

  @Test("A report with costs says what a patient and a dose cost, and what is idle, in thousands")
  func says() {
    let page = HTMLReport.page(input)
    let parsed = WellFormed(page)
    #expect(parsed.complaint == nil)
    for words in [
      "What it costs", "Where the money goes", "thousand EUR", "12,300 (11,070 – 13,530)", "idle", "81.0",
      "for each dose released",
    ] {
      #expect(parsed.text.contains(words), "\(words)")
    }
  }

  @Test("A report without prices has no section about money")
  func without() {
    #expect(!HTMLReport.page(SyntheticLine().input).contains("What it costs"))
  }
}
