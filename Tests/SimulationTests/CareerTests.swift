import PipelineSimulation
import Testing

@Suite("Careers of graduates, and what they cost") struct CareerTests {
  private func line(_ horizon: String, role: String = "count: 1", programme: String = "") throws -> Told {
    try Told(
      """
      horizon: \(horizon)
      also measure: careers
      facilities: { shop: { people: { op: { \(role) } } } }
      training: { school: { intake: { cohort: 2, at: 0 h }, takes: 10 d, becomes: { shop/op: { probability: 1, independent after: 20 d } }\(programme) } }
      products: { a: { patients: { arrive: { every: 90 d } }, route: [ { step: work, takes: 8 h, uses: op } ] } }
      """)
  }

  private func inRole(_ told: Told, _ years: Int) -> [Double] {
    let slots = told.layout.slots.filter {
      told.layout.measures[$0.measure].name == "training.in-role-after" && $0.scope[.number] == .number(years)
    }
    return [0, 1].map { part in slots.reduce(0) { $0 + told.record.values[$1.offset + part] } }
  }

  @Test("Who stays is in the role after 1, 3 and 5 years, where these lie within the run")
  func stays() throws {
    let long = try line("6 y")
    #expect([1, 3, 5].map { inRole(long, $0) } == [[2, 2], [2, 2], [2, 2]])
    #expect(long.sum("training.qualified") == 2)
    let short = try line("4 y")
    #expect([1, 3, 5].map { inRole(short, $0) } == [[2, 2], [2, 2], [0, 0]])
  }

  @Test("Who leaves after two years is not in the role after three")
  func leaves() throws {
    let told = try line(
      "6 y", role: "fte: { start: 1, 2026-02-01: 1 }, productive: 8766 h / y, hire: never")
    #expect([1, 3, 5].map { inRole(told, $0) } == [[2, 2], [0, 2], [0, 2]])
  }

  @Test("Those who are qualified at the end of a year come from the market or from a programme")
  func origins() throws {
    let told = try line("3 y")
    func from(_ origin: String, _ year: Int) -> Double {
      told.sum("staff.qualified-from", [.programme: .name(origin), .year: .number(year)])
    }
    #expect(from("school", 2024) == 2)
    #expect(from("market", 2024) == 1)
    #expect(from("school", 2026) == 2)
  }

  @Test("A programme costs its entrants and its student-years, and each who is qualified a share")
  func costs() throws {
    let told = try Told(
      """
      horizon: 3 y
      facilities: { shop: { people: { op: { count: 1 } } } }
      training: { school: { intake: { cohort: 2, at: 0 h }, takes: 366 d, becomes: { shop/op: 1 }, costs: { entrant: 50 EUR, student year: 1000 EUR } } }
      products: { a: { patients: { arrive: { every: 90 d } }, route: [ { step: work, takes: 8 h, uses: op, costs: 3 EUR } ] } }
      """)
    // Two students for all of 2024.
    #expect(told.sum("cost.training") == 2_100)
    #expect(told.sum("cost.training", [.year: .number(2024)]) == 2_100)
    #expect(told.ratio("cost.per-qualified") == 1_050)
    #expect(told.sum("cost.total", [.category: .name("training")]) == 2_100)
    #expect(told.sum("training.qualified") == 0, "only where careers are asked for")
  }
}
