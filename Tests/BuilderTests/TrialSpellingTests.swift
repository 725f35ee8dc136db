import PipelineModel
import Testing

/// Trials and identities, in Swift and in a file.
@Suite("Trials and identities, in both spellings") struct TrialSpellingTests {
  @Test("Cohorts, an assessment, mix-ups and checks")
  func all() throws {
    let text = """
      title: Trial
      start: 2025-01-06
      horizon: 5 y
      facilities: { lab: { people: { operator: { count: 3 } } } }
      products:
        cells:
          purpose: trial
          trial: { cohort: 4, follow-up: 6 mo, at most: 8, starts after: { triangular: [4 mo, 7 mo, 14 mo] }, enrolled at: enrolment, lost: counted, source: CTR }
          patients: { arrive: { poisson: 18 / y } }
          route:
            - { step: enrolment, takes: 1 h }
            - { step: collect, takes: 4 h, mixes up: 0.0001, marks: collection }
            - { step: receive, takes: 1 h, uses: { operator: 3 }, checks identity: { finds: 0.99, persons: 3, then: { lose: mixed up } } }
            - { step: look, takes: 1 h, uses: { operator: 2 }, checks identity: 0.9 }
            - { infuse: infusion, takes: 1 h }
      """
    let built = Scenario("Trial", start: "2025-01-06", horizon: .years(5)) {
      Facility("lab") { People("operator", count: 3) }
      Product("cells") {
        Trial(cohort: 4, followUp: .months(6), atMost: 8)
          .startsAfter(.triangular(.months(4), .months(7), .months(14)))
          .enrolledAt("enrolment").lost(.counted).source("CTR")
        Patients(.poisson(.perYear(18)))
        Route {
          Step("enrolment", takes: .hours(1))
          Step("collect", takes: .hours(4)).mixesUp(0.0001).marks("collection")
          Step("receive", takes: .hours(1)).uses("operator", 3)
            .checksIdentity(finds: 0.99, persons: 3, then: .lose("mixed up"))
          Step("look", takes: .hours(1)).uses("operator", 2).checksIdentity(finds: 0.9)
          Infuse("infusion", takes: .hours(1))
        }
      }.purpose(.trial)
    }
    try expectSame(text, built)
  }
}
