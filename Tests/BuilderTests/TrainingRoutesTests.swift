import PipelineModel
import Testing

/// Programmes and roles whose people go through routes, in Swift and in a file.
@Suite("Training through routes, in both spellings") struct TrainingRoutesTests {
  @Test("A programme through a route, a role and an entry that are qualified by runs")
  func routes() throws {
    let text = """
      title: Training
      start: 2025-01-06
      horizon: 5 y
      facilities:
        lab:
          devices: { place: { count: 2 } }
          people: { operator: { count: 2, qualified by: learning } }
      products:
        lessons: { purpose: training run, route: [ { delay: lessons, takes: 10 mo, uses: place } ] }
        learning: { purpose: training run, made at: lab, route: [ { delay: learning, takes: 5 mo } ] }
        short: { purpose: training run, made at: lab, route: [ { delay: learning, takes: 3 mo } ] }
        cells: { patients: { arrive: { poisson: 18 / y } }, route: [ { step: wash, takes: 4 h, uses: operator } ] }
      training:
        block:
          seats: 20
          when full: leave
          intake: { poisson: 20 / y }
          through: lessons
          stays: 0.4
          becomes: { lab/operator: { probability: 0.5, qualified by: short } }
        course: { seats: 3, when full: wait, intake: { poisson: 2 / y }, takes: 2 mo }
      """
    let built = Scenario("Training", start: "2025-01-06", horizon: .years(5)) {
      Facility("lab") {
        Device("place", count: 2)
        People("operator", count: 2).qualified(by: "learning")
      }
      Product("lessons") { Route { Delay("lessons", takes: .months(10)).uses("place") } }
        .purpose(.trainingRun)
      Product("learning", madeAt: ["lab"]) { Route { Delay("learning", takes: .months(5)) } }
        .purpose(.trainingRun)
      Product("short", madeAt: ["lab"]) { Route { Delay("learning", takes: .months(3)) } }
        .purpose(.trainingRun)
      Product("cells") {
        Patients(.poisson(.perYear(18)))
        Route { Step("wash", takes: .hours(4)).uses("operator") }
      }
      TrainingProgramme("block", intake: .poisson(.perYear(20)), through: "lessons")
        .seats(20).whenFull(.leave).stays(0.4).becomes("lab/operator", 0.5, qualifiedBy: "short")
      TrainingProgramme("course", intake: .poisson(.perYear(2)), takes: .months(2))
        .seats(3).whenFull(.wait)
    }
    try expectSame(text, built)
  }
}
