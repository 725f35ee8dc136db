import PipelineSimulation
import Testing

/// Runs that are no patients: when they come, in which class they are served, and where they are counted.
@Suite("Runs that are no patients") struct RunTests {
  private let shop = "facilities: { shop: { rooms: { room: { count: 1 } } } }\n"

  @Test("Some come at the beginning and then one every so long")
  func plan() throws {
    let told = try Told(
      shop + """
        products:
          fill: { purpose: media fill, runs: { initially: 2, every: 30 h, from: 5 h }, route: [ { step: fill, takes: 1 h } ] }
        """)
    #expect(
      told.log(of: ["arrives"]) == [
        "5 fill 1 arrives", "5 fill 2 arrives", "35 fill 3 arrives", "65 fill 4 arrives", "95 fill 5 arrives",
      ])
    #expect(told.sum("runs.begun") == 5)
    #expect(told.sum("runs.completed") == 5)
  }

  @Test(
    "Without an interval there are those of the beginning, one where nothing is said, and no more than at most"
  )
  func once() throws {
    func times(_ runs: String) throws -> [Double] {
      try Told(
        shop + "products: { fill: { runs: { \(runs) }, route: [ { step: fill, takes: 1 h, uses: room } ] } }"
      ).lines.filter { $0.event == "arrives" }.map(\.hours)
    }
    #expect(try times("from: 7 h") == [7])
    #expect(try times("initially: 3") == [0, 0, 0])
    #expect(try times("every: 20 h, at most: 3") == [0, 20, 40])
    #expect(try times("every: 20 h, until: 50 h") == [0, 20, 40])
    #expect(try times("arrive: { at: [3 h, 9 h] }") == [3, 9])
  }

  @Test(
    "Months are calendar steps from the first, and a plan that began before the run goes on in its rhythm")
  func months() throws {
    func days(_ from: String, _ every: String) throws -> [Double] {
      try Told(
        "horizon: 4 mo\n" + shop
          + "products: { fill: { runs: { from: \(from), every: \(every), initially: 2 }, route: [ { step: fill } ] } }"
      ).lines.filter { $0.event == "arrives" }.map { $0.hours / 24 }
    }
    // 31 January, 29 February, 31 March and 30 April of 2024.
    #expect(try days("2024-01-31", "1 mo") == [30, 30, 59, 90, 120])
    // 15 November 2023: the run begins on 1 January 2024.
    #expect(try days("2023-11-15", "1 mo") == [14, 45, 74, 105])
    #expect(try days("2023-12-20", "10 d") == [8, 18, 28, 38, 48, 58, 68, 78, 88, 98, 108, 118])
    #expect(try days("2024-01-01", "1 mo") == [0, 0, 31, 60, 91])
    #expect(try days("1800-01-01", "12 h").first == 0)
  }

  @Test("Runs are nowhere among the patients: not in counts, times, milestones or the size of the run")
  func notAmongPatients() throws {
    let told = try Told(
      shop + """
        products:
          fill: { made at: shop, purpose: media fill, runs: { initially: 20 }, route: [ { make: batch }, { step: fill, takes: 1 h, fails: { probability: 0.5, then: { lose: growth } }, marks: collection }, { infuse: end } ] }
          cells: { made at: shop, purpose: care, patients: { arrive: { at: [50 h] } }, route: [ { step: wash, takes: 1 h, marks: collection }, { infuse: infusion, takes: 1 h } ] }
        """)
    #expect(told.record.size.patients == 1)
    for measure in ["patients.referred", "patients.treated", "patients.collected"] {
      #expect(told.sum(measure) == 1, "\(measure)")
    }
    for measure in ["patients.lost", "patients.in-progress"] { #expect(told.sum(measure) == 0, "\(measure)") }
    #expect(told.sum("time.vein-to-vein") == 1.0 / 24)
    #expect(told.sum("time.door-to-door") == 2.0 / 24)
    #expect(told.sum("milestone.first-patient") == 52 * 3600)
    let (completed, failed) = (
      told.sum("runs.completed"), told.sum("runs.failed", [.reason: .name("growth")])
    )
    #expect(completed + failed == 20)
    #expect(completed > 0 && failed > 0)
    #expect(told.sum("runs.begun") == 20)
    #expect(told.sum("batches.started") == 20)
  }

  @Test("Who says what it is made for is served in its class, unless a priority is given")
  func classes() throws {
    let purposes = ["training run", "engineering run", "trial", "care", "media fill", "donor"]
    func order(_ more: String = "") throws -> [String] {
      var products =
        "  first: { patients: { arrive: { at: [0 h] } }, route: [ { step: s, takes: 5 h, uses: room } ] }\n"
      products +=
        "  none: { patients: { arrive: { at: [1 h] } }, route: [ { step: s, takes: 1 h, uses: room } ] }\n"
      for purpose in purposes {
        let who = purpose == "care" || purpose == "trial" ? "patients" : "runs"
        let key = purpose.split(separator: " ").joined(separator: "-")
        products +=
          "  \(key): { purpose: \(purpose), \(purpose == "trial" ? more : "")\(who): { arrive: { at: [1 h] } }, route: [ { step: s, takes: 1 h, uses: room } ] }\n"
      }
      return try Told(shop + "products:\n" + products).lines.filter { $0.event == "starts" }.dropFirst().map {
        String($0.entity.dropLast(2))
      }
    }
    #expect(
      try order() == ["donor", "media-fill", "care", "trial", "none", "engineering-run", "training-run"])
    #expect(
      try order("priority: 9, ")
        == ["donor", "media-fill", "care", "none", "engineering-run", "training-run", "trial"])
  }

  @Test("A run books a slot and the room of its day, so that a patient's start goes elsewhere")
  func booking() throws {
    let told = try Told(
      """
      horizon: 10 d
      facilities: { shop: { rooms: { room: { count: 1 } } } }
      products:
        fill: { purpose: media fill, slots: { weekly: { wed: 1 } }, runs: { from: 1 h }, route: [ { book: slot }, { step: fill, on: booked day, takes: 24 h, uses: room } ] }
        cells: { slots: { weekly: { wed: 1, thu: 1 } }, patients: { arrive: { at: [2 h] } }, route: [ { book: slot }, { step: wash, on: booked day, takes: 24 h, uses: room } ] }
      """)
    #expect(told.log(of: ["starts"]) == ["48 fill 1 starts fill", "72 cells 1 starts wash"])
  }
}
