#if RUN_CHECKS
  import EventKernel
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits find: certificates") struct BrokenCertificateTests {
    private func line() throws -> AuditedRun {
      try AuditedRun(
        """
        certificates: { gown: { lasts: 60 h, renewal: { ahead: 20 h, takes: 4 h, passes: 0.7, again after: 5 h } }, sign: {} }
        facilities: { shop: { people: { op: { count: 4, certificates: { gown: 1, sign: 0.5 }, attrition: 300 % / y, hire after: 9 h } } } }
        products:
          cells: { patients: { arrive: { every: 3 h } }, route: [ { step: wash, takes: 5 h, uses: { op: { certified: gown } } } ] }
          notes: { patients: { arrive: { every: 4 h } }, route: [ { review: read, takes: 5 h, uses: { op: { certified: sign } } } ] }
        """, untilHour: 20)
    }

    @Test("A sound run breaks nothing")
    func sound() throws {
      let run = try line()
      #expect(run.findings().isEmpty)
      let later = try line()
      later.run(untilHour: 95)
      #expect(later.findings().isEmpty)
    }

    @Test("A person who counts for what has lapsed")
    func counts() throws {
      let run = try line()
      let pool = try run.pool("op")
      run.simulation.model.pools[pool].staff.rows[0].valid ^= 1
      #expect(run.finding("certificates that count = certificates that are valid") != nil)
    }

    @Test("A certificate that is valid after its expiry")
    func expired() throws {
      let run = try line()
      let row = Int(run.simulation.model.pools[try run.pool("op")].staff.rows[0].certificates)
      run.simulation.model.held[row].expires = .zero
      run.simulation.model.held[row].isValid = true
      #expect(run.finding("now ≤ expiry of what is valid") != nil)
    }

    @Test("More persons with certificates than persons present")
    func tooMany() throws {
      let run = try line()
      let pool = try run.pool("op certified for gown")
      run.simulation.model.pools[pool].base = 99
      #expect(run.finding("persons present with certificates ≤ persons present") != nil)
    }

    @Test("A certificate of nobody")
    func ofNobody() throws {
      let run = try line()
      _ = run.simulation.model.held.add(CertificateRow())
      #expect(run.finding("certificates = certificates of persons employed") != nil)
    }
  }
#endif
