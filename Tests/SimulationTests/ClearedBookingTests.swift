import PipelineSimulation
import Quantities
import Testing

/// What a booking knows of rooms that are cleared between two uses, of products that keep apart, and of who stands in late.
/// Runs begin on Saturday 1 March 2025; all ask on that day, in the order in which they are written.
@Suite("A booking counts what its rooms need between two uses") struct ClearedBookingTests {
  private func shop(
    _ changeover: String, _ products: [(name: String, asking: Int, traits: String, route: String)]
  )
    -> String
  {
    var text = """
      start: 2025-03-01
      horizon: 2025-09-01
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { rooms: { suite: { count: 1, calendars: day\(changeover) } }, people: { operator: { count: 3, calendars: day } } } }
      products:

      """
    for (hour, product) in products.enumerated() {
      let asking = Array(repeating: "2025-03-01 0\(hour):00", count: product.asking).joined(separator: ", ")
      text += """
          \(product.name):
            traits: [\(product.traits)]
            slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
            patients: { arrive: { at: [\(asking)] } }
            route: [ { book: slot }, \(product.route) ]

        """
    }
    return text
  }

  /// The days of March on which starts are booked, in order.
  private func starts(_ text: String) throws -> [Int] {
    try Told(text).lines.filter { $0.event == "is booked" }.compactMap { Int($0.detail.suffix(2)) }
  }

  /// Planned and actual instants of all that was planned, in hours from the start.
  private func plans(_ text: String) throws -> [(step: String, planned: Int64, actual: Int64?)] {
    let program = try Told.program(text)
    var options = ReplicationOptions()
    options.schedule = SimulationSpan(ticks: 60 * 86_400_000)
    return program.replicate(0, seed: 1, options: options).schedule.compactMap { entry in
      entry.planned.map {
        (program.subject(of: entry).step, $0 / 3_600_000, entry.actual.map { $0 / 3_600_000 })
      }
    }
  }

  private let work =
    "{ step: make, on: booked day, takes: 6 h, uses: { suite: 1, operator: 1 } }, { step: give, takes: 1 h, uses: operator }"

  @Test("What follows a touch is planned behind the clearing before it")
  func planned() throws {
    let text = shop(", changeover: { same product: 4 h, other product: 24 h }", [("cell", 3, "x", work)])
    #expect(try starts(text) == [3, 4, 5])
    let plans = try plans(text)
    // Monday's room was never used: given at 14:00. On Tuesday and Wednesday the room is cleared until noon, and the product is
    // given on the next morning.
    #expect(plans.filter { $0.step == "make" }.map(\.planned) == [56, 80, 104])
    #expect(plans.filter { $0.step == "give" }.map(\.planned) == [62, 104, 128])
    for plan in plans { #expect(plan.planned == plan.actual, "\(plan)") }
  }

  @Test("After another product the clearing takes its days")
  func otherProduct() throws {
    let day =
      "{ step: make, on: booked day, takes: 8 h, uses: { suite: 1, operator: 1 } }, { step: give, takes: 1 h, uses: operator }"
    let text = shop(
      ", changeover: { same product: 0 h, other product: 24 h }", [("a", 2, "x", day), ("b", 2, "y", day)])
    // The first on Monday and Tuesday; then 24 hours of clearing and eight of work, from Wednesday to Thursday.
    #expect(try starts(text) == [3, 4, 5, 7])
    let plans = try plans(text)
    for plan in plans { #expect(plan.planned == plan.actual, "\(plan)") }
    #expect(plans.filter { $0.step == "give" }.map(\.planned) == [80, 104, 152, 224])
  }

  @Test("A start is not put before another whose room it would leave uncleared")
  func between() throws {
    // B is booked for Wednesday. A would like to have Tuesday, but then B would end a day later.
    let text = """
      start: 2025-03-01
      horizon: 2025-09-01
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { rooms: { suite: { count: 1, calendars: day, changeover: { same product: 0 h, other product: 24 h } } } } }
      products:
        b:
          slots: { weekly: { wed: 1 } }
          patients: { arrive: { at: [2025-03-01] } }
          route: [ { book: slot }, { step: make, on: booked day, takes: 8 h, uses: suite } ]
        a:
          slots: { weekly: { tue: 1, thu: 1, fri: 1 } }
          patients: { arrive: { at: [2025-03-01 01:00] } }
          route: [ { book: slot }, { step: make, on: booked day, takes: 8 h, uses: suite } ]
      """
    #expect(try starts(text) == [5, 6])
  }

  @Test("The rule that fits decides, as it does in the run")
  func byRule() throws {
    let rules = ", changeover: [ { after: viral vector, takes: 48 h }, { after: same product, takes: 2 h } ]"
    let text = shop(
      rules, [("vector", 1, "viral vector", work), ("cell", 1, "cells", work), ("plain", 1, "cells", work)])
    // Monday until 14:00, too late for six hours more; two days of clearing and six hours of work, until Thursday at 14:00; on
    // Friday nothing has to be done.
    let days = try starts(text)
    #expect(days == [3, 4, 7])
    for plan in try plans(text) { #expect(plan.planned == plan.actual, "\(plan)") }
  }

  @Test("Two that never meet are not booked for one day, whatever the room")
  func apart() throws {
    func text(_ pair: String) -> String {
      """
      start: 2025-03-01
      horizon: 2025-09-01
      facilities: { lab: { rooms: { a: { count: 2, air: ahu-1 }, b: { count: 2, air: ahu-1 }, c: { count: 2 } } } }
      \(pair)
      products:
        vector:
          traits: viral vector
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
          patients: { arrive: { at: [2025-03-01] } }
          route: [ { book: slot }, { step: fill, on: booked day, takes: 6 h, uses: a, keeps: a }, { step: freeze, on: booked day + 1 d, takes: 6 h, frees: a } ]
        cells:
          traits: cells
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
          patients: { arrive: { at: [2025-03-01 01:00, 2025-03-01 01:00] } }
          route: [ { book: slot }, { step: wash, on: booked day, takes: 6 h, uses: b } ]
        away:
          traits: cells
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
          patients: { arrive: { at: [2025-03-01 02:00] } }
          route: [ { book: slot }, { step: wash, on: booked day, takes: 6 h, uses: c } ]
      """
    }
    let pair = "incompatible: [ { never together: [viral vector, cells], in: same air } ]"
    // The vector has its room on Monday and Tuesday.
    #expect(try starts(text("")) == [3, 3, 4, 3])
    #expect(try starts(text(pair)) == [3, 5, 6, 3])
  }

  @Test("Two that never meet are never kept apart when both are booked", arguments: 0..<4)
  func neverKeptApart(replication: Int) throws {
    let told = try Told(
      """
      start: 2025-03-01
      horizon: 2028-03-01
      facilities: { lab: { rooms: { a: { count: 2, air: ahu-1 }, b: { count: 2, air: ahu-1 } } } }
      incompatible: [ { never together: [viral vector, cells], in: same air } ]
      products:
        vector:
          traits: viral vector
          slots: { weekly: { mon: 2, tue: 1, wed: 1, thu: 2, fri: 1 } }
          patients: { arrive: { poisson: 1 / wk } }
          route: [ { book: slot }, { step: fill, on: booked day, takes: 20 h, uses: a } ]
        cells:
          traits: cells
          slots: { weekly: { mon: 1, tue: 2, wed: 1, thu: 1, fri: 2 } }
          patients: { arrive: { poisson: 3 / wk } }
          route: [ { book: slot }, { step: wash, on: booked day, takes: 23 h, uses: b } ]
      """, replication: replication)
    var product: [Int: String] = [:]
    for line in told.lines where line.event == "starts" {
      let day = Int(line.hours / 24)
      let name = String(line.entity.split(separator: " ")[0])
      #expect(product[day] == nil || product[day] == name)
      product[day] = name
    }
    #expect(product.count > 300)
    #expect(!told.lines.contains { $0.event == "is kept apart" })
  }

  @Test("Who stands in keeps the limit when he begins, not only his own role would")
  func standIn() throws {
    // The reviewer is away in the first week. Who stands in begins after two days.
    func text(_ limit: String) -> String {
      """
      start: 2025-03-01
      horizon: 2025-09-01
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      leave: { away: { from: 03-01, to: 03-09, present: 0 } }
      facilities:
        lund: { people: { operator: { count: 9, calendars: day }, qp: { count: 1, calendars: day, leave: away, covered by: leiden/qp, cover after: 2 d } } }
        leiden: { people: { qp: { count: 9, calendars: day } } }
      products:
        cell:
          made at: lund
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
          patients: { arrive: { at: [2025-03-01] } }
          route:
            - { book: slot }
            - { step: harvest, on: booked day, takes: 2 h, uses: operator }
            - { hold: fresh, at most: \(limit), until: sign }
            - { certify: sign, takes: 1 h, uses: qp }
      """
    }
    // Harvested on the 3rd until 10:00, signed by the other on the 5th at 10:00.
    #expect(try starts(text("49 h")) == [3])
    // On Thursday the 6th the other would sign on Monday, on Friday the 7th on Monday, as late: the next start is on the 10th.
    #expect(try starts(text("47 h")) == [10])
    let told = try Told(text("49 h"))
    #expect(told.log(of: ["starts"]) == ["56 cell 1 starts harvest", "106 cell 1 starts sign"])
  }
}
