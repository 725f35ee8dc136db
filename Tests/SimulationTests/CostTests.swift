import PipelineSimulation
import Testing

@Suite("Costs") struct CostTests {
  /// What one replication spent under a category, in whole and part units of the currency.
  private func spent(_ told: Told, _ category: String, _ product: String = "cell") -> Double {
    told.sum("cost.total", [.category: .name(category), .product: .name(product)])
  }

  @Test("One patient alone costs what the prices of the way add up to, category by category")
  func oneAlone() throws {
    let told = try Told(
      """
      start: 2025-01-01
      horizon: 2026-01-01
      costs: { currency: EUR, exchange: { SEK: 0.1 EUR } }
      facilities:
        lab:
          costs: { year: 1000 EUR }
          rooms: { suite: { count: 1, costs: { year: 3650 EUR, use: 10 EUR } } }
          devices: { machine: { count: 1, costs: { hour: 5 EUR } } }
          people: { operator: { count: 2, costs: { year: 7300 EUR, weekend hour: 3 EUR } } }
      transport: { road: { takes: 2 h, costs: { shipment: 30 EUR } } }
      stocks: { kit: { initial: 9, costs: { unit: 20 EUR } } }
      products:
        cell:
          made at: lab
          patients: { arrive: { at: [60 h] } }
          route:
            - make: batch
            - step: work
              takes: 87.6 h
              uses: { suite: 1, machine: 1, operator: 1 }
              consumes: { kit: 2 }
              costs: 100 EUR
            - ship: home
              by: road
            - release: release
              stage 1: [ { assay: sterility, takes: 24 h, costs: 400 EUR }, { review: record, takes: 1 h, costs: 25 SEK } ]
      """)
    // 87.6 h are 1 % of the year, from Friday noon to Tuesday: 48 h of weekend.
    #expect(spent(told, "buildings") == 10)
    #expect(spent(told, "rooms") == 36.5 + 10)
    #expect(spent(told, "devices") == 438)
    #expect(spent(told, "people") == 73 + 144)
    #expect(spent(told, "reagents") == 100)
    #expect(spent(told, "kit") == 40)
    #expect(spent(told, "transport") == 30)
    #expect(spent(told, "tests") == 400)
    #expect(spent(told, "review") == 2.5)
    #expect(told.sum("cost.total", [.product: .name("cell")]) == 1284)
    #expect(told.sum("cost.total", [.product: .name("idle")]) == 990 + 3613.5 + 14_600 - 73)
    #expect(told.sum("cost.total") == 1284 + 19_130.5)
    #expect(told.ratio("cost.per-patient-treated", [.product: .name("cell")]) == 1284)
    #expect(told.ratio("cost.per-dose-released", [.product: .name("cell")]) == 1284)
    #expect(told.ratio("cost.per-patient-treated") == 20_414.5)
    #expect(told.sum("cost.failed") == 0)
    let unit = told.layout.measures.first { $0.name == "cost.total" }?.unit
    #expect(unit == "EUR")
  }

  @Test("A failed batch is charged to its product, and counted as failed; the next one is not")
  func failedBatch() throws {
    let told = try Told(
      """
      horizon: 30 d
      products:
        cell:
          patients: { arrive: { at: [1 d] } }
          route:
            - { step: collect, takes: 1 h, costs: { apheresis: 7 EUR } }
            - { make: batch, attempts: 3 }
            - { step: start, takes: 1 h, costs: 100 EUR }
            - { step: end, takes: 1 h, costs: 11 EUR, fails: { on attempts: [1], then: remake } }
            - { release: release, stage 1: [ { assay: test, takes: 1 h, costs: 5 EUR } ] }
      """)
    #expect(spent(told, "apheresis") == 7)
    #expect(spent(told, "reagents") == 222)
    #expect(spent(told, "tests") == 5)
    #expect(told.sum("cost.failed") == 111)
    #expect(told.ratio("cost.per-dose-released") == 234)
  }

  @Test("What is spent on a batch whose patient is lost, and what its last step still costs, is lost with it")
  func abortedBatch() throws {
    let told = try Told(
      """
      horizon: 30 d
      facilities: { lab: { devices: { machine: { count: 1, costs: { hour: 2 EUR } } } } }
      products:
        cell:
          patients: { arrive: { at: [0 h] }, withdrawals: [ { patient: 1, at: 5 h, reason: moved } ] }
          route:
            - make: batch
            - { step: start, takes: 1 h, costs: 100 EUR }
            - { step: work, takes: 10 h, uses: machine }
            - { step: never, costs: 9 EUR }
      """)
    // The work at hand comes to its end.
    #expect(told.sum("cost.total", [.product: .name("cell")]) == 120)
    #expect(told.sum("cost.failed") == 120)
    #expect(told.ratio("cost.per-patient-treated").isInfinite)
  }

  @Test("What a room costs in a year is shared by the time in use, and the rest is idle")
  func sharing() throws {
    let told = try Told(
      """
      start: 2025-01-01
      horizon: 2027-01-01
      facilities:
        lab:
          opens: 2025-07-02 12:00
          rooms: { suite: { count: 2, costs: { year: 36500 EUR } } }
      products:
        one: { patients: { arrive: { at: [200 d] } }, route: [ { step: work, takes: 36.5 d, uses: suite } ] }
        two: { patients: { arrive: { at: [400 d, 480 d] } }, route: [ { step: work, takes: 73 d, uses: suite } ] }
      """)
    func year(_ product: String, _ year: Int) -> Double {
      told.sum("cost.total", [.product: .name(product), .year: .number(year)])
    }
    // Open for the second half of 2025: 2 × 182.5 days, paid 36,500 in all; then a whole year.
    #expect(year("one", 2025) == 3650)
    #expect(year("two", 2025) == 0)
    #expect(year("idle", 2025) == 32_850)
    #expect(year("one", 2026) == 0)
    #expect(year("two", 2026) == 14_600)
    #expect(year("idle", 2026) == 58_400)
  }

  @Test("Prices that do not divide leave no thousandth over")
  func rounding() throws {
    let told = try Told(
      """
      start: 2025-01-01
      horizon: 2026-01-01
      facilities: { lab: { rooms: { suite: { count: 3, costs: { year: 1000.001 EUR } } } } }
      products:
        one: { patients: { arrive: { at: [1 d] } }, route: [ { step: work, takes: 7 h, uses: suite } ] }
        two: { patients: { arrive: { at: [1 d] } }, route: [ { step: work, takes: 11 h, uses: suite } ] }
      """)
    #expect((told.sum("cost.total") * 1000).rounded() == 3_000_003)
    #expect(abs(told.sum("cost.total", [.product: .name("one")]) - 3000.003 * 7 / (3 * 8760)) < 0.001)
  }

  @Test("Overtime and nights are paid on top, and desk work that pauses is paid for the hours worked")
  func premiums() throws {
    let told = try Told(
      """
      horizon: 14 d
      calendars: { day: { days: mon-fri, hours: 08:00-17:00 } }
      facilities:
        lab:
          people:
            operator: { count: 1, calendars: day, costs: { hour: 10 EUR, overtime hour: 5 EUR, night hour: 7 EUR } }
            officer: { count: 1, calendars: day, costs: { hour: 100 EUR, overtime hour: 5 EUR } }
      products:
        cell:
          made at: lab
          patients: { arrive: { at: [16 h] } }
          route:
            - { step: work, takes: 9 h, uses: operator }
            - { review: record, takes: 12 h, uses: officer }
      """)
    // From 16:00 to 01:00: 8 h of overtime, 3 h of night. Then twelve hours of desk work in two days.
    #expect(spent(told, "people") == 90 + 40 + 21 + 1200)
  }

  @Test("A device is paid by the hour while it is kept, and each cleaning once")
  func keptAndCleaned() throws {
    let told = try Told(
      """
      horizon: 30 d
      facilities:
        lab:
          devices: { machine: { count: 1, costs: { hour: 5 EUR } } }
          rooms: { suite: { count: 1, changeover: { same product: 2 h }, costs: { changeover: 400 EUR } } }
      products:
        cell:
          made at: lab
          patients: { arrive: { at: [1 d, 3 d, 5 d] } }
          route:
            - make: batch
            - { step: load, takes: 1 h, uses: { machine: 1, suite: 1 }, keeps: machine }
            - { delay: wait, takes: 10 h }
            - { step: unload, takes: 1 h, frees: machine }
      """)
    // Loading takes 1 h, and 3 h with the cleaning before it.
    #expect(spent(told, "devices") == 5 * (12 + 14 + 14))
    #expect(spent(told, "rooms") == 800)
  }

  @Test("Bought units that expire are nobody's; those that a lot makes cost what the lot costs")
  func stocks() throws {
    let told = try Told(
      """
      horizon: 60 d
      stocks:
        kit: { initial: 3, shelf life: 10 d, costs: { unit: 20 EUR } }
        bag: { initial: 1, reorder: { at: 0, quantity: 4, made by: lot } }
      products:
        cell:
          patients: { arrive: { at: [1 d] } }
          route: [ { step: work, takes: 1 h, consumes: { kit: 1, bag: 1 } } ]
        lot:
          route: [ { make: lot }, { step: grow, takes: 5 d, costs: 1000 EUR }, { store: bag, yields: 4 } ]
      """)
    #expect(spent(told, "kit") == 20)
    #expect(spent(told, "kit", "idle") == 40)
    #expect(told.ratio("cost.per-dose-released", [.product: .name("lot")]) == 250)
    #expect(told.ratio("cost.per-patient-treated", [.product: .name("cell")]) == 20)
    #expect(told.ratio("cost.per-patient-treated") == 1060)
  }

  @Test("People are paid for the time of their employment, and for being hired")
  func turnover() throws {
    let told = try Told(
      """
      start: 2025-01-01
      horizon: 2026-01-01
      facilities:
        lab:
          people:
            operator: { count: 2, starts with: 1, hire after: 73 d, costs: { year: 36500 EUR, hire: 9 EUR } }
      products:
        cell: { patients: { arrive: { at: [1 d] } }, route: [ { step: work, takes: 1 h } ] }
      """)
    #expect(told.sum("cost.total") == 36_500 + 29_200 + 9)
  }

  @Test("Nothing is booked before the end of the warm-up")
  func warmUp() throws {
    let told = try Told(
      """
      start: 2025-01-01
      horizon: 2026-01-01
      warm up: 73 d
      facilities: { lab: { rooms: { suite: { count: 1, costs: { year: 3650 EUR } } } } }
      products:
        cell:
          patients: { arrive: { at: [1 d, 100 d] } }
          route: [ { step: work, takes: 1 h, uses: suite, costs: 17 EUR } ]
      """)
    #expect(spent(told, "reagents") == 17)
    #expect((told.sum("cost.total") * 1000).rounded() == 2_937_000)
  }

  @Test("A scenario without a price reports nothing about money")
  func without() throws {
    let told = try Told(
      """
      products: { cell: { patients: { arrive: { at: [1 h] } }, route: [ { step: work, takes: 1 h } ] } }
      """)
    #expect(!told.layout.slots.contains { told.layout.measures[$0.measure].name.hasPrefix("cost.") })
  }

  @Test("Prices change nothing but money")
  func sameLine() throws {
    let line =
      """
      horizon: 60 d
      facilities:
        lab: { rooms: { suite: { count: 1, changeover: { same product: 2 h }PRICE } } }
      products:
        cell:
          made at: lab
          patients: { arrive: { poisson: 3 / d } }
          route: [ { make: batch }, { step: work, takes: { exponential: 6 h }, uses: suite, fails: { probability: 0.1, then: remake } } ]
      """
    let bare = try Told(line.replacing("PRICE", with: ""))
    let priced = try Told(
      line.replacing("PRICE", with: ", costs: { year: 1 EUR, hour: 2 EUR, use: 3 EUR, changeover: 4 EUR }"))
    #expect(bare.log == priced.log)
    #expect(bare.log.count > 100)
  }
}
