#if RUN_CHECKS
  import Testing

  @testable import PipelineSimulation

  /// Persons on a route, each with a run of their own.
  @Suite("Audits find: persons without their runs, and runs without their persons")
  struct BrokenPersonalRunTests {
    @Test("Trainees and newcomers who have no run, runs that belong to nobody, applicants who are forgotten")
    func broken() throws {
      #expect(try AuditedRun(AuditedLines.trainees, untilHour: 13).findings().isEmpty)
      for (identity, change) in [
        (
          "runs under way for who does not learn = 0",
          { run in run.pools[1].learning.removeAll() }
        ),
        ("persons who learn = runs that are under way for them", { run in run.pools[1].learning.append(77) }),
        (
          "trainees = runs that are under way for them",
          { run in
            for row in 0..<run.patients.capacity where run.patients[row].isInUse {
              if case .trainees = run.tables.sources[Int(run.patients[row].source)].sends {
                run.patients[row].number += 50
              }
            }
          }
        ),
        ("turned away", { $0.training[0].turnedAway += 1 }),
        ("level of applicants who wait = their number", { $0.training[1].waitingArea.change(by: 1, at: 0) }),
        ("∫ applicants who wait = Σ times waited", { $0.training[1].waitingArea.change(by: 1, at: 0) }),
      ] as [(String, (inout PipelineRun) -> Void)] {
        let run = try AuditedRun(AuditedLines.trainees, untilHour: 13)
        change(&run.simulation.model)
        #expect(run.finding(identity) != nil, "\(identity)")
      }
    }
  }
#endif
