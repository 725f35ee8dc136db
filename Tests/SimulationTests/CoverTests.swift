import Testing

/// People of one role who work in place of another's.
@Suite("Cover between roles") struct CoverTests {
  /// Two sites with a role each; jobs of the first need its role.
  private func sites(
    own: String, other: String = "count: 1", at hours: String, _ step: String = "takes: 10 h, uses: qp",
    also: String = "", horizon: String = "100 h"
  ) throws -> Told {
    try Told(
      """
      horizon: \(horizon)
      calendars: { early: { days: mon-sun, hours: 08:00-16:00 }, late: { days: mon-sun, hours: 16:00-24:00 } }
      facilities:
        lund: { devices: { bench: { count: 1 }, bay: { count: 1 } }, people: { qp: { \(own) } } }
        leiden: { people: { qp: { \(other) } } }
      products:
        a: { made at: lund, patients: { arrive: { at: [\(hours)] } }, route: [ { \(step) } ] }
        \(also)
      """)
  }

  private let work = "step: work, takes: 10 h, uses: qp"

  @Test("Who finds nobody of its own role is served by the other; hours and use go to who served")
  func atOnce() throws {
    let told = try sites(own: "count: 1, covered by: leiden/qp", at: "0 h, 0 h, 0 h", work)
    #expect(
      told.log(of: ["starts"]) == ["0 a 1 starts work", "0 a 2 starts work", "10 a 3 starts work"])
    #expect(told.ratio("staff.utilisation", [.facility: .name("lund")]) == 0.2)
    #expect(told.ratio("staff.utilisation", [.facility: .name("leiden")]) == 0.1)
    #expect(told.sum("staff.covered") == 10)
    #expect(told.ratio("line.probability-of-waiting") == 1.0 / 3)
  }

  @Test("Without cover it waits, and there is no such measure")
  func without() throws {
    let told = try sites(own: "count: 1", at: "0 h, 0 h", work)
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work", "10 a 2 starts work"])
    #expect(!told.layout.slots.contains { told.layout.measures[$0.measure].name == "staff.covered" })
  }

  @Test("It first waits so long for its own role", arguments: [(4, "4"), (9, "9"), (10, "10"), (50, "10")])
  func after(hours: Int, start: String) throws {
    let told = try sites(
      own: "count: 1, covered by: leiden/qp, cover after: \(hours) h", at: "0 h, 0 h", work)
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work", "\(start) a 2 starts work"])
    #expect(told.sum("staff.covered") == (hours < 10 ? 10 : 0))
  }

  @Test("Its own role comes first when both are there, whenever that is")
  func ownFirst() throws {
    // Both are free at 12 h, when the second has waited longer than it must.
    let told = try sites(
      own: "count: { 0 h: 1, 1 h: 0, 12 h: 1 }, covered by: leiden/qp, cover after: 3 h",
      other: "count: { 0 h: 0, 12 h: 1 }", at: "0 h, 2 h", work)
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work", "12 a 2 starts work"])
    #expect(told.sum("staff.covered") == 0)
  }

  @Test("Several are asked in order")
  func order() throws {
    let told = try Told(
      """
      facilities:
        lund: { people: { qp: { count: 1, covered by: [deputy, leiden/qp] }, deputy: { count: 1 } } }
        leiden: { people: { qp: { count: 1 } } }
      products: { a: { made at: lund, patients: { arrive: { at: [0 h, 0 h, 0 h, 0 h] } }, route: [ { \(work) } ] } }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 a 1 starts work", "0 a 2 starts work", "0 a 3 starts work", "10 a 4 starts work",
      ])
    #expect(told.ratio("staff.utilisation", [.role: .name("deputy")]) == 0.1)
    #expect(told.sum("staff.covered") == 20)
  }

  @Test("A claim is served whole, by one role")
  func whole() throws {
    let told = try sites(
      own: "count: 1, covered by: leiden/qp", other: "count: 2", at: "0 h, 0 h",
      "step: work, takes: 10 h, uses: { qp: 2 }")
    #expect(told.log(of: ["starts"]) == ["0 a 1 starts work", "10 a 2 starts work"])
    #expect(told.sum("staff.covered") == 40)
  }

  @Test("Who stands in serves by arrival: its own work that came first goes first")
  func arrival() throws {
    let told = try sites(
      own: "count: 0, covered by: leiden/qp", at: "1 h, 3 h", work,
      also: "b: { made at: leiden, patients: { arrive: { at: [0 h, 2 h] } }, route: [ { \(work) } ] }")
    #expect(
      told.log(of: ["starts"]) == [
        "0 b 1 starts work", "10 a 1 starts work", "20 b 2 starts work", "30 a 2 starts work",
      ])
    #expect(told.sum("staff.covered") == 20)
  }

  @Test("Desk work that its own role leaves at the end of its shift is taken on, after the wait")
  func takenOn() throws {
    func log(_ wait: String) throws -> [String] {
      try sites(
        own: "count: 1, calendars: early, covered by: leiden/qp\(wait)", other: "count: 1, calendars: late",
        at: "8 h", "review: file, takes: 20 h, uses: qp"
      ).log(of: ["starts", "pauses", "goes on", "ends"])
    }
    #expect(
      try log("") == [
        "8 a 1 starts file", "16 a 1 pauses file", "16 a 1 goes on file", "24 a 1 pauses file",
        "32 a 1 goes on file", "36 a 1 ends file",
      ])
    #expect(
      try log(", cover after: 3 h") == [
        "8 a 1 starts file", "16 a 1 pauses file", "19 a 1 goes on file", "24 a 1 pauses file",
        "32 a 1 goes on file", "39 a 1 ends file",
      ])
    #expect(
      try log(", cover after: 1 d") == [
        "8 a 1 starts file", "16 a 1 pauses file", "32 a 1 goes on file", "40 a 1 pauses file",
        "56 a 1 goes on file", "60 a 1 ends file",
      ])
  }

  @Test("Who stands in is held while the way out is blocked")
  func blocked() throws {
    let told = try Told(
      """
      facilities:
        lund: { devices: { bay: { count: 1 } }, people: { qp: { count: 0, covered by: leiden/qp } } }
        leiden: { people: { qp: { count: 1 } } }
      products:
        a:
          made at: lund
          patients: { arrive: { at: [0 h, 0 h, 0 h] } }
          route:
            - { step: work, takes: 1 h, uses: qp }
            - { step: store, takes: 10 h, uses: bay, line: { at most: 0, when full: blocks } }
      """)
    #expect(
      told.log(of: ["starts"]) == [
        "0 a 1 starts work", "1 a 1 starts store", "1 a 2 starts work", "11 a 2 starts store",
        "11 a 3 starts work", "21 a 3 starts store",
      ])
    #expect(told.ratio("staff.utilisation", [.facility: .name("leiden")]) == 0.21)
  }

  @Test("Higher classes preempt their own role, not who stands in")
  func preempts() throws {
    let told = try sites(
      own: "count: 1, covered by: leiden/qp, cover after: 50 h", at: "0 h",
      "step: work, takes: 10 h, uses: qp, interruptible: resume",
      also:
        "b: { made at: lund, priority: 1, patients: { arrive: { at: [2 h] } }, route: [ { step: rush, takes: 4 h, uses: qp } ] }"
    )
    #expect(
      told.log(of: ["starts", "pauses", "goes on", "ends"]) == [
        "0 a 1 starts work", "2 a 1 pauses work", "2 b 1 starts rush", "6 b 1 ends rush",
        "6 a 1 goes on work", "14 a 1 ends work",
      ])
  }

  @Test("Holders who wait for each other are no circle where another may stand in")
  func circle() throws {
    func outcome(_ cover: String) throws -> Told {
      try Told(
        """
        facilities:
          lund: { devices: { bench: { count: 1 } }, people: { qp: { count: 1\(cover) } } }
          leiden: { people: { qp: { count: 1 } } }
        products:
          a: { made at: lund, patients: { arrive: { at: [0 h] } }, route: [ { step: take, takes: 1 h, uses: bench, keeps: bench }, { step: sign, takes: 1 h, uses: qp }, { step: end, takes: 1 h, frees: bench } ] }
          b: { made at: lund, patients: { arrive: { at: [0 h] } }, route: [ { step: come, takes: 2 h, uses: qp, keeps: qp }, { step: lay, takes: 1 h, uses: bench }, { step: go, takes: 1 h, frees: qp } ] }
        """)
    }
    #expect(try outcome("").record.outcome != .horizonReached)
    let told = try outcome(", covered by: leiden/qp, cover after: 5 h")
    #expect(told.record.outcome == .horizonReached)
    #expect(
      told.log(of: ["starts"]) == [
        "0 b 1 starts come", "0 a 1 starts take", "6 a 1 starts sign", "7 a 1 starts end",
        "8 b 1 starts lay", "9 b 1 starts go",
      ])
  }

  @Test("Repairs are covered, too")
  func repairs() throws {
    let told = try Told(
      """
      facilities:
        lund: { devices: { bench: { count: 1, breaks: { after: 10 h, mend: 5 h, uses: fitter } } }, people: { fitter: { count: 0, covered by: leiden/fitter, cover after: 2 h } } }
        leiden: { people: { fitter: { count: 1 } } }
      products: { a: { made at: lund, patients: { arrive: { at: [12 h] } }, route: [ { step: work, takes: 1 h, uses: bench } ] } }
      """)
    #expect(told.log(of: ["starts"]).contains("17 a 1 starts work"))
  }

  // MARK: Bookings

  /// The dates of March 2025 on which starts are booked; everybody asks on Saturday the 1st.
  private func starts(_ own: String, other: String = "count: 1, calendars: day", _ step: String) throws
    -> [Int]
  {
    try Told(
      """
      start: 2025-03-01
      horizon: 2025-09-01
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      leave: { away: { from: 03-01, to: 03-09, present: 0 } }
      facilities:
        lund: { people: { qp: { \(own), calendars: day } } }
        leiden: { people: { qp: { \(other) } } }
      products:
        cell:
          made at: lund
          slots: { weekly: { mon: 3, tue: 3, wed: 3, thu: 3, fri: 3 } }
          patients: { arrive: { at: [0 h, 0 h, 0 h] } }
          route: [ { book: slot }, { \(step) } ]
      """
    ).lines.filter { $0.event == "is booked" }.compactMap { Int($0.detail.suffix(2)) }
  }

  @Test("A booking reserves its own role first, then who stands in")
  func reserves() throws {
    let step = "step: harvest, on: booked day, takes: 8 h, uses: qp"
    #expect(try starts("count: 1", step) == [3, 4, 5])
    #expect(try starts("count: 1, covered by: leiden/qp", step) == [3, 3, 4])
    #expect(try starts("count: 1, leave: away", step) == [10, 11, 12])
    #expect(try starts("count: 1, leave: away, covered by: leiden/qp", step) == [3, 4, 5])
  }

  @Test("A limit that its own role would break is kept by who stands in, after the wait")
  func limits() throws {
    let route =
      "step: harvest, on: booked day, takes: 1 h, starts shelf life: 72 h }, { certify: sign, takes: 2 h, uses: qp }, { infuse: infusion, takes: 1 h"
    #expect(try starts("count: 1, leave: away", route) == [10, 10, 10])
    #expect(try starts("count: 1, leave: away, covered by: leiden/qp, cover after: 1 d", route) == [3, 3, 3])
    #expect(
      try starts("count: 1, leave: away, covered by: leiden/qp, cover after: 4 d", route) == [10, 10, 10])
  }
}
