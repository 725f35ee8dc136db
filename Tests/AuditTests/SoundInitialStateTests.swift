#if RUN_CHECKS
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits of runs that go on from a state") struct SoundInitialStateTests {
    private static let text = """
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities:
        lab:
          rooms: { suite: { count: 3, changeover: { same product: 1 h, other product: 2 h } } }
          devices: { incubator: { count: 3 } }
          people: { operator: { count: 2, calendars: day }, officer: { count: 1, calendars: day } }
      stocks:
        kit: { initial: 9, shelf life: 30 d, reorder: { at: 4, up to: 12, after: 9 h } }
        dose: { initial: 1, reorder: { at: 3, quantity: 4, made by: lot } }
      products:
        lot: { route: [ { make: lot }, { culture: brew, takes: 30 h, uses: incubator }, { store: dose, yields: 4 } ] }
        cell:
          slots: { weekly: { mon: 2, tue: 2, wed: 2, thu: 2, fri: 2 }, book ahead: 4 wk }
          patients: { arrive: { poisson: 1 / d }, clocks: { death: { hazard: 9 % / 5 d, from: referral } } }
          route:
            - { step: board, takes: { exponential: 9 h } }
            - { book: slot }
            - { step: collect, on: booked day, takes: 2 h, uses: operator, marks: collection }
            - { make: batch }
            - { step: load, takes: { uniform: [1 h, 3 h] }, uses: { suite: 1, operator: 1 }, keeps: suite, consumes: { kit: 1, dose: 1 } }
            - countdown: conditioning
              starts: 12 h before booked infusion
              takes: 12 h
              at risk: true
            - culture: grow
              takes: { triangular: [20 h, 30 h, 50 h] }
              uses: incubator
              repeats: { every: 5 h, takes: 10 min }
              meanwhile: [ { review: papers, takes: 4 h, uses: officer } ]
            - { step: fill, on: booked day + 2 d, takes: 1 h, uses: operator, frees: suite }
            - parallel: tests
              branches:
                one: [ { assay: first, takes: 10 h, hands on: 1 h, uses: officer } ]
                two: [ { review: second, takes: 5 h, uses: officer } ]
            - { infuse: infusion, takes: 1 h, uses: operator }
      initial state:
        patients:
          - { product: cell, referred: 2023-12-20 }
          - { product: cell, referred: 2023-12-20, in: board, since: 2023-12-31 }
          - { product: cell, referred: 2023-12-20, waits for: slot, since: 2023-12-30 }
          - { product: cell, referred: 2023-12-20, booked: 2024-01-02 }
          - { product: cell, referred: 2023-12-20, collected: 2023-12-29, in: load, since: 2023-12-29 14:00, booked: 2023-12-29 }
          - { product: cell, referred: 2023-12-20, collected: 2023-12-29, in: { grow: 2023-12-31 02:00, papers: 2023-12-31 02:00 }, booked: 2023-12-29 }
          - { product: cell, referred: 2023-12-10, collected: 2023-12-27, in: { first: 2023-12-31 20:00, second: 2023-12-29 14:00 }, booked: 2023-12-27 }
          - { product: cell, referred: 2023-12-10, collected: 2023-12-26, waits for: infusion, since: 2023-12-31, booked: 2023-12-26 }
        lots: [ { product: lot, in: brew, since: 2023-12-31 } ]
        stocks: { kit: [ { units: 2, expires: 2024-01-03 }, { units: 2 } ] }
      """

    @Test("A run from a state breaks no identity, at any hour", arguments: 0..<6)
    func sound(replication: Int) throws {
      for hour: Int64 in [0, 1, 17, 40, 99] {
        let run = try AuditedRun(Self.text, untilHour: hour, replication: replication)
        #expect(run.findings().isEmpty, "hour \(hour)")
        if hour == 99 {
          #expect(run.simulation.model.audit.flows.atStart.values.reduce(0, +) == 8)
          #expect(run.simulation.model.audit.book.checks > 2_000)
        }
      }
    }

    @Test("A patient of the state who is forgotten is noticed")
    func forgotten() throws {
      let run = try AuditedRun(Self.text, untilHour: 0)
      #expect(run.simulation.model.patients[0].token >= 0)
      run.simulation.model.audit.flows.atStart = [:]
      #expect(run.finding("in progress at the start + referred = treated + lost + in progress") != nil)
    }
  }
#endif
