#if RUN_CHECKS
  import EventKernel
  import OutputAnalysis
  import Quantities
  import Testing

  @testable import PipelineSimulation

  /// A level that is wrong for a while and right again: no count shows it, only the integral does.
  @Suite("Audits find: integrals over time") struct BrokenIntegralTests {
    private func error(
      in text: String, identity: String, _ level: (inout PipelineRun, (inout LevelIntegral) -> Void) -> Void
    ) throws -> Int128? {
      let run = try AuditedRun(text, untilHour: 30)
      let now = run.simulation.agenda.now.ticks
      level(&run.simulation.model) { area in
        area.change(by: 1, at: now - 1)
        area.change(by: -1, at: now)
      }
      return run.finding(identity).map { $0.left - $0.right }
    }

    @Test("A tick too long in a line, at a station, in the system")
    func lines() throws {
      let text = AuditedLines.shop
      for (identity, level) in [
        ("∫ number in line = Σ times in line", { (run, change) in change(&run.lines[0].waiting) }),
        ("∫ number at a station = Σ times at it", { (run, change) in change(&run.lines[0].present) }),
        ("∫ number in system = Σ times in system", { (run, change) in change(&run.systems[0].number) }),
      ] as [(String, (inout PipelineRun, (inout LevelIntegral) -> Void) -> Void)] {
        let error = try error(in: text, identity: identity, level)
        #expect(error == 1, "\(identity)")
      }
    }

    @Test("A tick too long in use, on the shelf, asked for, down, employed, in training")
    func units() throws {
      for (text, identity, level) in [
        (
          AuditedLines.shop, "∫ units in use = Σ times of use",
          { (run, change) in change(&run.pools[0].busyArea) }
        ),
        (
          AuditedLines.shop, "∫ units on the shelf = Σ times on the shelf",
          { (run, change) in change(&run.stocks[0].onHandArea) }
        ),
        (
          AuditedLines.shop, "∫ units asked for = Σ times of asking",
          { (run, change) in change(&run.stocks[0].askedArea) }
        ),
        (
          AuditedLines.breaking, "∫ units down = Σ times down",
          { (run, change) in change(&run.pools[0].downArea) }
        ),
        (
          AuditedLines.people, "∫ persons = Σ times employed",
          { (run, change) in change(&run.pools[0].employedArea) }
        ),
        (
          AuditedLines.people, "∫ independent persons = Σ times of independence",
          { (run, change) in change(&run.pools[0].independentArea) }
        ),
        (
          AuditedLines.people, "∫ trainees = Σ times in training",
          { (run, change) in change(&run.training[0].studentsArea) }
        ),
      ] as [(String, String, (inout PipelineRun, (inout LevelIntegral) -> Void) -> Void)] {
        let error = try error(in: text, identity: identity, level)
        #expect(error == 1, "\(identity)")
      }
    }

    @Test("A tick that belongs to no number in the system")
    func distribution() throws {
      let run = try AuditedRun(AuditedLines.shop, untilHour: 30)
      run.simulation.model.systems[0].ticks[3] += 1
      let finding = try #require(run.finding("Σ times with each number = time"))
      #expect(finding.left == finding.right + 1)
      #expect(run.finding("Σ numbers × times with each = Σ times in system") != nil)
    }

    @Test("A level that is not its number")
    func levels() throws {
      for (identity, change) in [
        (
          "number in line = those who wait",
          { $0.lines[0].waiting.change(by: 1, at: 0) }
        ),
        (
          "number at a station = those who are there",
          { $0.lines[0].present.change(by: 1, at: 0) }
        ),
        ("number in line = length of the line", { $0.lines[0].count += 1 }),
        (
          "level of busy units = units in use",
          { $0.pools[0].busyArea.change(by: 1, at: 0) }
        ),
        (
          "level of open units = units in service",
          { $0.pools[0].openArea.change(by: 1, at: 0) }
        ),
        (
          "claims counted as short = claims in the lines",
          { $0.pools[0].shortArea.change(by: 1, at: 0) }
        ),
        (
          "number in system = those who are there",
          { $0.systems[0].number.change(by: 1, at: 0) }
        ),
        ("in progress as counted = patients in progress", { $0.inProgress[0] += 1 }),
      ] as [(String, (inout PipelineRun) -> Void)] {
        let run = try AuditedRun(AuditedLines.shop, untilHour: 30)
        change(&run.simulation.model)
        let finding = try #require(run.finding(identity), "\(identity)")
        #expect(finding.left == finding.right + 1)
      }
    }
  }
#endif
