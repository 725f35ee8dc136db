import PipelineSimulation
import Testing

/// Newcomers of a role work alone at the end of a route, and not before.
@Suite("People who are qualified by runs") struct QualificationTests {
  private func lab(
    _ role: String, learn: String = "", patients: String = "[10 h, 30 h, 30 h]", more: String = ""
  ) -> String {
    """
    facilities: { shop: { people: { op: { \(role) } } } }
    products:
      learn: { purpose: training run, made at: shop, route: [ { step: practice, takes: 20 h, uses: op\(learn) } ] }
      cells: { purpose: care, patients: { arrive: { at: \(patients) } }, route: [ { step: wash, takes: 10 h, uses: op } ] }
    \(more)
    """
  }

  @Test(
    "A newcomer occupies the trainer, works alone at the end of the route, and those at the opening at once")
  func works() throws {
    let told = try Told(lab("count: 2, starts with: 1, hire after: 5 h, qualified by: learn"))
    #expect(
      told.log(of: ["starts"]) == [
        "5 learn 2 starts practice", "25 cells 1 starts wash", "30 cells 2 starts wash",
        "35 cells 3 starts wash",
      ])
    #expect(told.ratio("staff.headcount") == 1.95)
    #expect(told.ratio("staff.qualified") == 1.75)
    #expect(told.sum("staff.not-qualified") == 0)
    #expect(told.sum("runs.completed") == 1)
  }

  @Test("Who is lost on the route leaves the role, and the vacancy is filled")
  func fails() throws {
    let told = try Told(
      lab(
        "count: 2, starts with: 1, hire after: 5 h, qualified by: learn",
        learn: ", fails: { probability: 1, then: { lose: not signed off } }", patients: "[99 h]"))
    // Hired at 5, 30, 55 and 80; lost at 25, 50 and 75.
    #expect(told.sum("staff.hired") == 4)
    #expect(told.sum("staff.not-qualified") == 3)
    #expect(told.sum("staff.left") == 3)
    #expect(told.ratio("staff.qualified") == 1)
    #expect(told.ratio("staff.headcount") == 1.8)
  }

  @Test(
    "Who leaves meanwhile gives the run up: the trainer is free at once, and nobody counts as not qualified")
  func givenUp() throws {
    let told = try Told(
      lab(
        "count: { 0 h: 1, 10 h: 2, 20 h: 1 }, hire after: 2 h, qualified by: learn", patients: "[15 h, 15 h]")
    )
    // The plan falls at 20 h, and who came last leaves, in the middle of the practice that began at 12 h.
    #expect(
      told.log(of: ["starts", "is lost", "is given up"]) == [
        "12 learn 2 starts practice", "20 learn 2 is lost practice (left)", "20 learn 2 is given up practice",
        "20 cells 1 starts wash", "30 cells 2 starts wash",
      ])
    #expect(told.sum("runs.failed", [.reason: .name("left")]) == 1)
    #expect(told.sum("staff.not-qualified") == 0)
    #expect(told.sum("staff.left") == 1)
  }

  @Test("Who leaves before the booked day gives the date back, and another newcomer takes it")
  func bookingWithdrawn() throws {
    let text = """
      horizon: 40 d
      facilities: { shop: { people: { op: { count: { 0 h: 1, 24 h: 2, 48 h: 1, 72 h: 2 }, qualified by: learn } } } }
      products:
        learn:
          purpose: training run
          made at: shop
          slots: { weekly: { mon: 1 }, book ahead: 6 wk }
          route: [ { book: clean room }, { step: practice, on: booked day, takes: 20 h, uses: op } ]
        cells: { patients: { arrive: { at: [39 d] } }, route: [ { step: wash, takes: 1 h, uses: op } ] }
      """
    let told = try Told(text)
    // The newcomer of the second day has left on the third; the one of the fourth practises on the first Monday all the same.
    #expect(told.log(of: ["starts"]).first == "168 learn 3 starts practice")
    #expect(told.sum("slots.used", [.product: .name("learn")]) == 1)
    #expect(told.sum("runs.failed", [.reason: .name("left")]) == 1)
    #expect(told.sum("runs.completed") == 1)
  }

  @Test("An entry of a programme says by what its graduates are qualified, whatever the role says")
  func graduates() throws {
    func told(_ entry: String, role: String) throws -> Told {
      try Told(
        """
        facilities: { shop: { people: { op: { count: 1, hire: never, \(role) } } } }
        products:
          short: { purpose: training run, made at: shop, route: [ { delay: short, takes: 5 h } ] }
          long: { purpose: training run, made at: shop, route: [ { delay: long, takes: 50 h } ] }
          cells: { patients: { arrive: { at: [99 h] } }, route: [ { step: wash, takes: 1 h, uses: op } ] }
        training: { course: { intake: { cohort: 1, at: 0 h }, takes: 10 h, becomes: { shop/op: \(entry) } } }
        """)
    }
    let (short, long) = ("{ probability: 1, qualified by: short }", "1")
    #expect(try told(short, role: "independent after: 80 h").ratio("staff.qualified") == 1.85)
    #expect(try told(short, role: "qualified by: long").ratio("staff.qualified") == 1.85)
    #expect(try told(long, role: "qualified by: long").ratio("staff.qualified") == 1.4)
    let lawOfEntry = "{ probability: 1, independent after: 2 h }"
    #expect(try told(lawOfEntry, role: "qualified by: long").ratio("staff.qualified") == 1.88)
  }

  @Test("People who come, learn on the route, leave and fail at all rates: nobody is lost count of")
  func identity() throws {
    let told = try Told(
      """
      horizon: 400 d
      facilities: { shop: { devices: { bench: { count: 2 } }, people: { op: { count: 6, starts with: 2, attrition: 300 % / y, hire after: { exponential: 10 d }, qualified by: learn } } } }
      products:
        learn:
          purpose: training run
          made at: shop
          route: [ { step: practice, takes: { exponential: 20 d }, uses: { bench: 1, op: 1 }, fails: { probability: 0.2, then: { lose: no } } }, { delay: reading, takes: 9 d } ]
        cells: { purpose: care, patients: { arrive: { poisson: 1 / d } }, route: [ { step: wash, takes: 6 h, uses: op } ] }
      training: { course: { seats: 3, intake: { poisson: 100 / y }, through: learn, becomes: { shop/op: 0.5 } } }
      """)
    #expect(told.record.outcome == .horizonReached)
    #expect(told.sum("staff.not-qualified") > 0)
    #expect(told.sum("runs.failed", [.reason: .name("left")]) > 0)
    #expect(told.sum("staff.left") > told.sum("staff.not-qualified"))
    let ended: Double = told.sum("runs.completed") + told.sum("runs.failed")
    let underWay: Double = told.lastOf("learn")
    #expect(told.sum("runs.begun") == ended + underWay)
  }
}

extension Told {
  /// Runs of a product that are under way at the end: those told to arrive and not to leave or be lost.
  fileprivate func lastOf(_ product: String) -> Double {
    let mine = lines.filter { $0.entity.hasPrefix(product) && !$0.entity.contains(",") }
    return Double(
      mine.count { $0.event == "arrives" } - mine.count { $0.event == "leaves" || $0.event == "is lost" })
  }
}
