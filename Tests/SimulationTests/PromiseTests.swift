import PipelineSimulation
import Quantities
import Testing

/// What is promised to booked touches stays promised. Days are those of March 2025, which begins on a Saturday.
@Suite("Work without a booking heeds what is promised") struct PromiseTests {
  /// A laboratory with devices that a booked product and others share; the booked one keeps a device for seven days.
  private func shop(
    devices: Int, booked: String, others: String, horizon: String = "2025-09-01", start: String = "2025-03-01"
  ) -> String {
    """
    start: \(start)
    horizon: \(horizon)
    facilities: { lab: { devices: { incubator: { count: \(devices) } } } }
    products:
      cell:
        slots: { weekly: { mon: 1, wed: 1 }, book ahead: 4 wk }
        patients: { arrive: { \(booked) } }
        route:
          - { book: slot }
          - { culture: seed, on: booked day, takes: 7 d, uses: incubator }
    \(others)
    """
  }

  private func other(_ name: String, _ arrive: String, takes: String, _ more: String = "") -> String {
    "  \(name): { \(more)patients: { arrive: { \(arrive) } }, route: [ { step: grow, takes: \(takes), uses: incubator } ] }\n"
  }

  @Test("A device that is promised is not taken on its date, nor before for beyond it")
  func oneDevice() throws {
    // Booked on Saturday for Monday the 3rd until the 10th.
    let told = try Told(
      shop(
        devices: 1, booked: "at: [2025-03-01]",
        others: other("long", "at: [2025-03-01 01:00]", takes: "3 d")
          + other("short", "at: [2025-03-01 02:00]", takes: "1 d")))
    #expect(
      told.log(of: ["starts", "ends", "waits for what is promised"]) == [
        "1 long 1 waits for what is promised grow (incubator)",
        // What is over before the date goes first: it keeps nobody waiting.
        "2 short 1 starts grow", "26 short 1 ends grow", "48 cell 1 starts seed", "216 cell 1 ends seed",
        "216 long 1 starts grow", "288 long 1 ends grow",
      ])
  }

  @Test("Whoever is held back has a date of its own, of which later bookings keep clear")
  func noStarvation() throws {
    // One start is booked for each Monday and Wednesday that is free; without a place in the book the lot would never begin.
    let told = try Told(
      shop(
        devices: 1, booked: "at: [\(Array(repeating: "2025-03-01", count: 40).joined(separator: ", "))]",
        others: other("lot", "at: [2025-03-01 01:00]", takes: "20 d")))
    let lot = told.lines.first { $0.entity == "lot 1" && $0.event == "starts" }
    // Four weeks ahead are booked when it comes: from the 3rd to the 31st.
    #expect(lot?.hours == 720)
    #expect(told.lines.filter { $0.event == "starts" && $0.place == "seed" }.count > 15)
  }

  @Test("Where lengths are drawn, only what outlasts its median is in the way", arguments: 0..<6)
  func drawn(replication: Int) throws {
    let text = shop(
      devices: 3, booked: "poisson: 1 / wk",
      others: other("lot", "poisson: 0.4 / d", takes: "{ uniform: [4 d, 6 d] }")
        + other("day", "poisson: 1 / d", takes: "1 d"), horizon: "2027-03-01")
    let told = try Told(text, replication: replication)
    let booked = told.lines.filter { $0.event == "starts" && $0.place == "seed" }
    #expect(booked.count > 60)
    #expect(told.lines.filter { $0.event == "starts" && $0.place == "grow" }.count > 200)
    // Starts are at midnight of Mondays, hour 48 and so on, and of Wednesdays.
    let waits = booked.map { line in
      let hours = (line.hours - 48).truncatingRemainder(dividingBy: 168)
      return hours < 48 ? hours : hours - 48
    }
    // What outlasts its median does so by one day at most, and half of the time not at all.
    #expect(waits.reduce(0, +) / Double(waits.count) < 12)
  }

  @Test("With lengths that are known no booked touch ever waits", arguments: 0..<6)
  func known(replication: Int) throws {
    let text = shop(
      devices: 3, booked: "poisson: 1.2 / wk",
      others: other("lot", "poisson: 0.3 / d", takes: "9 d") + other("day", "poisson: 1 / d", takes: "1 d"),
      horizon: "2027-03-01")
    let told = try Told(text, replication: replication)
    let starts = told.lines.filter { $0.event == "starts" && $0.place == "seed" }
    #expect(starts.count > 80)
    for line in starts { #expect(line.hours.truncatingRemainder(dividingBy: 24) == 0, "\(line)") }
    #expect(told.lines.contains { $0.event == "waits for what is promised" })
  }

  @Test("Work of a higher class takes what is promised, and is counted")
  func higherClass() throws {
    let text = shop(
      devices: 1, booked: "at: [2025-03-01]",
      others: other("donor", "at: [2025-03-02 12:00]", takes: "1 d", "priority: 1, "))
    let told = try Told(text)
    #expect(
      told.log(of: ["starts"]) == ["36 donor 1 starts grow", "60 cell 1 starts seed"])
    // On the eve of the promise nothing is broken yet; on its date it is.
    #expect(told.sum("bookings.broken") == 0)
    let same = try Told(
      """
      start: 2025-03-03
      horizon: 2025-09-01
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { devices: { incubator: { count: 1 } }, people: { operator: { count: 2, calendars: day } } } }
      products:
        cell:
          slots: { weekly: { mon: 1 }, book ahead: 4 wk }
          patients: { arrive: { at: [2025-03-03] } }
          route: [ { book: slot }, { step: seed, on: booked day, takes: 2 h, uses: { incubator: 1, operator: 1 } } ]
        donor: { priority: 1, patients: { arrive: { at: [2025-03-03 06:00] } }, route: [ { step: grow, takes: 5 h, uses: incubator } ] }
        plain: { patients: { arrive: { at: [2025-03-03 05:00] } }, route: [ { step: rest, takes: 1 h, uses: incubator } ] }
      """)
    #expect(
      same.log(of: ["starts"]) == [
        "6 donor 1 starts grow", "11 cell 1 starts seed", "13 plain 1 starts rest",
      ])
    #expect(same.sum("bookings.broken") == 1)
    #expect(same.sum("bookings.broken", [.product: .name("cell")]) == 1)
  }

  @Test("A promise ends with its date, and with the patient who leaves")
  func ends() throws {
    func told(_ more: String) throws -> [String] {
      try Told(
        """
        start: 2025-03-01
        horizon: 2025-09-01
        facilities: { lab: { devices: { incubator: { count: 1 }, chair: { count: 1 } } } }
        products:
          cell:
            slots: { weekly: { mon: 1 }, book ahead: 4 wk }
            patients: { arrive: { at: [2025-03-01] }\(more) }
            route:
              - { book: slot }
              - { step: collect, on: booked day, takes: 1 d, uses: chair, fails: { probability: 0, on attempts: [1, 2, 3], then: repeat } }
              - { culture: seed, on: booked day + 1 d, takes: 7 d, uses: incubator }
          lot: { patients: { arrive: { at: [2025-03-01 01:00] } }, route: [ { step: grow, takes: 4 d, uses: incubator } ] }
        """
      ).log(of: ["starts", "is lost"]).filter { !$0.contains("collect") }
    }
    // Collected from the 3rd to the 7th instead of one day: the promise of the 4th is over at midnight.
    #expect(try told("") == ["96 lot 1 starts grow", "192 cell 1 starts seed"])
    // Lost on the 2nd at noon: nothing is promised any more.
    let withdrawal = ", withdrawals: [ { patient: 1, at: 2025-03-02 12:00 } ]"
    #expect(try told(withdrawal) == ["36 lot 1 starts grow"])
  }

  @Test("Touch work without a booking leaves the hours that booked touch work needs on the date")
  func hours() throws {
    func starts(_ takes: String, operators: Int = 1) throws -> [String] {
      try Told(
        """
        start: 2025-03-03
        horizon: 2025-06-01
        calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
        facilities: { lab: { devices: { chair: { count: 2 } }, people: { operator: { count: \(operators), calendars: day } } } }
        products:
          cell:
            slots: { weekly: { mon: 1 }, book ahead: 4 wk }
            patients: { arrive: { at: [2025-03-03] } }
            route:
              - { book: slot }
              - { step: collect, on: booked day, takes: 12 h, uses: chair }
              - { step: seed, on: booked day, takes: 3 h, uses: operator }
          plain: { patients: { arrive: { at: [2025-03-03 05:00] } }, route: [ { step: clean, takes: \(takes), uses: operator } ] }
        """
      ).log(of: ["starts"]).filter { !$0.contains("collect") }
    }
    // Collected until noon; three of the eight hours are promised.
    #expect(try starts("4 h") == ["8 plain 1 starts clean", "12 cell 1 starts seed"])
    #expect(try starts("6 h") == ["12 cell 1 starts seed", "15 plain 1 starts clean"])
    #expect(try starts("6 h", operators: 2) == ["8 plain 1 starts clean", "12 cell 1 starts seed"])
  }
}
