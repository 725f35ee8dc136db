#if RUN_CHECKS
  import Testing

  @testable import PipelineSimulation

  @Suite("A run ends when a batch that was made for one patient is infused to another")
  struct BrokenIdentityTests {
    private let line = """
      products:
        cell:
          patients: { arrive: { at: [0 h, 1 h] } }
          route: [ { make: batch }, { step: fill, takes: 9 h }, { infuse: infusion, takes: 1 h } ]
      """

    private func swapped(_ change: (inout Batch) -> Void) throws -> RunOutcome {
      let run = try AuditedRun(line, untilHour: 5)
      let row = try #require(
        (0..<run.simulation.model.batches.capacity).first { run.simulation.model.batches[$0].isInUse })
      change(&run.simulation.model.batches[row])
      run.run(untilHour: 99)
      return run.simulation.model.outcome
    }

    @Test("It does not when nothing was changed")
    func sound() throws { #expect(try swapped { _ in } == .horizonReached) }

    @Test("Neither by the number of the patient, nor by the product, does it pass")
    func broken() throws {
      guard case .broken(let seconds, let what) = try swapped({ $0.number += 7 }) else {
        Issue.record("another patient's batch was infused")
        return
      }
      #expect(seconds == 36_000)
      #expect(what.contains("cell 1") && what.contains("patient 8"))
      guard case .broken = try swapped({ $0.source += 1 }) else {
        Issue.record("another product's batch was infused")
        return
      }
    }
  }
#endif
