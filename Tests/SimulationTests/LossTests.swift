import Testing

@Suite("Patients who are lost, batches that are remade") struct LossTests {
  private func cell(_ demand: String, _ make: String = "batch", grow: String = "") -> String {
    """
    facilities: { shop: { devices: { chair: { count: 2 }, reactor: { count: 1 } } } }
    products:
      cell:
        patients: { \(demand) }
        route:
          - { step: collect, takes: 2 h, uses: chair, marks: collection }
          - { make: \(make) }
          - { step: seed, takes: 1 h, uses: reactor, keeps: reactor }
          - { culture: grow, takes: 10 h\(grow) }
          - { step: harvest, takes: 3 h, frees: reactor }
          - { infuse: infusion, takes: 1 h }
    """
  }

  @Test("The batch of a lost patient is given up at the end of its step, and frees what it holds then")
  func lostInCulture() throws {
    let told = try Told(cell("arrive: { at: [0 h, 1 h] }, clocks: { death: { after: 9 h } }"))
    #expect(
      told.work == [
        "0 cell 1 starts collect", "1 cell 2 starts collect", "2 cell 1 ends collect",
        "2 cell 1, batch 1 begins a batch collect", "2 cell 1, batch 1 starts seed", "3 cell 2 ends collect",
        "3 cell 2, batch 1 begins a batch collect", "3 cell 1, batch 1 ends seed",
        "3 cell 1, batch 1 starts grow", "11 cell 1, batch 1 is lost grow (death)",
        "12 cell 2, batch 1 is lost seed (death)", "12 cell 2, batch 1 is given up seed",
        "13 cell 1, batch 1 ends grow", "13 cell 1, batch 1 is given up grow",
      ])
    // Seeding and growing: 2-13 of 100 h.
    #expect(told.ratio("device.utilisation", [.resource: .name("reactor")]) == 0.11)
    #expect(told.sum("batches.aborted") == 2)
    #expect(told.sum("patients.lost", [.reason: .name("death")]) == 2)
    #expect(told.sum("patients.treated") == 0)
  }

  @Test("A patient lost while waiting for a device leaves it to the next at once")
  func lostInLine() throws {
    let told = try Told(
      cell("arrive: { at: [0 h, 1 h, 2 h] }, withdrawals: [ { patient: 2, at: 10 h } ]"))
    #expect(
      told.log(of: ["starts"]).filter { $0.contains("seed") } == [
        "2 cell 1, batch 1 starts seed", "16 cell 3, batch 1 starts seed",
      ])
    #expect(told.log(of: ["is lost"]) == ["10 cell 2, batch 1 is lost seed (withdrew)"])
  }

  @Test("The first of competing clocks wins and names the reason; clocks stop at their end mark")
  func clocks() throws {
    let told = try Told(
      cell(
        "arrive: { at: [0 h] }, clocks: { late: { after: 9 h }, early: { after: 8 h }, over: { after: 1 h, to: collection, from: referral } }"
      ))
    #expect(told.log(of: ["is lost"]) == ["1 cell 1 is lost collect (over)"])
    let second = try Told(
      cell(
        "arrive: { at: [0 h] }, clocks: { late: { after: 9 h }, early: { after: 8 h }, over: { after: 3 h, to: collection, from: referral } }"
      ))
    #expect(second.log(of: ["is lost"]) == ["10 cell 1, batch 1 is lost grow (early)"])
    let third = try Told(cell("arrive: { at: [0 h] }, clocks: { late: { after: 15.5 h } }"))
    #expect(third.log(of: ["is lost"]) == [])
    #expect(third.log(of: ["leaves"]) == ["17 cell 1, batch 1 leaves infusion"])
  }

  @Test("A remake with material left starts with a new batch, without a new collection")
  func remake() throws {
    let told = try Told(
      cell("arrive: { at: [0 h] }", grow: ", fails: { on attempts: [1], then: remake }"))
    #expect(
      told.log(of: ["starts", "fails", "is remade"]) == [
        "0 cell 1 starts collect", "2 cell 1, batch 1 starts seed", "3 cell 1, batch 1 starts grow",
        "13 cell 1, batch 1 fails grow", "13 cell 1 is remade grow", "13 cell 1, batch 2 starts seed",
        "14 cell 1, batch 2 starts grow", "24 cell 1, batch 2 starts harvest",
        "27 cell 1, batch 2 starts infusion",
      ])
    #expect(told.sum("batches.started") == 2)
    #expect(told.sum("batches.failed") == 1)
    #expect(told.sum("patients.collected") == 1)
  }

  @Test("A remake without material collects again")
  func remakeWithoutMaterial() throws {
    let told = try Told(
      cell(
        "arrive: { at: [0 h] }", "batch, material left: 0",
        grow: ", fails: { on attempts: [1], then: remake }"))
    #expect(
      told.log(of: ["starts"]) == [
        "0 cell 1 starts collect", "2 cell 1, batch 1 starts seed", "3 cell 1, batch 1 starts grow",
        "13 cell 1 starts collect", "15 cell 1, batch 2 starts seed", "16 cell 1, batch 2 starts grow",
        "26 cell 1, batch 2 starts harvest", "29 cell 1, batch 2 starts infusion",
      ])
    #expect(told.sum("patients.collected") == 2)
  }

  @Test("When the attempts are used up, what follows is what the entry says")
  func attempts() throws {
    let told = try Told(
      cell(
        "arrive: { at: [0 h] }", "batch, attempts: 2, else: { lose: no product }",
        grow: ", fails: { probability: 1, then: remake }"))
    #expect(told.log(of: ["is lost"]).map { $0.hasSuffix("(no product)") } == [true])
    #expect(told.sum("batches.started") == 2)
    #expect(told.sum("batches.failed") == 2)
  }

  @Test("Rules of failure are looked at in order, and the first that strikes decides")
  func firstRule() throws {
    let told = try Told(
      """
      products:
        a:
          patients: { arrive: { at: [0 h] } }
          route:
            - delay: look
              takes: 1 h
              fails:
                - { what: never, probability: 0, then: { lose: never } }
                - { what: once, on attempts: [1], then: repeat }
                - { what: always, probability: 1, then: { lose: at last } }
      """)
    #expect(
      told.log(of: ["ends", "is lost"]) == [
        "1 a 1 ends look", "2 a 1 ends look", "2 a 1 is lost look (at last)",
      ])
  }
}
