#if RUN_CHECKS
  import EventKernel
  import Quantities
  import Testing

  @testable import PipelineSimulation

  /// Books of a run that say something else than its rows, one after the other.
  @Suite("Audits find: every book that is wrong") struct BrokenBookTests {
    typealias Change = (AuditedRun) throws -> Void

    private func find(_ identity: String, in text: String, hour: Int64 = 30, _ change: Change) throws {
      let run = try AuditedRun(text, untilHour: hour)
      try change(run)
      let found = run.findings()
      #expect(found.contains { $0.identity == identity }, "\(identity)")
      #expect(found.allSatisfy { $0.identity.contains("≤") || $0.left != $0.right })
    }

    @Test("Counts of a record")
    func record() throws {
      for (identity, place) in [
        ("treated in the record = treated", \VariantCounters.treated),
        ("batches started in the record = batches begun", \VariantCounters.batchesStarted),
        ("in progress + referred = treated + lost + in progress, in a year", \VariantCounters.referred),
      ] {
        try find(identity, in: AuditedLines.shop) { run in
          let counters = run.simulation.model.tables.variants[0].counters
          run.simulation.model.values[Int(counters[keyPath: place])] += 1
        }
      }
      try find("lost in the record = lost", in: AuditedLines.shop) { run in
        let place = try #require(run.simulation.model.tables.lossCounters.first { $0 >= 0 })
        run.simulation.model.values[Int(place)] += 1
      }
      try find("patients in the record = in progress at the start + referred", in: AuditedLines.shop) { run in
        run.simulation.model.size.patients += 1
      }
      try find("hired in the record = persons who came", in: AuditedLines.people) { run in
        run.simulation.model.values[Int(run.simulation.model.tables.poolCounters[0].hired)] += 1
      }
      try find("batches begun = over + in progress", in: AuditedLines.shop) { run in
        _ = run.simulation.model.batches.add(Batch())
      }
    }

    @Test("Lines")
    func lines() throws {
      let text = AuditedLines.shop
      func mix(_ run: AuditedRun) throws -> Int { try run.line("mix") }
      try find("length of the line = those who wait in it", in: text) { run in
        run.simulation.model.lines[try mix(run)].head = -1
      }
      try find("end of the line = the last in it", in: text) { run in
        run.simulation.model.lines[try mix(run)].tail = -1
      }
      try find("places out of order = 0", in: text) { run in
        let head = run.simulation.model.lines[try mix(run)].head
        run.simulation.model.tokens[head].priority = 99
      }
      try find("those counted as short ≤ those in line", in: text) { run in
        run.simulation.model.lines[try mix(run)].counted = 99
      }
      try find("those kept outside a line that has places = 0", in: text) { run in
        let head = run.simulation.model.lines[try mix(run)].head
        run.simulation.model.tokens[head].isOutside = true
        run.simulation.model.tokens[head].blocking = 0
        run.simulation.model.lines[try mix(run)].isStuck = true
      }
    }

    @Test("Claims")
    func claims() throws {
      try find("resources held of a claim outside its step = 0", in: AuditedLines.parts, hour: 40) { run in
        run.simulation.model.tokens[try run.token(.underWay)].taken = 1
      }
      try find("resources held by suspended work < resources of its claim", in: AuditedLines.shop) { run in
        let waiting = try run.token(.inLine)
        run.simulation.model.tokens[waiting].hasStarted = true
        run.simulation.model.tokens[waiting].taken = .max
      }
      try find("rows of tokens in use = tokens", in: AuditedLines.shop) { run in
        _ = run.simulation.model.tokens.addBlank()
      }
    }

    @Test("Patients")
    func patients() throws {
      let text = AuditedLines.shop
      func patient(_ run: AuditedRun) throws -> Int {
        Int(run.simulation.model.tokens[try run.token(.working)].patient)
      }
      try find("instant of arrival = instant of the first sight", in: text) { run in
        let row = try patient(run)
        run.simulation.model.audit.patients[row].isInSystem = false
        run.simulation.model.patients[row].arrived = .zero
      }
      try find("main ways of a patient in the system = 1", in: text) { run in
        let row = try patient(run)
        run.simulation.model.patients[row].token = Int32(try run.token(.inLine))
      }
      try find("rows of a patient = 1", in: text) { run in
        let row = try patient(run)
        run.simulation.model.patients[row].isInUse = false
      }
      try find("rows of a batch = 1", in: text) { run in
        let batch = run.simulation.model.tokens[try run.token(.working)].batch
        run.simulation.model.batches[batch].isInUse = false
      }
      try find("1 ≤ parts that refer to a batch", in: text) { run in
        let batch = run.simulation.model.tokens[try run.token(.working)].batch
        run.simulation.model.batches[batch].references = 0
      }
      try find("product that is made = product that the patient waits for", in: text) { run in
        run.simulation.model.tokens[try run.token(.working)].variant = 1
      }
      try find("patient of a part = patient of the whole", in: AuditedLines.parts, hour: 40) { run in
        let rows = 0..<run.simulation.model.tokens.capacity
        let part = try #require(
          rows.first {
            run.simulation.model.tokens[$0].state != .free && run.simulation.model.tokens[$0].parent >= 0
          })
        let parent = run.simulation.model.tokens[part].parent
        run.simulation.model.tokens[parent].patient = -1
      }
    }

    @Test("Groups, bookings")
    func groups() throws {
      let text = AuditedLines.parts
      try find("members = different members", in: text, hour: 14) { run in
        run.simulation.model.gathers[0].waiting.append(run.simulation.model.gathers[0].waiting[0])
      }
      try find("members of a group that are elsewhere = 0", in: text, hour: 14) { run in
        let member = try #require(run.simulation.model.gathers[0].groups.values.first?.first)
        run.simulation.model.tokens[member].unit = 99
      }
      try find("groups that move their members = 1", in: text, hour: 14) { run in
        let group = try #require(run.simulation.model.gathers[0].groups.keys.first)
        run.simulation.model.tokens[group].state = .free
      }
      try find("bookings of a day ≤ slots taken", in: text, hour: 20) { run in
        for variant in run.simulation.model.ledger.taken.keys {
          for day in 0..<7 { run.simulation.model.ledger.taken[variant]?[day] = 0 }
        }
      }
      try find("patients who are booked = bookings", in: text, hour: 20) { run in
        let booked = try #require(
          (0..<run.simulation.model.patients.capacity).first {
            run.simulation.model.patients[$0].booking >= 0
          })
        run.simulation.model.patients[booked].booking = -1
      }
    }

    @Test("What is reserved without a booking")
    func spots() throws {
      let text = """
        facilities: { lab: { devices: { incubator: { count: 1 } } } }
        products:
          cell:
            slots: { weekly: { wed: 1 }, book ahead: 4 wk }
            patients: { arrive: { at: [0 h] } }
            route: [ { book: slot }, { culture: seed, on: booked day, takes: 3 d, uses: incubator } ]
          short: { patients: { arrive: { at: [0 h] } }, route: [ { culture: grow, takes: 1 d, uses: incubator } ] }
          long: { patients: { arrive: { at: [1 h] } }, route: [ { culture: grow, takes: 5 d, uses: incubator } ] }
        """
      try find("reserved units of somebody who is there", in: text, hour: 20) { run in
        let place = try #require(run.simulation.model.ledger.spots.firstIndex { !$0.isWaiting })
        run.simulation.model.ledger.spots[place].generation += 1
      }
      try find("units reserved ahead for somebody who waits", in: text, hour: 40) { run in
        let place = try #require(run.simulation.model.ledger.spots.firstIndex { $0.isWaiting })
        run.simulation.model.ledger.spots[place].token = 0
      }
      try find("units held without a booking ≤ units in use", in: text, hour: 20) { run in
        let place = try #require(run.simulation.model.ledger.spots.firstIndex { !$0.isWaiting })
        run.simulation.model.ledger.spots[place].count = 7
      }
      try find("reserved on a date = promised by bookings + held by others", in: text, hour: 40) { run in
        let place = try #require(run.simulation.model.ledger.spots.firstIndex { $0.isWaiting })
        run.simulation.model.ledger.spots.remove(at: place)
      }
    }

    @Test("Persons and trainees")
    func people() throws {
      for (identity, change) in [
        ("applicants = entered + waiting + turned away", { $0.training[0].waiting += 1 }),
        ("entered = ended + in training", { $0.training[0].present -= 1 }),
        ("level of trainees = trainees", { $0.training[0].present += 1 }),
        ("persons who learn and are gone = 0", { $0.pools[0].learning.append(999) }),
        ("persons who work by themselves = employed - learning", { $0.pools[0].independent += 1 }),
        ("level of persons = persons employed", { $0.pools[0].employed += 1 }),
        ("level of independent persons = their number", { $0.pools[0].independent += 1 }),
        ("0 ≤ vacancies", { $0.pools[0].vacancies = -1 }),
      ] as [(String, (inout PipelineRun) -> Void)] {
        try find(identity, in: AuditedLines.people) { run in
          change(&run.simulation.model)
          // A person who does not exist makes the audit look at the role.
          run.simulation.model.pools[0].persons += 1
        }
      }
      try find("persons who come twice = 0", in: AuditedLines.people) { run in
        run.simulation.model.audit.staff[0].employed[run.simulation.model.pools[0].persons + 1] = 0
        run.simulation.model.pools[0].persons += 1
        run.simulation.model.pools[0].employed += 2
      }
    }

    @Test("Units and stocks")
    func units() throws {
      try find("level of units down = units down", in: AuditedLines.breaking) { run in
        run.simulation.model.pools[0].downArea.change(by: 1, at: 0)
      }
      try find("users of a unit that do not work = 0", in: AuditedLines.breaking, hour: 3) { run in
        let bench = try run.pool("bench")
        run.simulation.model.tokens[try run.token(.working)].state = .underWay
        run.simulation.model.audit.units[bench] = []
        run.simulation.model.pools[bench].isDirty = false
      }
      try find("life after a repair = the next life", in: AuditedLines.breaking, hour: 3) { run in
        let bench = try run.pool("bench")
        run.simulation.model.audit.units[bench][0].isDown = true
        run.simulation.model.pools[bench].units[0].lives += 3
      }
      try find("level of units asked for = units asked for", in: AuditedLines.shop) { run in
        run.simulation.model.stocks[0].asked += 1
      }
    }
  }
#endif
