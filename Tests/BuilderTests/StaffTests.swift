import PipelineModel
import ScenarioFiles
import Testing

@Suite struct StaffTests {
  private let text = """
    title: Staff
    start: 2025-01-06
    horizon: 3 y
    facilities:
      lund:
        people:
          operator:
            fte: { start: 7, 2026-01-01: 9.5 }
            productive: 1500 h / y
            attrition:
              rate: 18 % / y
              periods: [ { from: 2025-10-01, until: 2026-10-01, factor: 2 }, { from: 1 y, factor: 0.5 } ]
            absence: { share: 5 %, spells: { lognormal: { median: 4 d, sigma: 1 } } }
            hire after: 56 d
          qp: { count: { 0 h: 1, 2026-01-01: 2 }, covered by: [leiden/qp, operator], cover after: 1 d }
          team: { count: 4, on call from: operator, rest: 11 h }
      leiden:
        people:
          qp: { count: 1, attrition: 5 % / y, hire after: 9 mo, covered by: lund/qp }
    products:
      cells:
        made at: lund
        patients: { arrive: { every: 30 d } }
        route: [ { step: sign, takes: 2 h, uses: qp }, { step: fill, takes: 2 h, uses: { operator: 2, team: 1 } } ]
    """

  @Test("The file and the builder say the same plans, attrition, absence and cover")
  func same() throws {
    try expectSame(
      text,
      Scenario("Staff", start: "2025-01-06", horizon: .years(3)) {
        Facility("lund") {
          People("operator", equivalents: [.hours(0): 7, "2026-01-01": 9.5], productive: 1_500)
            .attrition(
              .percent(18, per: .years(1)),
              periods: [
                AttritionPeriod(from: "2025-10-01", until: "2026-10-01", factor: 2),
                AttritionPeriod(from: .years(1), factor: 0.5),
              ]
            )
            .absence(share: 0.05, spells: .lognormal(median: .days(4), sigma: 1)).hire(after: .days(56))
          People("qp", count: [.hours(0): 1, "2026-01-01": 2])
            .covered(by: "leiden/qp", "operator", after: .days(1))
          People("team", count: 4).onCall(from: "operator", rest: .hours(11))
        }
        Facility("leiden") {
          People("qp", count: 1).attrition(.percent(5, per: .years(1))).hire(after: .months(9))
            .covered(by: "lund/qp")
        }
        Product("cells", madeAt: ["lund"]) {
          Patients(.every(.days(30)))
          Route {
            Step("sign", takes: .hours(2)).uses("qp")
            Step("fill", takes: .hours(2)).uses("operator", 2).uses("team")
          }
        }
      })
  }

  @Test("What is written of them is read again as the same value")
  func written() throws { try ScenarioText.expectSameWhenWritten(text) }

  @Test("A scenario of them has no error")
  func findings() throws { try ScenarioText.expectNoError(text) }
}
