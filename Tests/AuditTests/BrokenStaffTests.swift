#if RUN_CHECKS
  import Testing

  @testable import PipelineSimulation

  /// Who is away, and who serves whom.
  @Suite("Audits find: people who are not where the books say") struct BrokenStaffTests {
    private let ill = """
      facilities: { shop: { people: { op: { count: 4, absence: { share: 50 %, spells: { exponential: 20 h } } } } } }
      products: { a: { patients: { arrive: { every: 5 h } }, route: [ { step: work, takes: 1 h, uses: op } ] } }
      """

    @Test("Persons who are away, and persons who are known one by one")
    func away() throws {
      #expect(try AuditedRun(ill, untilHour: 50).findings().isEmpty)
      for (identity, change) in [
        ("persons away = persons in a spell", { $0.pools[0].staff.away += 1 }),
        ("level of persons away = persons away", { $0.pools[0].staff.awayArea.change(by: 1, at: 0) }),
        ("∫ persons away = Σ times away", { $0.pools[0].staff.awayArea.change(by: 1, at: 0) }),
        ("persons known one by one = persons employed", { $0.pools[0].staff.rows.removeLast() }),
      ] as [(String, (inout PipelineRun) -> Void)] {
        let run = try AuditedRun(ill, untilHour: 50)
        change(&run.simulation.model)
        // A person who does not exist makes the audit look at the role.
        run.simulation.model.pools[0].persons += 1
        #expect(run.finding(identity) != nil, "\(identity)")
      }
    }

    @Test("One claim served by its own role and by the one that stands in")
    func cover() throws {
      let text = """
        facilities: { lund: { people: { qp: { count: 1, covered by: deputy }, deputy: { count: 1 } } } }
        products: { a: { patients: { arrive: { every: 7 h } }, route: [ { step: work, takes: 5 h, uses: qp } ] } }
        """
      #expect(try AuditedRun(text, untilHour: 8).findings().isEmpty)
      let run = try AuditedRun(text, untilHour: 8)
      run.simulation.model.tokens[try run.token(.working)].taken = 0b11
      #expect(run.finding("roles that serve one claim ≤ 1") != nil)
    }
  }
#endif
