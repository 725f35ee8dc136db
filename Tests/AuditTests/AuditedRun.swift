#if RUN_CHECKS
  import EventKernel
  import Quantities
  import ScenarioFiles
  import Testing

  @testable import PipelineSimulation

  /// A run in which something can be changed behind the engine's back, to see whether the audit notices.
  final class AuditedRun {
    var simulation: Simulation<PipelineRun>
    let program: Program

    /// Reads, compiles and runs a scenario up to an hour; a title, a start and a horizon of 100 h are added.
    init(_ text: String, untilHour hour: Int64, replication: Int = 0) throws {
      let head = "title: audited\nstart: 2024-01-01\nhorizon: 100 h\n"
      let result = ScenarioReader.read(text: head + text)
      let scenario = try #require(result.scenario, "\(result.report().text())")
      program = try Program(compiling: scenario)
      simulation = Simulation(
        PipelineRun(
          program: program, replication: replication, seed: 1, options: ReplicationOptions(), watcher: nil))
      simulation.model.audit.isTrapping = false
      run(untilHour: hour)
    }

    /// Goes on up to an hour, and a tick.
    func run(untilHour hour: Int64) {
      simulation.run(until: SimulationTime(ticks: hour * 3_600_000 + 1))
    }

    /// What the audit finds now, and would find if the run ended here: the identities, each once.
    func findings() -> [AuditFinding] {
      let now = simulation.agenda.now
      simulation.model.lookAtWhatChanged(after: nil, simulation.agenda)
      simulation.model.finishCounting(at: now)
      simulation.model.auditEnd(at: now, isSettled: true)
      return simulation.model.audit.findings
    }

    /// The finding of an identity.
    func finding(_ identity: String) -> AuditFinding? {
      findings().first { $0.identity.contains(identity) }
    }

    /// The first token in a state.
    func token(_ state: TokenState) throws -> Int {
      let rows = 0..<simulation.model.tokens.capacity
      return try #require(rows.first { simulation.model.tokens[$0].state == state })
    }

    /// The pool, line or stock of a name.
    func pool(_ name: String) throws -> Int {
      try #require(simulation.model.tables.pools.firstIndex { $0.name == name })
    }

    func line(_ name: String) throws -> Int {
      try #require(simulation.model.tables.stepNames.firstIndex { $0.contains(name) })
    }
  }

  /// A line with something of everything.
  enum AuditedLines {
    /// Two who share a bench that is kept, a line with a limit, a stock that is ordered.
    static let shop = """
      facilities: { shop: { devices: { bench: { count: 2 }, oven: { count: 1 } } } }
      stocks: { kit: { initial: 9 kits, shelf life: 30 d, reorder: { at: 4 kits, up to: 9 kits, after: 5 h } } }
      products:
        cake:
          patients: { arrive: { every: 1 h }, clocks: { away: { hazard: 20 % / 1 d, from: referral } } }
          route:
            - { make: dough }
            - { step: mix, takes: 2 h, uses: { bench: 1 }, keeps: bench, consumes: kit, line: { at most: 3, when full: leaves } }
            - { step: bake, takes: 3 h, uses: { oven: 1 }, frees: bench, interruptible: resume }
        urgent:
          priority: 1
          patients: { arrive: { every: 30 h } }
          route: [ { step: now, takes: 1 h, uses: { oven: 1 } } ]
      """

    /// One bench whose units break by use, and an oven that breaks by the calendar.
    static let breaking = """
      facilities: { shop: { devices: {
        bench: { count: 2, breaks: { after: 7 h, counting: use, mend: 2 h } },
        oven: { count: 1, breaks: { after: 9 h, counting: calendar, mend: 1 h, then: restart } } } } }
      products:
        cake:
          patients: { arrive: { every: 2 h } }
          route: [ { step: mix, takes: 3 h, uses: { bench: 1 } }, { step: bake, takes: 1 h, uses: { oven: 1 } } ]
      """

    /// Persons who come and go, and a school.
    static let people = """
      facilities: { shop: { people: { baker: { count: 5, attrition: 9000 % / y, hire after: 9 h, independent after: 4 h } } } }
      training: { school: { intake: { every: 5 h }, takes: 12 h, seats: 4, becomes: { shop/baker: 1 } } }
      products:
        cake: { patients: { arrive: { every: 2 h } }, route: [ { step: mix, takes: 3 h, uses: { baker: 1 } } ] }
      """

    /// Parts that are gathered, sent and booked.
    static let parts = """
      facilities: { shop: { devices: { bench: { count: 1 } } } }
      transport: { van: { from: shop, to: shop, takes: 7 h } }
      products:
        cake:
          patients: { arrive: { every: 4 h } }
          route:
            - { split: halves, into: 2 }
            - { gather: tray, of: 5 }
            - { step: bake, takes: 3 h, uses: { bench: 1 } }
            - { separate: tray again }
            - { ship: out, by: van }
        menu:
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 }, book ahead: 3 d }
          patients: { arrive: { every: 9 h } }
          route: [ { book: table }, { delay: rest, takes: 1 h }, { step: serve, takes: 2 h, uses: { bench: 1 }, on: booked day } ]
      """

    /// Trainees and newcomers who go through routes, one behind the other at the same bench.
    static let trainees = """
      facilities: { shop: { devices: { bench: { count: 2 } }, people: { baker: { count: 5, starts with: 2, attrition: 9000 % / y, hire after: 9 h, qualified by: learning } } } }
      training:
        school: { intake: { every: 5 h }, through: lessons, seats: 2, when full: leave, becomes: { shop/baker: 1 } }
        course: { intake: { every: 6 h }, through: lessons, seats: 2 }
      products:
        lessons:
          purpose: training run
          route: [ { step: lessons, takes: 9 h, uses: bench, fails: { probability: 0.3, then: { lose: tired } } } ]
        learning:
          purpose: training run
          made at: shop
          route: [ { delay: basics, takes: 4 h }, { step: practice, takes: 6 h, uses: { bench: 1 }, fails: { probability: 0.3, then: { lose: no } } } ]
        cake: { purpose: care, patients: { arrive: { every: 2 h } }, route: [ { step: mix, takes: 3 h, uses: { baker: 1 }, line: { patience: 9 h } } ] }
      """

    /// The same persons, asked about; a school that costs money.
    static let careers =
      "also measure: [people by month, careers, want of people]\n"
      + people.replacing("becomes:", with: "costs: { entrant: 7 EUR, student year: 900 EUR }, becomes:")

    static let all = [shop, breaking, people, parts, trainees, careers]
  }
#endif
