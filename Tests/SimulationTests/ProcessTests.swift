import PipelineSimulation
import Testing

/// A process is used while it is qualified, and at no other time: whatever fails, lapses or is late.
@Suite("Processes that have to be qualified") struct ProcessTests {
  private func scenario(
    _ process: String, runs: String, at patients: String,
    fill: String = "[ { step: fill, takes: 10 h, uses: room } ]",
    more: String = ""
  ) -> String {
    """
    facilities: { shop: { rooms: { room: { count: 1 }, other: { count: 9 } }, processes: { open: { qualified by: fill, \(process) } } } }
    products:
      fill: { purpose: media fill, runs: { \(runs) }, route: \(fill) }
      cells: { patients: { arrive: { at: \(patients) } }, route: [ { step: wash, process: open, takes: 6 h, uses: other } ] }
    \(more)
    """
  }

  @Test("Nobody starts before as many have passed as are needed at first")
  func initially() throws {
    let told = try Told(scenario("initially: 3", runs: "initially: 3", at: "[0 h, 29 h, 30 h, 31 h]"))
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("cells") } == [
        "30 cells 1 starts wash", "30 cells 2 starts wash", "30 cells 3 starts wash",
        "31 cells 4 starts wash",
      ])
    #expect(told.ratio("process.qualified") == 0.7)
    #expect(told.sum("process.stopped") == 0)
  }

  @Test("Where nothing is said there are as many runs at the beginning as the process needs")
  func defaultNumber() throws {
    #expect(try Told(scenario("initially: 4", runs: "every: 60 h", at: "[0 h]")).sum("runs.begun") == 5)
    let used = try Told(scenario("initially: 4, qualified until: 50 d", runs: "every: 60 h", at: "[0 h]"))
    #expect(used.sum("runs.begun") == 2)
    #expect(used.log(of: ["starts"]).contains("0 cells 1 starts wash"))
  }

  @Test("It lapses so long after the last that passed; one is ordered at once, and work at hand is finished")
  func lapse() throws {
    let told = try Told(
      scenario(
        "initially: 1, lapses after: 20 h", runs: "initially: 1", at: "[9 h, 29 h, 30 h, 35 h, 41 h, 60 h]"))
    // Passes at 10 h, lapses at 30 h, again from 40 h to 60 h: an instant later than the last use nobody starts.
    #expect(
      told.log(of: ["starts"]) == [
        "0 fill 1 starts fill", "10 cells 1 starts wash", "29 cells 2 starts wash", "30 fill 2 starts fill",
        "40 cells 3 starts wash", "40 cells 4 starts wash", "41 cells 5 starts wash", "60 fill 3 starts fill",
        "70 cells 6 starts wash", "90 fill 4 starts fill",
      ])
    #expect(told.log(of: ["ends"]).contains("35 cells 2 ends wash"))
    #expect(told.sum("process.lapsed") == 3)
    #expect(told.ratio("process.qualified") == 0.6)
  }

  @Test("One that passes in time puts the lapse off")
  func renewed() throws {
    let told = try Told(
      scenario(
        "initially: 1, qualified until: 30 h, lapses after: 40 h", runs: "from: 15 h, every: 35 h",
        at: "[29 h, 31 h, 66 h]"))
    #expect(told.sum("process.lapsed") == 0)
    #expect(told.ratio("process.qualified") == 1)
    #expect(told.sum("runs.begun") == 3)
  }

  /// The first media fill cannot be read in time, because the reader is away; the next one can.
  private let late = """
    [ { step: fill, takes: 5 h, uses: room }, { step: read, takes: 1 h, uses: reader, line: { patience: 1 h, then: { lose: not read } } } ]
    """
  private func failing(_ process: String, runs: String, at patients: String, away: String = "0 h: 0, 20 h: 1")
    -> String
  {
    scenario(process, runs: runs, at: patients, fill: late).replacing(
      "other: { count: 9 } }", with: "other: { count: 9 } }, devices: { reader: { count: { \(away) } } }")
  }

  @Test("One that fails stops it for the time drawn, then one more has to pass")
  func stop() throws {
    let told = try Told(
      failing(
        "qualified until: 90 d, failed stops: 30 h", runs: "from: 4 h", at: "[8 h, 10 h, 11 h, 39 h, 47 h]"))
    // Filled from 4 h to 9 h, lost at 10 h, stopped until 40 h, filled again and read at 46 h.
    #expect(
      told.log(of: ["starts", "is lost"]) == [
        "4 fill 1 starts fill", "8 cells 1 starts wash", "10 fill 1 is lost read (not read)",
        "40 fill 2 starts fill", "45 fill 2 starts read", "46 cells 2 starts wash", "46 cells 3 starts wash",
        "46 cells 4 starts wash", "47 cells 5 starts wash",
      ])
    #expect(told.sum("process.stopped") == 1)
    #expect(told.ratio("process.qualified") == 0.64)
  }

  @Test("With none to pass again it opens at the end of the stop; without a stop when the next one passes")
  func again() throws {
    let reopened = try Told(
      failing("qualified until: 90 d, failed stops: 30 h, again: 0", runs: "from: 4 h", at: "[11 h]"))
    #expect(reopened.log(of: ["starts"]).last == "40 cells 1 starts wash")
    #expect(reopened.sum("runs.begun") == 1)
    let ordered = try Told(
      failing("qualified until: 90 d, again: 2", runs: "from: 4 h", at: "[11 h]", away: "0 h: 0, 10 h: 1"))
    // Two are ordered at 10 h and filled one after the other: read at 16 h and 21 h.
    #expect(ordered.log(of: ["starts"]).last == "21 cells 1 starts wash")
    #expect(ordered.sum("runs.begun") == 3)
  }

  @Test("One that began before a failure says nothing: it does not bring the process back")
  func overtaken() throws {
    let told = try Told(
      failing(
        "qualified until: 90 d, failed stops: 10 h", runs: "arrive: { at: [4 h, 9 h] }", at: "[11 h]",
        away: "0 h: 0, 14 h: 1"))
    // The second is read from 14 h to 15 h, while the process is stopped until 20 h; a third has to be, from 25 h to 26 h.
    #expect(told.log(of: ["starts", "leaves"]).contains("15 fill 2 leaves read"))
    #expect(told.log(of: ["starts"]).last == "26 cells 1 starts wash")
  }

  @Test("A run that is lost before its work has begun has not failed")
  func notBegun() throws {
    let told = try Told(
      scenario(
        "qualified until: 90 d, failed stops: 1 y", runs: "from: 1 h", at: "[0 h, 50 h]",
        fill: "[ { step: fill, takes: 5 h, uses: room, line: { patience: 2 h } } ]",
        more:
          "  long: { patients: { arrive: { at: [0 h] } }, route: [ { step: s, takes: 90 h, uses: room } ] }"))
    #expect(told.sum("runs.failed") == 1)
    #expect(told.sum("process.stopped") == 0)
    #expect(told.log(of: ["starts"]).last == "50 cells 2 starts wash")
  }

  @Test("A run that is called off before its work began is ordered again a day later, while one is needed")
  func calledOff() throws {
    // The room is taken until 50 h, and a fill waits for two hours only. The process lapses at 10 h: fills are asked for
    // then, at 36 h and at 62 h.
    let told = try Told(
      scenario(
        "qualified until: 10 h, failed stops: 1 y", runs: "from: 1 h", at: "[60 h]",
        fill: "[ { step: fill, takes: 5 h, uses: room, line: { patience: 2 h } } ]",
        more:
          "  long: { patients: { arrive: { at: [0 h] } }, route: [ { step: s, takes: 50 h, uses: room } ] }"))
    #expect(told.log(of: ["starts"]).suffix(2) == ["62 fill 4 starts fill", "67 cells 1 starts wash"])
    #expect(told.sum("process.stopped") == 0)
  }

  @Test("Work that pauses at the end of a shift does not pause when its process is stopped")
  func workAtHand() throws {
    let text = failing("qualified until: 90 d, failed stops: 30 h", runs: "from: 4 h", at: "[8 h]").replacing(
      "process: open, takes", with: "process: open, at shift end: suspend, takes")
    let told = try Told(text)
    #expect(told.log(of: ["starts", "pauses", "ends"]).contains("14 cells 1 ends wash"))
    #expect(!told.lines.contains { $0.event == "pauses" })
  }

  @Test("When every one fails, nobody starts any more")
  func allFail() throws {
    let told = try Told(
      "horizon: 2000 h\n"
        + scenario(
          "qualified until: 90 d, failed stops: 20 h", runs: "from: 100 h",
          at: "[99 h, 111 h, 500 h, 1999 h]",
          fill:
            "[ { step: fill, takes: 10 h, uses: room, fails: { probability: 1, then: { lose: growth } } } ]"))
    #expect(told.log(of: ["starts"]).filter { $0.contains("cells") } == ["99 cells 1 starts wash"])
    // One every thirty hours: twenty of stop and ten of work.
    #expect(told.sum("runs.begun") == 64)
    #expect(told.sum("process.stopped") == 63)
  }

  @Test(
    "In random runs, nobody starts at an instant at which the process is not qualified by the log alone",
    arguments: 0..<20)
  func neverOutside(seed: Int) throws {
    let told = try Told(
      """
      horizon: 3000 h
      facilities: { shop: { rooms: { room: { count: 2 }, other: { count: 1000 } }, processes: { open: { qualified by: fill, initially: 2, lapses after: 150 h, failed stops: 40 h, again: 2 } } } }
      products:
        fill: { purpose: media fill, runs: { initially: 2, every: 130 h }, route: [ { step: fill, takes: { uniform: [10 h, 30 h] }, uses: room, fails: { probability: 0.25, then: { lose: growth } } } ] }
        cells: { patients: { arrive: { poisson: 0.2 / h } }, route: [ { step: wash, process: open, takes: { exponential: 6 h }, uses: { other: 1 } } ] }
        noise: { patients: { arrive: { poisson: 0.05 / h } }, route: [ { step: s, takes: { exponential: 10 h }, uses: room } ] }
      """, seed: UInt64(seed))
    let oracle = QualificationOracle(told, needed: 2, again: 2, lapse: 150, stop: 40)
    let starts = told.lines.filter { $0.event == "starts" && $0.place == "wash" }
    let outside = starts.filter { !oracle.isQualified(at: $0.hours) }
    #expect(outside == [])
    // And it is used: who waited starts when it is qualified again, and nobody waits while it is.
    let waits = told.lines.filter { $0.event == "arrives" && $0.entity.hasPrefix("cells") }.map(\.hours)
    for (arrived, started) in zip(waits, starts.map(\.hours)) where arrived != started {
      #expect(oracle.opens.contains { abs($0 - started) < 1e-6 })
    }
    #expect(abs(told.ratio("process.qualified", [.resource: .name("open")]) - oracle.share(of: 3000)) < 1e-6)
    #expect(starts.count > 50)
  }
}

/// When a process is qualified, worked out from the log of its media fills alone.
private struct QualificationOracle {
  private var closed: [(from: Double, to: Double)] = []
  var opens: [Double] { closed.map(\.to) }

  init(_ told: Told, needed first: Int, again: Int, lapse: Double, stop: Double) {
    var began: [String: Double] = [:]
    var (needed, since, stopped, valid, wasQualified) = (first, -1.0, 0.0, Double.infinity, false)
    var closedSince: Double? = 0
    func open(_ time: Double, _ list: inout [(from: Double, to: Double)]) {
      if let from = closedSince { list.append((from, time)) }
      closedSince = nil
    }
    for line in told.lines where line.entity.hasPrefix("fill") {
      // A stop that ended since, with enough that passed meanwhile.
      if needed == 0, closedSince != nil, stopped <= line.hours {
        open(stopped, &closed)
        wasQualified = true
      }
      if valid <= line.hours, needed == 0 {
        needed = again
        closedSince = closedSince ?? valid
      }
      switch line.event {
      case "arrives": began[line.entity] = line.hours
      case "leaves" where (began[line.entity] ?? 0) >= since:
        needed = max(0, needed - 1)
        valid = line.hours + lapse
        if needed == 0, line.hours >= stopped {
          open(line.hours, &closed)
          wasQualified = true
        }
      case "is lost":
        needed = max(needed, wasQualified ? again : first)
        since = line.hours
        stopped = max(stopped, line.hours + stop)
        closedSince = closedSince ?? line.hours
      default: break
      }
    }
    if let from = closedSince {
      closed.append((from, .infinity))
    } else if valid < 3000 {
      closed.append((valid, .infinity))
    }
  }

  /// At the very instant of a lapse or a failure it is not, at that of a reopening it is.
  func isQualified(at hours: Double) -> Bool { !closed.contains { $0.from <= hours && hours < $0.to } }

  func share(of length: Double) -> Double {
    1 - closed.reduce(0) { $0 + max(0, min($1.to, length) - $1.from) } / length
  }
}
