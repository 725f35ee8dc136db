#if RUN_CHECKS
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits of sound runs") struct SoundRunTests {
    @Test("A sound run breaks no identity, at any hour", arguments: AuditedLines.all)
    func sound(text: String) throws {
      for hour: Int64 in [0, 1, 17, 40, 99] {
        let run = try AuditedRun(text, untilHour: hour)
        #expect(run.findings().isEmpty, "hour \(hour)")
        if hour == 99 {
          #expect(run.simulation.model.audit.book.checks > 2_000)
          #expect(run.simulation.model.audit.eventsSeen > 100)
        }
      }
    }
  }
#endif
