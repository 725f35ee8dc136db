#if RUN_CHECKS
  import EventKernel
  import Quantities
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits find: money") struct BrokenCostTests {
    private static let line =
      """
      facilities: { lab: { rooms: { suite: { count: 1, costs: { year: 1000 EUR } } } } }
      products:
        cell:
          patients: { arrive: { every: 5 h } }
          route: [ { step: work, takes: 2 h, uses: suite, costs: 10 EUR } ]

      """

    @Test("An amount in an account that was never booked")
    func unbooked() throws {
      let run = try AuditedRun(Self.line, untilHour: 20)
      let rooms = try #require(run.program.tables.costs.categories.firstIndex(of: "rooms"))
      run.simulation.model.costs.year[rooms] += 1
      let finding = try #require(run.finding("Σ accounts in the record = costs booked"))
      #expect(finding.left == finding.right + 1)
    }

    @Test("A step that starts and is not paid for")
    func unpaid() throws {
      let run = try AuditedRun(Self.line, untilHour: 20)
      run.simulation.model.audit.dueAtStarts += 10_000
      let finding = try #require(run.finding("costs booked at starts = prices of the steps that started"))
      #expect(finding.left == finding.right - 10_000)
    }

    @Test("Use that is charged to nobody")
    func unused() throws {
      let run = try AuditedRun(Self.line, untilHour: 20)
      let now = run.simulation.agenda.now.ticks
      run.simulation.model.costs.use[0].change(by: -1, at: now - 3_600_000)
      #expect(run.finding("∫ units in use by products = ∫ units in use") != nil)
    }
  }
#endif
