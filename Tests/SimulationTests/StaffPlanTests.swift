import Testing

/// Dated plans of people, and attrition that changes in time.
@Suite("Dated plans and attrition") struct StaffPlanTests {
  /// One job an hour of work for each person, three at a time.
  private func shop(_ role: String, at hours: String, takes: String = "8 h") throws -> Told {
    try Told(
      """
      horizon: 40 d
      facilities: { shop: { people: { op: { \(role) } } } }
      products: { a: { patients: { arrive: { at: [\(hours)] } }, route: [ { step: work, takes: \(takes), uses: op } ] } }
      """)
  }

  private let plan = "fte: { start: 1, 10 d: 3, 20 d: 1 }, productive: 8766 h / y"

  @Test(
    "A plan that rises is filled at once where nothing says how long hiring takes; one that falls, falls at once"
  )
  func rises() throws {
    let told = try shop(plan, at: "5 d, 5 d, 12 d, 12 d, 12 d, 25 d, 25 d")
    #expect(
      told.log(of: ["starts"]) == [
        "120 a 1 starts work", "128 a 2 starts work", "288 a 3 starts work", "288 a 4 starts work",
        "288 a 5 starts work", "600 a 6 starts work", "608 a 7 starts work",
      ])
    #expect(told.ratio("staff.headcount") == 1.5)
    #expect(told.sum("staff.hired") == 2)
    #expect(told.sum("staff.left") == 2)
  }

  @Test(
    "Posts that are new are vacant until somebody is hired, and no longer wanted when the plan has fallen")
  func hiring() throws {
    let told = try shop(plan + ", hire after: 48 h", at: "10 d, 10 d, 11 d, 12 d, 12 d, 12 d, 12 d")
    #expect(
      told.log(of: ["starts"]) == [
        "240 a 1 starts work", "248 a 2 starts work", "264 a 3 starts work", "288 a 4 starts work",
        "288 a 5 starts work", "288 a 6 starts work", "296 a 7 starts work",
      ])
    let late = try shop(plan + ", hire after: 11 d", at: "25 d, 25 d")
    #expect(late.log(of: ["starts"]) == ["600 a 1 starts work", "608 a 2 starts work"])
    #expect(late.sum("staff.hired") == 0)
    #expect(late.ratio("staff.headcount") == 1)
  }

  @Test("Nobody is planned before the first date, and work at hand is finished when posts are given up")
  func ends() throws {
    let told = try shop(
      "fte: { 2 d: 2, 4 d: 0 }, productive: 8766 h / y", at: "0 h, 90 h, 90 h, 95 h", takes: "10 h")
    #expect(
      told.log(of: ["starts", "ends"]) == [
        "48 a 1 starts work", "58 a 1 ends work", "90 a 2 starts work", "90 a 3 starts work",
        "100 a 2 ends work", "100 a 3 ends work",
      ])
  }

  @Test("A dated count heeds leave, as a plan of equivalents does")
  func datedCount() throws {
    let told = try Told(
      """
      horizon: 40 d
      leave: { january: { from: 01-10, to: 01-31, present: 0.5 } }
      facilities: { shop: { people: { op: { count: { 0 h: 2, 20 d: 4 }, leave: january } } } }
      products: { a: { patients: { arrive: { at: [5 d, 5 d, 25 d, 25 d, 25 d] } }, route: [ { step: work, takes: 8 h, uses: op } ] } }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "120 a 1 starts work", "120 a 2 starts work", "600 a 3 starts work", "600 a 4 starts work",
        "608 a 5 starts work",
      ])
  }

  @Test("Graduates of a role with a fixed count are more people")
  func graduates() throws {
    let told = try Told(
      """
      horizon: 40 d
      facilities: { shop: { people: { op: { count: 1 } } } }
      training: { school: { intake: { cohort: 1, at: 0 h }, takes: 10 d, becomes: { shop/op: 1 } } }
      products: { a: { patients: { arrive: { at: [5 d, 5 d, 15 d, 15 d] } }, route: [ { step: work, takes: 8 h, uses: op } ] } }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "120 a 1 starts work", "128 a 2 starts work", "360 a 3 starts work", "360 a 4 starts work",
      ])
  }

  // MARK: Attrition

  /// How many hours the only person stays of ten years, who leaves about once a year.
  private func stay(_ attrition: String, replication: Int) throws -> Double {
    let told = try Told(
      """
      horizon: 87660 h
      facilities: { shop: { people: { op: { count: 1, attrition: \(attrition), hire: never } } } }
      """, replication: replication)
    return told.ratio("staff.headcount") * 87_660
  }

  @Test("A factor of 1 changes nothing, one of 0 keeps everybody, one of 2 halves the stay", arguments: 0..<5)
  func factors(replication: Int) throws {
    let plain = try stay("100 % / y", replication: replication)
    try #require(plain < 43_000)
    func with(_ factor: String) throws -> Double {
      try stay(
        "{ rate: 100 % / y, periods: [ { from: 0 h, until: 7 d, factor: \(factor) }, { from: 7 d, factor: \(factor) } ] }",
        replication: replication)
    }
    #expect(try with("1") == plain)
    #expect(try with("0") == 87_660)
    #expect(abs(try with("2") - plain / 2) < 1e-5)
  }

  @Test(
    "In a period the same draw runs faster: who leaves behind it leaves earlier by its length",
    arguments: 0..<5)
  func period(replication: Int) throws {
    let plain = try stay("100 % / y", replication: replication)
    let (from, until) = (Int(plain / 4), Int(plain / 2))
    try #require(until > from)
    let there = try stay(
      "{ rate: 100 % / y, periods: [ { from: \(from) h, until: \(until) h, factor: 2 } ] }",
      replication: replication)
    #expect(abs(there - (plain - Double(until - from))) < 1e-5)
    let doubled = try stay(
      "{ rate: 100 % / y, periods: [ { from: \(from) h, until: \(until) h, factor: 2 }, { from: \(from) h, until: \(until) h, factor: 0 } ] }",
      replication: replication)
    #expect(abs(doubled - (plain + Double(until - from))) < 1e-5)
  }

  @Test("A factor of 1 is the same run, bit by bit")
  func sameRun() throws {
    func run(_ attrition: String) throws -> Told {
      try Told(
        """
        horizon: 3 y
        calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
        facilities: { shop: { people: { op: { fte: 3.5, attrition: \(attrition), hire after: { exponential: 40 d }, independent after: 30 d, calendars: day } } } }
        products: { a: { patients: { arrive: { poisson: 2 / d } }, route: [ { step: work, takes: { exponential: 5 h }, uses: op } ] } }
        """)
    }
    let plain = try run("80 % / y")
    #expect(plain.sum("staff.left") > 3)
    let same = try run("{ rate: 80 % / y, periods: [ { from: 2024-03-01, until: 2025-02-01, factor: 1 } ] }")
    #expect(same.log == plain.log)
    #expect(same.numbers == plain.numbers)
    let shock = try run("{ rate: 80 % / y, periods: [ { from: 2024-03-01, until: 2025-02-01, factor: 4 } ] }")
    #expect(shock.sum("staff.left") > plain.sum("staff.left"))
  }

  // MARK: Bookings

  @Test("A booking counts on the posts that there will be")
  func booking() throws {
    func starts(_ plan: String) throws -> [Int] {
      try Told(
        """
        start: 2025-03-01
        horizon: 2025-09-01
        calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
        facilities: { lab: { people: { op: { \(plan), calendars: day } } } }
        products:
          cell:
            slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
            patients: { arrive: { at: [0 h, 0 h, 0 h] } }
            route: [ { book: slot }, { step: harvest, on: booked day, takes: 8 h, uses: op } ]
        """
      ).lines.filter { $0.event == "is booked" }.compactMap { Int($0.detail.suffix(2)) }
    }
    #expect(try starts("fte: { start: 2 }, productive: 2088 h / y") == [3, 4, 5])
    #expect(
      try starts("fte: { start: 2, 2025-03-04: 0, 2025-03-12: 2 }, productive: 2088 h / y") == [3, 12, 13])
    #expect(try starts("fte: { 2025-03-12: 2 }, productive: 2088 h / y, hire after: 1 d") == [13, 14, 17])
  }
}
