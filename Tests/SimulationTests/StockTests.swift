import Testing

@Suite("Stocks") struct StockTests {
  @Test("An order follows when the position falls to the reorder point; claims that find nothing wait")
  func reorder() throws {
    let told = try Told(
      """
      horizon: 30 d
      stocks: { kit: { initial: 2 kits, reorder: { at: 1 kits, up to: 3 kits, after: 4 d } } }
      products:
        cell:
          patients: { arrive: { at: [1 d, 2 d, 3 d, 3 d, 20 d] } }
          route: [ { step: work, takes: 1 h, consumes: kit } ]
      """)
    // Day 1: 1 left, 2 ordered. Day 2: none left. Day 3: two wait, 2 more ordered. Day 5: 2 come. Day 7: 2 come.
    #expect(
      told.log(of: ["starts"]) == [
        "24 cell 1 starts work", "48 cell 2 starts work", "120 cell 3 starts work", "120 cell 4 starts work",
        "480 cell 5 starts work",
      ])
    #expect(told.sum("stock.issued") == 5)
    #expect(told.ratio("stock.fill-rate") == 3.0 / 5)
    // Two waited for two days.
    #expect(told.ratio("stock.backorders") == 4.0 / 30)
    // On hand: 2 for one day, 1 for one, 2 from day 7 to 20, then 1 until two more come on day 24.
    #expect(told.ratio("stock.on-hand") == Double(2 + 1 + 26 + 4 + 18) / 30)
    #expect(told.sum("stock.received") == 6)
  }

  @Test("As many lots are begun as reach the level, each counted for what a lot brings until it is stored")
  func severalLots() throws {
    func told(_ brings: String) throws -> Told {
      try Told(
        """
        horizon: 30 d
        stocks: { bag: { initial: 3 bags, reorder: { at: 2 bags, up to: 10 bags, made by: lot\(brings) } } }
        products:
          graft: { patients: { arrive: { at: [1 d, 2 d] } }, route: [ { step: give, takes: 1 h, consumes: bag } ] }
          lot: { route: [ { step: grow, takes: 5 d }, { store: bag, yields: 3 } ] }
        """)
    }
    // Day 1: 2 left, 8 wanted, so that three lots of 3 are begun; day 2: 1 left and 9 on the way.
    let several = try told(", a lot brings: 3 bags")
    #expect(
      several.lines.filter { $0.event == "starts" && $0.place == "grow" }.map(\.entity) == [
        "lot lot 1", "lot lot 2", "lot lot 3",
      ])
    #expect(several.sum("stock.received") == 9)
    // One lot counts for all eight until it is stored on day 6; then 4 are there.
    let one = try told("")
    #expect(one.lines.filter { $0.event == "starts" && $0.place == "grow" }.count == 1)
    #expect(one.sum("stock.received") == 3)
  }

  @Test("The lot that expires first goes out first, and what is left of it is discarded at its date")
  func expiry() throws {
    let told = try Told(
      """
      horizon: 40 d
      stocks: { kit: { initial: 3 kits, shelf life: 10 d, reorder: { at: 2 kits, quantity: 2 kits, after: 5 d } } }
      products:
        cell:
          patients: { arrive: { at: [1 d, 9 d, 12 d] } }
          route: [ { step: work, takes: 1 h, consumes: kit } ]
      """)
    // Day 1: 2 left, 2 ordered, which come on day 6. Day 9: one of the first lot goes; on day 10 the other expires.
    let expired = told.sum("stock.expired")
    let received = told.sum("stock.received")
    #expect(told.sum("stock.issued") == 3)
    #expect(
      told.log(of: ["starts"]) == [
        "24 cell 1 starts work", "216 cell 2 starts work", "288 cell 3 starts work",
      ])
    #expect(expired >= 2)
    let onHandAtEnd = 3 + received - 3 - expired
    #expect(onHandAtEnd >= 0)
  }

  @Test("A unit that expires at the instant of a demand is not given out")
  func expiryBeforeDemand() throws {
    let told = try Told(
      """
      horizon: 40 d
      stocks: { kit: { initial: 1 kits, shelf life: 10 d } }
      products:
        cell: { patients: { arrive: { at: [10 d] } }, route: [ { step: work, takes: 1 h, consumes: kit } ] }
      """)
    #expect(told.log(of: ["starts"]).isEmpty)
    #expect(told.sum("stock.expired") == 1)
  }

  @Test("A claim takes all that it consumes and uses together, or nothing")
  func together() throws {
    let told = try Told(
      """
      facilities: { shop: { devices: { bench: { count: 1 } } } }
      stocks: { kit: { initial: 1 kits, reorder: { at: 1 kits, up to: 4 kits, after: 10 h } } }
      products:
        large: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 1 h, uses: bench, consumes: { kit: 2 } } ] }
        none: { patients: { arrive: { at: [2 h] } }, route: [ { step: work, takes: 1 h, uses: bench } ] }
      """)
    #expect(told.log(of: ["starts"]) == ["2 none 1 starts work", "10 large 1 starts work"])
  }

  @Test("A stock that is made is ordered as lots, and a lot that fails is begun anew")
  func made() throws {
    let told = try Told(
      """
      stocks: { bag: { initial: 2 bags, reorder: { at: 1 bags, quantity: 2 bags, made by: lot } } }
      products:
        infusion: { patients: { arrive: { at: [1 h] } }, route: [ { infuse: infusion, takes: 1 h, consumes: bag } ] }
        lot:
          route:
            - { make: lot }
            - { culture: expand, takes: 10 h, fails: { on attempts: [1], then: remake } }
            - { store: bag, yields: 3 }
      """)
    #expect(
      told.log(of: ["is ordered", "starts", "fails", "is stored"]).filter { $0.contains("lot") } == [
        "1 lot lot 1 is ordered", "1 lot lot 1 starts expand", "11 lot lot 1 fails expand",
        "11 lot lot 1 starts expand", "21 lot lot 1 is stored expand (3)",
      ])
    #expect(told.sum("stock.received") == 3)
  }

  @Test("A lot that yields more than a shelf can take ends the run with a sentence, and is not cut")
  func abundance() throws {
    let told = try Told(
      """
      stocks: { bag: { initial: 2 bags, reorder: { at: 1 bags, quantity: 2 bags, made by: lot } } }
      products:
        infusion: { patients: { arrive: { at: [1 h] } }, route: [ { infuse: infusion, takes: 1 h, consumes: bag } ] }
        lot: { route: [ { culture: expand, takes: 10 h }, { store: bag, yields: 1000001 } ] }
      """)
    #expect(
      told.record.outcome
        == .runaway(atSeconds: 39_600, line: "one lot yields more than 1000000 units of bag"))
  }

  @Test("The fill rate asks whether the shelf had enough, not whether somebody was there to take it")
  func fillRate() throws {
    let told = try Told(
      """
      calendars: { mornings: { days: mon-sun, hours: 09:00-13:00 } }
      facilities: { shop: { people: { technician: { count: 1, calendars: mornings } } } }
      stocks: { bag: { initial: 2 bags } }
      products:
        a: { patients: { arrive: { at: [1 h, 2 h, 3 h] } }, route: [ { step: thaw, takes: 1 h, uses: technician, consumes: bag } ] }
      """)
    #expect(told.sum("stock.issued") == 2)
    let slot = try #require(
      told.layout.slots.first { told.layout.measures[$0.measure].name == "stock.fill-rate" })
    #expect(told.record.values[slot.offset] == 2)
    #expect(told.record.values[slot.offset + 1] == 3)
  }
}
