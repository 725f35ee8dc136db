#if RUN_CHECKS
  import EventKernel
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits find: processes") struct BrokenProcessTests {
    private func line() throws -> AuditedRun {
      try AuditedRun(
        """
        facilities: { shop: { rooms: { room: { count: 1 } }, processes: { open: { qualified by: fill, initially: 1 } } } }
        products:
          fill: { purpose: media fill, runs: { every: 50 h }, route: [ { step: fill, takes: 5 h, uses: room } ] }
          cells: { patients: { arrive: { every: 7 h } }, route: [ { step: wash, process: open, takes: 3 h, uses: room } ] }
        """, untilHour: 20)
    }

    @Test("A process that stands open while a media fill is needed")
    func open() throws {
      let run = try line()
      #expect(run.findings().isEmpty)
      run.simulation.model.processes[0].needed = 1
      let finding = try #require(run.finding("closures of a process = 1 while it is not qualified, else 0"))
      #expect((finding.left, finding.right) == (1, 0))
    }

    @Test("A process that needs more media fills than its plan, or fewer than none")
    func needed() throws {
      let run = try line()
      run.simulation.model.processes[0].needed = 9
      #expect(run.finding("media fills that are needed ≤ those of the plan") != nil)
      let other = try line()
      other.simulation.model.processes[0].needed = -1
      #expect(other.finding("0 ≤ media fills that are needed") != nil)
    }

    @Test("A run that was counted among the patients")
    func counted() throws {
      let run = try line()
      run.simulation.model.size.patients += 1
      #expect(run.finding("patients in the record = in progress at the start + referred") != nil)
    }
  }
#endif
