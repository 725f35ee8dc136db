import PipelineSimulation
import Testing

@Suite("Branches, batches, release, transport") struct BranchingTests {
  @Test("Parallel branches start together, and the route goes on when all have ended")
  func parallel() throws {
    let told = try Told(
      """
      products:
        a:
          patients: { arrive: { at: [0 h] } }
          route:
            - parallel: tests
              branches: { x: [ { delay: one, takes: 3 h } ], y: [ { delay: two, takes: 5 h }, { delay: three, takes: 1 h } ] }
            - { delay: after, takes: 1 h }
      """)
    #expect(
      told.lines.filter { ["starts", "ends"].contains($0.event) }.map {
        "\(Int($0.hours)) \($0.event) \($0.place)"
      }
        == [
          "0 starts one", "0 starts two", "3 ends one", "5 ends two", "5 starts three", "6 ends three",
          "6 starts after", "7 ends after",
        ])
  }

  @Test(
    "Release has two stages: the first allows the infusion, the second goes on beside it and may find a positive"
  )
  func release() throws {
    let told = try Told(
      """
      products:
        cell:
          patients: { arrive: { at: [0 h] } }
          route:
            - { make: batch }
            - { culture: grow, takes: 10 h, meanwhile: [ { delay: papers, takes: 14 h } ] }
            - release: release
              stage 1: [ { assay: rapid, takes: 3 h }, { delay: sign, takes: 1 h } ]
              stage 2: [ { assay: sterility, takes: 20 h } ]
              positive after infusion: 1
            - { infuse: infusion, takes: 1 h }
      """)
    #expect(told.log(of: ["is released"]).map { $0.hasPrefix("18 ") } == [true])
    #expect(told.log(of: ["leaves"]).map { $0.hasPrefix("19 ") } == [true])
    #expect(told.log(of: ["is found positive"]).map { $0.hasPrefix("38 ") } == [true])
    #expect(told.sum("patients.positive-after-infusion") == 1)
    #expect(told.sum("batches.released") == 1)
    #expect(told.sum("patients.treated") == 1)
  }

  @Test("Out of specification is a result: released on request, or what the entry says")
  func outOfSpecification() throws {
    func text(_ onRequest: Int) -> String {
      """
      products:
        cell:
          patients: { arrive: { at: [0 h] } }
          route:
            - { make: batch, attempts: 2, else: { lose: no product } }
            - { culture: grow, takes: 10 h }
            - release: release
              stage 1: [ { assay: rapid, takes: 3 h } ]
              out of specification: { probability: 1, released on request: \(onRequest), else: remake }
            - { infuse: infusion, takes: 1 h }
      """
    }
    let released = try Told(text(1))
    #expect(released.sum("patients.treated") == 1)
    #expect(released.sum("batches.out-of-specification") == 1)
    #expect(released.sum("batches.released") == 1)
    let remade = try Told(text(0))
    #expect(remade.sum("patients.treated") == 0)
    #expect(remade.sum("patients.lost", [.reason: .name("no product")]) == 1)
    #expect(remade.sum("batches.out-of-specification") == 2)
    #expect(remade.sum("batches.released") == 0)
    #expect(remade.sum("batches.started") == 2)
  }

  private func countdown(_ risk: Bool, grow: String = "10 d", extra: String = "") -> String {
    """
    horizon: 60 d
    calendars: { week: { days: mon-fri, hours: 08:00-16:00 } }
    facilities: { shop: { rooms: { room: { count: 1, calendars: week } }, devices: { bed: { count: 1 } } } }
    products:
      a:
        slots: { weekly: { mon: 1 } }
        patients: { arrive: { at: [0 h] }\(extra) }
        route:
          - { book: slot }
          - { make: batch }
          - { step: touch, on: booked day, takes: 8 h, uses: room }
          - { countdown: conditioning, starts: 5 d before booked infusion, takes: 3 d, uses: bed, at risk: \(risk) }
          - { culture: grow, takes: \(grow) }
          - release: release
            stage 1: [ { delay: sign, takes: 1 h } ]
          - { infuse: infusion, on: booked day + 14 d, takes: 2 h, uses: room }
    """
  }

  @Test("A countdown starts its time before the booked event, at risk before the release")
  func countdownAtRisk() throws {
    let told = try Told(countdown(true))
    #expect(
      told.lines.filter { ["starts", "is conditioned", "is released"].contains($0.event) }
        .map { "\(Int($0.hours)) \($0.event) \($0.place)" } == [
          "8 starts touch", "16 starts grow", "224 starts conditioning", "256 starts sign",
          "257 is released sign",
          "296 is conditioned conditioning", "344 starts infusion",
        ])
  }

  @Test("A countdown that may not run at risk waits for the release, and the infusion for the countdown")
  func countdownAfterRelease() throws {
    let told = try Told(countdown(false))
    let times = told.lines.filter { ["starts", "is conditioned"].contains($0.event) }
      .map { "\(Int($0.hours)) \($0.event) \($0.place)" }
    #expect(times.contains("257 starts conditioning"))
    #expect(times.contains("329 is conditioned conditioning"))
    #expect(times.last == "344 starts infusion")
  }

  @Test("A patient conditioned whose product fails is counted as conditioned without a product")
  func conditionedInVain() throws {
    let told = try Told(
      countdown(true, extra: ", clocks: { death: { after: 13 d, from: referral } }"))
    #expect(told.sum("patients.conditioned-without-product") == 1)
    #expect(told.sum("patients.lost") == 1)
    let safe = try Told(countdown(true))
    #expect(safe.sum("patients.conditioned-without-product") == 0)
    #expect(safe.sum("patients.treated") == 1)
  }

  @Test(
    "Members of a full batch go on as one and separate in the order in which they came; one who is lost leaves it"
  )
  func gather() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { oven: { count: 1 } } } }
      products:
        a:
          patients: { arrive: { at: [0 h, 1 h, 2 h, 3 h] }, withdrawals: [ { patient: 1, at: 2 h }, { patient: 3, at: 4 h } ] }
          route: [ { gather: three, of: 3 }, { step: bake, takes: 5 h, uses: oven }, { separate: members }, { delay: cool, takes: 1 h } ]
      """)
    // The first leaves at 2 before the third comes; the batch is full at 3; the third leaves it at 4.
    #expect(
      told.log(of: ["is lost", "leaves", "starts"]) == [
        "2 a 1 is lost three (withdrew)", "3 a group 1 starts bake", "4 a 3 is lost three (withdrew)",
        "8 a 2 starts cool", "8 a 4 starts cool", "9 a 2 leaves cool", "9 a 4 leaves cool",
      ])
  }

  @Test("A split sends children on singly; the patient leaves when the last has come to the end")
  func split() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { bed: { count: 2 } } } }
      products:
        a: { patients: { arrive: { at: [0 h] } }, route: [ { split: vials, into: 3 }, { step: label, takes: 2 h, uses: bed } ] }
      """)
    #expect(told.log(of: ["ends"]).map { $0.split(separator: " ").first } == ["2", "2", "4"])
    #expect(told.log(of: ["leaves"]).map { $0.split(separator: " ").first } == ["4"])
    #expect(told.sum("patients.treated") == 1)
  }

  @Test("Transport takes its time, may be delayed, and may be lost")
  func ship() throws {
    func text(_ link: String) -> String {
      """
      facilities: { here: {}, there: {} }
      transport: { way: { from: here, to: there, takes: 4 h\(link) } }
      products:
        a:
          patients: { arrive: { at: [0 h] } }
          route: [ { step: pack, takes: 1 h }, { ship: out, by: way, if lost: { again from: pack } }, { delay: check, takes: 1 h } ]
      """
    }
    #expect(try Told(text("")).log(of: ["leaves"]) == ["6 a 1 leaves check"])
    #expect(
      try Told(text(", delayed: { probability: 1, by: 10 h }")).log(of: ["leaves"]) == ["16 a 1 leaves check"]
    )
    let lost = try Told(text(", lost: 1"))
    #expect(lost.log(of: ["leaves"]).isEmpty)
    #expect(lost.log(of: ["is lost in transport"]).count == 19)
  }

  @Test("One arm of a choice is taken, or none")
  func choose() throws {
    func text(_ probability: Int) -> String {
      """
      products:
        a:
          patients: { arrive: { at: [0 h] } }
          route:
            - { choose: arm, arms: [ { probability: \(probability), route: [ { delay: x, takes: 3 h } ] } ] }
            - { delay: y, takes: 1 h }
      """
    }
    #expect(try Told(text(1)).log(of: ["leaves"]) == ["4 a 1 leaves y"])
    #expect(try Told(text(0)).log(of: ["leaves"]) == ["1 a 1 leaves y"])
  }

  @Test("Repeated touches are planned at fixed distances from the start, however long they take")
  func repeats() throws {
    let told = try Told(
      """
      facilities: { shop: { people: { op: { count: 1 } } } }
      products:
        a:
          patients: { arrive: { at: [0 h] } }
          route: [ { culture: grow, takes: 35 h, repeats: { every: 10 h, takes: 1 h, uses: op } } ]
      """)
    #expect(
      told.lines.filter { $0.event == "starts" && $0.place != "grow" }.map(\.hours) == [10, 20, 30])
  }

  @Test("Draws go on being drawn anew however often a step is visited")
  func manyVisits() throws {
    let told = try Told(
      """
      horizon: 150000 h
      products:
        a:
          patients: { arrive: { at: [0 h] } }
          route: [ { delay: run, takes: { exponential: 1 h }, fails: { probability: 1, then: repeat } } ]
      """)
    let ends = told.lines.filter { $0.event == "ends" }.map(\.hours)
    let last = zip(ends, ends.dropFirst()).map { (($1 - $0) * 3_600_000).rounded() }.suffix(1000)
    #expect(Set(last).count > 900)
  }

  @Test("An assay has no result before its analysts are done")
  func handsOn() throws {
    let told = try Told(
      """
      calendars: { mornings: { days: mon-sun, hours: 09:00-13:00 } }
      facilities: { shop: { people: { analyst: { count: 1, calendars: mornings } } } }
      products:
        a:
          patients: { arrive: { at: [9 h] } }
          route:
            - { assay: panel, takes: 24 h, hands on: 10 h, uses: analyst, fails: { on attempts: [1], then: repeat } }
      """)
    #expect(
      told.log(of: ["fails", "leaves"]).first == "59 a 1 fails panel",
      "10 h in mornings of 4 h end on the third day at 11:00")
    #expect(
      told.lines.filter { $0.event == "starts" && $0.place == "panel/hands on" }.map(\.hours) == [9, 59])
  }
}

@Suite("A product that is made in two places") struct TwoPlacesTests {
  @Test("What is counted at a step of both is the sum over the places, not their mean")
  func sharedLine() throws {
    let told = try Told(
      """
      facilities:
        here: { devices: { bench: { count: 1 } } }
        there: { devices: { bench: { count: 1 } } }
      products:
        cell:
          made at: [here, there]
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1 }, book ahead: 1 wk }
          patients: { arrive: { at: [0 h, 0 h] } }
          route:
            - { book: slot }
            - { step: make, on: booked day, takes: 10 h, uses: bench }
      """)
    let scope: [Scope.Key: Scope.Value] = [.product: .name("cell"), .step: .name("make")]
    // Two visits of ten hours in a hundred hours, wherever they are.
    #expect(told.ratio("station.number", scope) == 0.2)
    #expect(told.ratio("station.throughput", scope) == 0.02)
    #expect(told.ratio("station.sojourn", scope) == 10)
  }
}
