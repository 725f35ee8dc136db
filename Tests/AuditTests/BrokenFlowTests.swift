#if RUN_CHECKS
  import EventKernel
  import Quantities
  import Testing

  @testable import PipelineSimulation

  @Suite("Audits find: flows and chains") struct BrokenFlowTests {
    private func shop() throws -> AuditedRun { try AuditedRun(AuditedLines.shop, untilHour: 20) }

    @Test("A patient who is counted and did not come")
    func referred() throws {
      let run = try shop()
      let counters = run.simulation.model.tables.variants[0].counters
      run.simulation.model.values[Int(counters.referred)] += 1
      let finding = try #require(run.finding("in progress + referred = treated + lost + in progress"))
      #expect(finding.left == finding.right + 1)
      #expect(run.finding("referred in the record = referred") != nil)
    }

    @Test("A patient who came and is nowhere")
    func vanished() throws {
      let run = try shop()
      let worker = try run.token(.working)
      let patient = run.simulation.model.tokens[worker].patient
      run.simulation.model.patients[patient].token = -1
      let finding = try #require(run.finding("referred = treated + lost + in progress"))
      #expect(finding.left == finding.right + 1)
    }

    @Test("Patients who leave more often than they come")
    func twice() throws {
      let run = try shop()
      let worker = try run.token(.working)
      let now = run.simulation.agenda.now
      run.simulation.model.trace("leaves", worker, now)
      #expect(run.finding("referred = treated + lost + in progress") != nil)
    }

    @Test("A product that has changed its patient")
    func swapped() throws {
      let run = try shop()
      let one = try run.token(.working)
      let mine = run.simulation.model.tokens[one].patient
      let other = try #require(
        (0..<run.simulation.model.patients.capacity).first {
          run.simulation.model.patients[$0].isInUse && $0 != Int(mine)
        })
      run.simulation.model.tokens[one].patient = Int32(other)
      let found = run.findings()
      #expect(found.contains { $0.identity == "patient of a product now = patient at its beginning" })
      #expect(found.contains { $0.identity == "patient of a batch = patient of its parts" })
      #expect(found.contains { $0.identity == "references to a patient = his parts" })
    }

    @Test("A batch that goes to another patient than the one for whom it was begun")
    func wrongBatch() throws {
      let run = try shop()
      let rows = (0..<run.simulation.model.tokens.capacity).filter {
        run.simulation.model.tokens[$0].state != .free && run.simulation.model.tokens[$0].batch >= 0
      }
      let (one, two) = (rows[0], rows[1])
      let (batch, other) = (run.simulation.model.tokens[one].batch, run.simulation.model.tokens[two].batch)
      run.simulation.model.tokens[one].batch = other
      run.simulation.model.tokens[two].batch = batch
      #expect(run.finding("patient of a batch now = patient at its beginning") != nil)
      #expect(run.finding("patient of a batch = patient of its parts") != nil)
    }

    @Test("A part of a split that belongs to somebody else than the whole")
    func wrongPart() throws {
      let run = try AuditedRun(AuditedLines.parts, untilHour: 40)
      let part = try #require(
        (0..<run.simulation.model.tokens.capacity).first {
          run.simulation.model.tokens[$0].state != .free && run.simulation.model.tokens[$0].parent >= 0
        })
      run.simulation.model.tokens[part].number += 1
      #expect(run.finding("number of a product = number of its patient") != nil)
    }

    @Test("A batch with a part too many")
    func references() throws {
      let run = try shop()
      let worker = try run.token(.working)
      let batch = run.simulation.model.tokens[worker].batch
      run.simulation.model.batches[batch].references += 1
      let finding = try #require(run.finding("references to a batch = its parts"))
      #expect(finding.left == finding.right + 1)
    }

    @Test("A batch that was numbered and never began")
    func batches() throws {
      let run = try shop()
      run.simulation.model.batchSerial += 1
      run.simulation.model.size.batches += 1
      #expect(run.finding("batches numbered = batches begun") != nil)
      #expect(run.finding("batches in the record = batches begun") != nil)
    }

    @Test("Something sent that is not under way")
    func transport() throws {
      let run = try AuditedRun(AuditedLines.parts, untilHour: 40)
      let anybody = try run.token(.underWay)
      let now = run.simulation.agenda.now
      run.simulation.model.trace("is sent", anybody, now)
      #expect(run.finding("sent = arrived + lost in transport + given up + under way") != nil)
    }

    @Test("A member that its gathering has forgotten")
    func member() throws {
      let run = try AuditedRun(AuditedLines.parts, untilHour: 14)
      run.simulation.model.gathers[0].waiting.removeLast()
      let finding = try #require(run.finding("members = those who were gathered"))
      #expect(finding.left == finding.right - 1)
    }

    @Test("More slots taken than were offered, and a booking without a patient")
    func bookings() throws {
      let run = try AuditedRun(AuditedLines.parts, untilHour: 20)
      run.simulation.model.ledger.taken[1, default: [:]][1, default: 0] += 5
      #expect(run.finding("slots taken ≤ slots offered") != nil)
      let booked = try #require(
        (0..<run.simulation.model.patients.capacity).first { run.simulation.model.patients[$0].booking >= 0 })
      run.simulation.model.patients[booked].booking = -1
      #expect(run.finding("booking of a patient = patient of a booking") != nil)
    }

    @Test("Units on a shelf that were never received, on order that were never ordered, asked for by nobody")
    func stock() throws {
      let changes: [(String, (inout PipelineRun) -> Void)] = [
        (
          "units on the shelf = received - issued - expired",
          { $0.pools[$0.tables.stocks[0].pool.place].capacity += 1 }
        ),
        (
          "units in lots = units on the shelf", { $0.stocks[0].lots.add(StockLot(count: 1, expires: .never)) }
        ),
        ("units on order = units of the orders under way", { $0.stocks[0].onOrder += 1 }),
        ("units asked for = units of claims that wait", { $0.stocks[0].asked += 1 }),
        (
          "level of the shelf = units on the shelf",
          { $0.stocks[0].onHandArea.change(by: 1, at: 0) }
        ),
        (
          "units ordered = delivered + failed + on order",
          { $0.trace("is ordered", 3, of: $0.tables.stocks[0].pool.place, .zero) }
        ),
        ("orders counted = orders made", { $0.stocks[0].orders += 1 }),
      ]
      for (identity, change) in changes {
        let run = try shop()
        change(&run.simulation.model)
        run.simulation.model.stocks[0].orders += 0
        let finding = try #require(run.finding(identity), "\(identity)")
        #expect(finding.left != finding.right && finding.place == "kit")
      }
    }

    @Test("An order that counts on a lot which is no more")
    func lot() throws {
      let run = try AuditedRun(
        """
        facilities: { shop: { devices: { bench: { count: 1 } } } }
        stocks: { bag: { initial: 1 bags, reorder: { at: 0 bags, quantity: 2 bags, made by: lot } } }
        products:
          lot: { route: [ { make: lot }, { step: fill, takes: 9 h, uses: { bench: 1 } }, { store: bag, yields: 2 } ] }
          cake: { patients: { arrive: { every: 4 h } }, route: [ { step: eat, takes: 1 h, uses: { bench: 1 }, consumes: bag } ] }
        """, untilHour: 20)
      run.simulation.model.stocks[0].quantities[99] = 0
      #expect(run.finding("orders under way without a lot = 0") != nil)
    }

    @Test("Persons and trainees who were never there, or leave twice")
    func people() throws {
      let run = try AuditedRun(AuditedLines.people, untilHour: 30)
      let baker = try run.pool("baker")
      let soon = SimulationTime(ticks: run.simulation.agenda.now.ticks + 1)
      run.simulation.agenda.schedule(.leaves(pool: Int32(baker), person: 777), at: soon, rank: .change)
      run.simulation.agenda.schedule(.graduates(programme: 0, trainee: 777), at: soon, rank: .change)
      run.run(untilHour: 31)
      let found = run.findings()
      for identity in [
        "persons who leave = persons who were there", "persons employed = came - left",
        "left in the record = persons who went", "trainees who end = trainees who were there",
        "trainees = entered - ended",
      ] {
        #expect(found.contains { $0.identity == identity }, "\(identity)")
      }
      let school = try AuditedRun(AuditedLines.people, untilHour: 30)
      school.simulation.model.training[0].present = 5
      #expect(school.finding("trainees ≤ seats") != nil)
    }
  }

  extension Int32 {
    /// As a place in a table.
    fileprivate var place: Int { Int(self) }
  }
#endif
