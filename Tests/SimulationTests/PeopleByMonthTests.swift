import PipelineSimulation
import Testing

/// People by month, against what can be counted on fingers. Everybody works day and night from 1 January 2024 on.
@Suite("People by month") struct PeopleByMonthTests {
  private func shop(
    _ role: String, at times: String, step: String = "step: work, takes: 20 d, uses: op",
    asks: String = "also measure: people by month", rooms: String = ""
  ) throws -> Told {
    try Told(
      """
      horizon: 2024-04-01
      \(asks)
      facilities: { shop: { people: { op: { \(role) } }\(rooms) } }
      products: { a: { patients: { arrive: { at: [\(times)] } }, route: [ { \(step) } ] } }
      """)
  }

  private func months(_ told: Told, _ measure: String) -> [Double] {
    ["2024-01", "2024-02", "2024-03"].map { told.sum("staff.\(measure)", [.month: .name($0)]) }
  }

  private let plan = "fte: { start: 2, 2024-03-01: 4 }, productive: 8766 h / y"

  @Test("Needed is what covers all but a twentieth of the month: in use, and asked for in vain")
  func needed() throws {
    let told = try shop(plan, at: "0 h, 2024-02-01, 2024-02-01, 2024-02-01")
    #expect(months(told, "qualified-by-month") == [2, 2, 4])
    #expect(months(told, "planned-by-month") == [2, 2, 4])
    // February: two at work and one who waits for 20 days of 29; March: the last one until the 12th.
    #expect(months(told, "needed-by-month") == [1, 3, 1])
    #expect(months(told, "gap-by-month") == [0, 1, 0])
    #expect(months(told, "gap-closed") == [1, 0, 1])
  }

  @Test("Who is there for half of the time is needed twice, and one is needed for what is rarely asked")
  func presence() throws {
    let half = try shop("fte: 4, productive: 4383 h / y", at: "0 h, 2024-02-01, 2024-02-01")
    #expect(months(half, "needed-by-month") == [2, 4, 0])
    let rare = try shop(
      "fte: 4, productive: 4383 h / y", at: "0 h, 2024-02-01, 2024-02-01",
      step: "step: work, takes: 24 h, uses: op")
    #expect(months(rare, "needed-by-month") == [1, 1, 0])
  }

  @Test("Desk work asks for one at a time, and nobody is needed for work that has no room")
  func othersAreMissing() throws {
    let desk = try shop(
      plan, at: "0 h, 0 h, 0 h, 0 h, 0 h", step: "review: work, takes: 20 d, uses: op")
    #expect(months(desk, "needed-by-month")[0] == 3)
    let room = try shop(
      plan, at: "0 h, 0 h, 0 h, 0 h", step: "step: work, takes: 20 d, uses: { op: 1, suite: 1 }",
      rooms: ", rooms: { suite: { count: 3 } }")
    #expect(months(room, "needed-by-month")[0] == 3)
  }

  @Test("Asking changes nothing else, and without asking nothing is reported", arguments: 0..<3)
  func sameRun(replication: Int) throws {
    func run(_ asks: String) throws -> Told {
      try Told(
        """
        horizon: 3 y
        \(asks)
        calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
        facilities: { shop: { people: { op: { fte: 3.5, attrition: 80 % / y, hire after: { exponential: 40 d }, independent after: 30 d, calendars: day } }, rooms: { suite: { count: 2 } } } }
        training: { school: { intake: { poisson: 4 / y }, takes: 90 d, becomes: { shop/op: 0.5 } } }
        products:
          a: { patients: { arrive: { poisson: 2 / d } }, route: [ { step: work, takes: { exponential: 5 h }, uses: op } ] }
          b:
            slots: { weekly: { mon: 2, wed: 1 } }
            patients: { arrive: { poisson: 1 / wk }, clocks: { death: { hazard: 20 % / 30 d, from: referral } } }
            route: [ { book: slot }, { step: harvest, on: booked day, takes: 6 h, uses: { suite: 1, op: 2 } } ]
        """, replication: replication)
    }
    let plain = try run("tick: 1 ms")
    let asking = try run("also measure: [people by month, careers, want of people]")
    #expect(plain.log == asking.log)
    for (place, slot) in plain.layout.slots.enumerated() {
      let measure = plain.layout.measures[slot.measure].name
      let other = try #require(
        asking.layout.slots.first {
          asking.layout.measures[$0.measure].name == measure && $0.scope == slot.scope
        }, "\(measure) \(place)")
      #expect(plain.record.values[slot.offset].bitPattern == asking.record.values[other.offset].bitPattern)
    }
    #expect(!plain.layout.slots.contains { plain.layout.measures[$0.measure].name.hasSuffix("by-month") })
    #expect(asking.layout.slots.contains { $0.scope[.month] == .name("2026-12") })
  }
}
