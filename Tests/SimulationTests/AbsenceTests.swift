import PipelineSimulation
import Testing

/// Spells of absence that nobody planned.
@Suite("Absence in spells") struct AbsenceTests {
  private func shop(_ role: String, horizon: String = "10 y", replication: Int = 0, fixed: Bool = false)
    throws -> Told
  {
    var options = ReplicationOptions()
    options.fixedAtMedian = fixed
    return try Told(
      """
      horizon: \(horizon)
      facilities: { shop: { people: { op: { \(role) } } } }
      products: { a: { patients: { arrive: { every: 36 h } }, route: [ { step: work, takes: 1 h, uses: op } ] } }
      """, replication: replication, options: options)
  }

  /// Mean number of people who are there, from the time that is open.
  private func there(_ told: Told) -> Double {
    let places = told.layout.slots.filter { told.layout.measures[$0.measure].name == "staff.utilisation" }
    let open = places.reduce(0.0) { $0 + told.record.values[$1.offset + 1] }
    let away = told.layout.slots.filter { told.layout.measures[$0.measure].name == "staff.away" }
    return open / away.reduce(0.0) { $0 + told.record.values[$1.offset + 1] }
  }

  @Test("Who is away is missing, whoever is there works: both add up to the head count")
  func identity() throws {
    let told = try shop("count: 20, absence: { share: 5 %, spells: { exponential: 4 d } }")
    #expect(abs(there(told) + told.ratio("staff.away") - 20) < 1e-9)
  }

  @Test("The share of the time is kept: of 200 person-years within five standard errors")
  func share() throws {
    let told = try shop("count: 20, absence: { share: 5 %, spells: { exponential: 4 d } }")
    // Two states with means of 4 and 76 days: the variance of a fraction of T days is 2 × 0.05 × 0.95 × 3.8 / T.
    let error = (2 * 0.05 * 0.95 * 3.8 / (200 * 365.25)).squareRoot()
    let share = told.ratio("staff.away") / 20
    #expect(abs(share - 0.05) < 5 * error)
    #expect(5 * error < 0.012)
  }

  @Test("Longer spells come more seldom, for the same share")
  func spells() throws {
    let told = try shop("count: 20, absence: { share: 20 %, spells: 90 d }")
    let error = (2 * 0.2 * 0.8 * 90 / (200 * 365.25)).squareRoot()
    #expect(abs(told.ratio("staff.away") / 20 - 0.2) < 5 * error + 0.2 * 360 / 3652)
    #expect(told.ratio("staff.away") / 20 > 0.12)
  }

  @Test("Whoever is away for good leaves the work undone")
  func away() throws {
    let told = try Told(
      """
      horizon: 900 h
      facilities: { shop: { people: { op: { count: 2, absence: { share: 99 %, spells: 990 h } } } } }
      products: { a: { patients: { arrive: { at: [0 h, 500 h] } }, route: [ { step: work, takes: 1 min, uses: op } ] } }
      """)
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work"])
  }

  @Test("Absence leaves every other draw as it is")
  func others() throws {
    func log(_ absence: String) throws -> [String] {
      try Told(
        """
        horizon: 100 d
        facilities: { shop: { people: { op: { count: 2\(absence) }, other: { count: 1, attrition: 100 % / y, hire after: { exponential: 20 d } } } } }
        products:
          a: { patients: { arrive: { poisson: 1 / d } }, route: [ { step: work, takes: { exponential: 5 h }, uses: op } ] }
          b: { patients: { arrive: { poisson: 1 / d } }, route: [ { step: talk, takes: { exponential: 5 h }, uses: other } ] }
        """
      ).log.filter { $0.contains(" b ") }
    }
    #expect(try log(", absence: { share: 30 %, spells: { exponential: 4 d } }") == log(""))
  }

  @Test("In a run without chance nobody is away")
  func withoutChance() throws {
    let told = try shop(
      "count: 3, absence: { share: 40 %, spells: { exponential: 4 d } }", horizon: "1 y", fixed: true)
    #expect(told.ratio("staff.away") == 0)
  }

  @Test("Persons come, learn, fall ill and go, and every book is kept", arguments: 0..<3)
  func everything(replication: Int) throws {
    let told = try shop(
      "fte: { start: 6, 1 y: 9.5, 3 y: 2, 4 y: 6 }, productive: 6000 h / y, attrition: 60 % / y, hire after: { exponential: 30 d }, independent after: { exponential: 60 d }, absence: { share: 25 %, spells: { exponential: 20 d } }",
      horizon: "6 y", replication: replication)
    #expect(told.sum("staff.left") > 5)
    #expect(told.ratio("staff.away") > 0.3)
  }
}
