#if RUN_CHECKS
  import EventKernel
  import Quantities
  import Testing

  @testable import PipelineSimulation

  @Suite("What an audit says") struct AuditFailureTests {
    @Test(
      "A broken identity ends the process, with its name, both numbers, the instant, replication and seed")
    func sentence() async throws {
      let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let run = try AuditedRun(AuditedLines.shop, untilHour: 20, replication: 4)
        run.simulation.model.audit.isTrapping = true
        run.simulation.model.stocks[0].asked += 1
        run.run(untilHour: 22)
      }
      let words = String(decoding: result.standardErrorContent, as: UTF8.self)
      #expect(
        words.contains("the identity 'units asked for = units of claims that wait' does not hold for kit: "))
      #expect(words.contains(" against "))
      #expect(words.contains(", at 2024-01-01 2"))
      #expect(words.contains(", replication 4, seed 1"))
    }
  }
#endif
