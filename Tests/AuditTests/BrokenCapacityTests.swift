#if RUN_CHECKS
  import EventKernel
  import Quantities
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits find: capacity, units and claims") struct BrokenCapacityTests {
    private func shop() throws -> AuditedRun { try AuditedRun(AuditedLines.shop, untilHour: 20) }

    @Test("A unit in use that nobody holds")
    func inUse() throws {
      let run = try shop()
      let oven = try run.pool("oven")
      run.simulation.model.pools[oven].inUse -= 1
      let finding = try #require(run.finding("units in use = units held"))
      #expect(finding.place == "oven")
      #expect((finding.left, finding.right) == (0, 1))
      #expect(
        finding.description == "'units in use = units held' does not hold for oven: 0 against 1")
    }

    @Test("A use beyond capacity, even one that is over before anybody looks")
    func exceeded() throws {
      let run = try shop()
      let oven = try run.pool("oven")
      run.simulation.model.pools[oven].inUse += 1
      run.simulation.model.pools[oven].inUse -= 1
      let finding = try #require(run.finding("units in use ≤ units in service"))
      #expect((finding.left, finding.right) == (2, 1))
    }

    @Test("Fewer units in use than none")
    func negative() throws {
      let run = try shop()
      let oven = try run.pool("oven")
      run.simulation.model.pools[oven].inUse = -1
      #expect(run.finding("units in use ≤ units in service") != nil)
    }

    @Test("Units in service that are not there")
    func capacity() throws {
      let run = try shop()
      let oven = try run.pool("oven")
      run.simulation.model.pools[oven].capacity = 2
      let finding = try #require(run.finding("units in service = units on shift - units down"))
      #expect((finding.left, finding.right) == (2, 1))
    }

    @Test("Work that goes on beyond capacity though it has to yield")
    func overtime() throws {
      let run = try shop()
      let oven = try run.pool("oven")
      run.simulation.model.pools[oven].base = 0
      run.simulation.model.pools[oven].capacity = 0
      #expect(run.finding("work that has to yield and does not = 0") != nil)
    }

    @Test("A claim that is half held by who works")
    func halfHeld() throws {
      let run = try shop()
      let worker = try run.token(.working)
      run.simulation.model.tokens[worker].taken = 0
      let finding = try #require(run.finding("resources held by work = resources of its claim"))
      #expect((finding.left, finding.right) == (0, 1))
    }

    @Test("A claim that is half held by who waits")
    func heldWhileWaiting() throws {
      let run = try shop()
      let waiting = try run.token(.inLine)
      run.simulation.model.tokens[waiting].hasStarted = false
      run.simulation.model.tokens[waiting].taken = 1
      #expect(run.finding("resources held of a claim that waits = 0") != nil)
    }

    @Test("Something kept that its holder has forgotten")
    func forgotten() throws {
      let run = try shop()
      let rows = 0..<run.simulation.model.tokens.capacity
      let keeper = try #require(rows.first { run.simulation.model.tokens[$0].kept >= 0 })
      run.simulation.model.tokens[keeper].kept = -1
      let found = run.findings()
      #expect(found.contains { $0.identity == "holdings = holdings of living tokens" })
      #expect(found.contains { $0.identity == "units in use = units held by living tokens" })
    }

    @Test("A line that is longer than its limit")
    func limit() throws {
      let run = try shop()
      let line = try run.line("mix")
      while run.simulation.model.lines[line].count < 3 { run.run(untilHour: hour(of: run) + 1) }
      let rows = (0..<run.simulation.model.tokens.capacity).filter {
        run.simulation.model.tokens[$0].state == .inLine
          && run.simulation.model.tokens[$0].step == Int32(line)
      }
      var copy = run.simulation.model.tokens[rows[0]]
      copy.kept = -1
      let fourth = run.simulation.model.tokens.add(copy)
      run.simulation.model.insert(fourth, in: line)
      let finding = try #require(run.finding("number in line ≤ places in line"))
      #expect((finding.left, finding.right) == (4, 3))
    }

    private func hour(of run: AuditedRun) -> Int64 { run.simulation.agenda.now.ticks / 3_600_000 }

    @Test("Who works and is forgotten by the calendar")
    func timer() throws {
      let run = try shop()
      let worker = try run.token(.working)
      let ticket = run.simulation.model.tokens[worker].endTicket
      run.simulation.agenda.withdraw(ticket)
      run.simulation.model.tokens[worker].isFresh = false
      #expect(run.finding("events ahead that end a stay = 1") != nil)
    }

    @Test("A unit that breaks before its life is over, counted by use and by the calendar")
    func early() throws {
      for (pool, identity) in [
        ("bench", "use before a failure = life"), ("oven", "time before a failure = life"),
      ] {
        let run = try AuditedRun(AuditedLines.breaking, untilHour: 4)
        let index = Int32(try run.pool(pool))
        let soon = SimulationTime(ticks: run.simulation.agenda.now.ticks + 60_000)
        run.simulation.agenda.schedule(.breaks(pool: index, unit: 0), at: soon, rank: .change)
        run.run(untilHour: 5)
        #expect(run.finding(identity) != nil, "\(pool)")
      }
    }

    @Test("A unit that lasts beyond its life")
    func late() throws {
      let run = try AuditedRun(AuditedLines.breaking, untilHour: 3)
      let bench = try run.pool("bench")
      run.simulation.agenda.withdraw(run.simulation.model.pools[bench].units[0].ticket)
      run.simulation.agenda.withdraw(run.simulation.model.pools[bench].units[1].ticket)
      let worker = try run.token(.working)
      run.simulation.agenda.withdraw(run.simulation.model.tokens[worker].endTicket)
      run.simulation.model.tokens[worker].endTicket = run.simulation.agenda.schedule(
        .ends(token: Int32(worker)), at: SimulationTime(ticks: 19 * 3_600_000), rank: .completion)
      run.run(untilHour: 12)
      #expect(run.finding("use without a failure ≤ life") != nil)
    }

    @Test("A unit down that nobody repairs")
    func down() throws {
      let run = try AuditedRun(AuditedLines.breaking, untilHour: 4)
      let bench = try run.pool("bench")
      run.simulation.model.pools[bench].down += 1
      let finding = try #require(run.finding("units down = units that broke and are not mended"))
      #expect((finding.left, finding.right) == (1, 0))
    }
  }
#endif
