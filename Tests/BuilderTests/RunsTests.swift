import PipelineModel
import Testing

/// Runs, processes and what depends on severity, in Swift and in a file.
@Suite("Runs and severity, in both spellings") struct RunsTests {
  @Test("Runs that qualify a process")
  func runs() throws {
    let text = """
      title: Runs
      start: 2025-01-06
      horizon: 5 y
      facilities:
        lab:
          rooms: { suite: { count: 2 } }
          processes:
            open: { qualified by: fill, initially: 4, qualified until: 2025-03-01, lapses after: 6 mo, failed stops: { triangular: [3 wk, 4 wk, 6 wk] }, again: 2 }
      products:
        fill:
          purpose: media fill
          runs: { every: 5 mo, initially: 2, from: licensed, until: 2029-01-01, at most: 12 }
          route: [ { step: fill, takes: 8 h, uses: suite } ]
        donor:
          purpose: donor
          runs: { arrive: { poisson: 32 / y } }
          route: [ { step: isolate, takes: 8 h, uses: suite } ]
        cells:
          purpose: care
          target: 14 d
          patients: { arrive: { poisson: 18 / y } }
          route: [ { step: wash, takes: 4 h, uses: suite, process: open }, { infuse: infusion, takes: 1 h } ]
      """
    let built = Scenario("Runs", start: "2025-01-06", horizon: .years(5)) {
      Facility("lab") {
        Room("suite", count: 2)
        QualifiedProcess("open", qualifiedBy: "fill")
          .initially(4).qualifiedUntil("2025-03-01").lapses(after: .months(6))
          .failedStops(.triangular(.weeks(3), .weeks(4), .weeks(6))).again(2)
      }
      Product("fill") {
        Runs(every: .months(5), initially: 2).from(.licensed).until("2029-01-01").atMost(12)
        Route { Step("fill", takes: .hours(8)).uses("suite") }
      }.purpose(.mediaFill)
      Product("donor") {
        Runs(.poisson(.perYear(32)))
        Route { Step("isolate", takes: .hours(8)).uses("suite") }
      }.purpose(.donor)
      Product("cells") {
        Patients(.poisson(.perYear(18)))
        Route {
          Step("wash", takes: .hours(4)).uses("suite").process("open")
          Infuse("infusion", takes: .hours(1))
        }
      }.purpose(.care).target(.days(14))
    }
    try expectSame(text, built)
  }

  @Test("Hazards by time and severity, classes and benefit")
  func severity() throws {
    let text = """
      title: Severity
      start: 2025-01-06
      horizon: 5 y
      facilities: { ward: { devices: { bed: { count: 2 } } } }
      products:
        cells:
          patients:
            arrive: { poisson: 18 / y }
            order: maximum benefit
            severity: { uniform: [0, 1] }
            worsens: 0.1 / 30 d
            severity classes: [0.33, 0.67]
            benefit: { by severity: [ { at: 0, is: 0.7 }, { at: 1, is: 0.3 } ], over: 14 d }
            clocks:
              death: { hazard: 2.4 % / 30 d, from: referral, changes: [ { after: 60 d, factor: 1.5 }, { after: 90 d, factor: 2 } ], doubles with severity: 0.5 }
          route: [ { infuse: infusion, takes: 1 h, uses: bed } ]
      """
    let built = Scenario("Severity", start: "2025-01-06", horizon: .years(5)) {
      Facility("ward") { Device("bed", count: 2) }
      Product("cells") {
        Patients(.poisson(.perYear(18))) {
          PatientClock("death", hazard: .percent(2.4, per: .days(30)), from: "referral")
            .changes(after: .days(60), factor: 1.5).changes(after: .days(90), factor: 2)
            .doubles(withSeverity: 0.5)
        }
        .order(.maximumBenefit).severity(.uniform(0, 1)).worsens(.init(count: 0.1, per: .days(30)))
        .severityClasses(0.33, 0.67)
        .benefit(
          Benefit(bySeverity: [BenefitPoint(at: 0, is: 0.7), BenefitPoint(at: 1, is: 0.3)], over: .days(14)))
        Route { Infuse("infusion", takes: .hours(1)).uses("bed") }
      }
    }
    try expectSame(text, built)
  }
}
