import PipelineSimulation
import Testing

/// Work of a booked route that is ready before its date.
@Suite("Ready early") struct EarlyWorkTests {
  /// Cells that grow for one to seventy hours, 35.5 in the median, are harvested at once; then they have to be tested.
  private func harvests(_ shelfLife: String) throws -> [(harvested: Double, tested: Double?)] {
    try (0..<30).map { replication in
      let told = try Told(
        """
        horizon: 300 h
        calendars: { day: { days: mon-sun, hours: 08:00-16:00 } }
        facilities: { lab: { people: { operator: { count: 2, calendars: day } } } }
        products:
          a:
            slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
            patients: { arrive: { at: [0 h] } }
            route:
              - { book: slot }
              - { step: collect, on: booked day, takes: 1 h, uses: operator, marks: collection }
              - { culture: grow, takes: { uniform: [1 h, 70 h] } }
              - { step: harvest, takes: 1 h, uses: operator, within: { of: 20 h, otherwise: { lose: late } }\(shelfLife) }
              - { step: test, takes: 1 h, uses: operator }
              - { infuse: infusion, takes: 1 h }
        """, replication: replication)
      let ends = told.lines.first { $0.event == "ends" && $0.place == "harvest" }
      let starts = told.lines.first { $0.event == "starts" && $0.place == "test" }
      return (try #require(ends).hours, starts?.hours)
    }
  }

  private func isBeforePlan(_ hours: Double) -> Bool {
    hours < 40 && hours.truncatingRemainder(dividingBy: 24) < 15
  }

  @Test("What lasts waits for the date that the booking reached")
  func lasting() throws {
    let early = try harvests("").filter { isBeforePlan($0.harvested) }
    #expect(early.count > 5)
    for harvest in early { #expect(try #require(harvest.tested) > harvest.harvested + 1) }
  }

  @Test("What would not live to see its date goes on at once")
  func mortal() throws {
    let early = try harvests(", starts shelf life: { of: 6 h, on expiry: { lose: expired } }").filter {
      isBeforePlan($0.harvested)
    }
    #expect(early.count > 5)
    for harvest in early { #expect(harvest.tested == harvest.harvested) }
  }
}
