#if RUN_CHECKS
  import Quantities
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits find: people by month and graduates") struct BrokenCareerTests {
    @Test("A month that does not add up with its year")
    func month() throws {
      #expect(try AuditedRun(AuditedLines.careers, untilHour: 60).findings().isEmpty)
      let run = try AuditedRun(AuditedLines.careers, untilHour: 60)
      run.simulation.model.months[0].qualifiedBefore += 1_000_000
      #expect(run.finding("Σ months of qualified persons = Σ years") != nil)
    }

    @Test("Graduates who are in no role, and who work before they may")
    func graduates() throws {
      let run = try AuditedRun(AuditedLines.careers, untilHour: 60)
      let first = try #require(run.simulation.model.careers.first)
      var other = first
      other.person += 1_000
      other.isIndependent.toggle()
      run.simulation.model.careers += Array(repeating: other, count: 100)
      #expect(run.finding("graduates in a role ≤ employed") != nil)
    }

    @Test("Money for training that no programme has spent")
    func money() throws {
      let run = try AuditedRun(AuditedLines.careers, untilHour: 60)
      run.simulation.model.costs.training[0] += 5_000
      #expect(run.finding("costs of programmes = what is paid for training") != nil)
    }
  }
#endif
