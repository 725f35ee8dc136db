import Testing

/// What a booking lays out beside the dated touches: limits on time, repeated touches, what is counted back.
/// Days are those of March 2025; everybody asks on Saturday the 1st unless it is said otherwise.
@Suite("Bookings keep limits and reserve what goes on beside") struct BookingTests {
  /// A product of one laboratory with a start on every weekday: its resources, who asks on which day, and its route behind the
  /// booking, line by line.
  private func line(_ resources: String, asking: Int = 3, on day: Int = 1, _ route: [String]) -> String {
    let patients = Array(repeating: "2025-03-0\(day)", count: asking).joined(separator: ", ")
    let head = """
      start: 2025-03-0\(day)
      horizon: 2025-09-01
      calendars: { day: { days: mon-fri, hours: 08:00-16:00 } }
      facilities: { lab: { \(resources) } }
      transport: { courier: { takes: 12 h } }
      products:
        cell:
          slots: { weekly: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } }
          patients: { arrive: { at: [\(patients)] } }
          route:
            - book: slot
      """
    return head + "\n" + route.map { "      " + $0 }.joined(separator: "\n")
  }

  /// The dates of the starts, in the order in which they are booked.
  private func starts(_ text: String) throws -> [Int] {
    try Told(text).lines.filter { $0.event == "is booked" }.compactMap { Int($0.detail.suffix(2)) }
  }

  @Test("A start whose product would not live until the infusion is not offered")
  func shelfLife() throws {
    func text(_ life: String) -> String {
      line(
        "people: { operator: { count: 5, calendars: day }, analyst: { count: 5, calendars: day } }",
        asking: 5,
        [
          "- { step: harvest, on: booked day, takes: 8 h, uses: operator, starts shelf life: \(life) }",
          "- { review: record, takes: 10 h, uses: analyst }",
          "- { infuse: infusion, takes: 1 h }",
        ])
    }
    // The record of a Thursday or Friday lies over the weekend: 90 hours until the infusion, from Monday to
    // Wednesday 42.
    #expect(try starts(text("72 h")) == [3, 4, 5, 10, 11])
    #expect(try starts(text("90 h")) == [3, 4, 5, 6, 7])
    #expect(try starts(text("41 h")) == [])
  }

  @Test("A start whose material would be kept too long is not offered; transport counts")
  func hold() throws {
    func text(_ limit: String, on day: Int = 1) -> String {
      line(
        "devices: { chair: { count: 5 } }, people: { operator: { count: 5, calendars: day } }", on: day,
        [
          "- { step: collect, on: booked day, takes: 8 h, uses: chair }",
          "- hold: fresh",
          "  at most: \(limit)",
          "- { ship: to the lab, by: courier }",
          "- { step: receive, takes: 1 h, uses: operator }",
        ])
    }
    // Collected until 8:00, at the lab at 20:00, received at 8:00 on the next working day.
    #expect(try starts(text("48 h")) == [3, 4, 5])
    #expect(try starts(text("23 h")) == [])
    // Who asks on Friday the 7th would be received on Monday, after 72 hours.
    #expect(try starts(text("48 h", on: 7)) == [10, 11, 12])
  }

  @Test("Repeated touches are reserved on their dates")
  func repeats() throws {
    let text = line(
      "people: { operator: { count: 1, calendars: day } }",
      [
        "- { step: seed, on: booked day, takes: 8 h, uses: operator }",
        "- culture: grow",
        "  takes: 5 d",
        "  repeats: { every: 1 d, takes: 8 h, uses: operator }",
      ])
    // Seeded on Monday, touched on Wednesday and Friday; on Tuesday and Thursday: nobody else fits into that week. The touch
    // that is due when the one before ends is left out.
    #expect(try starts(text) == [3, 4, 10])
  }

  @Test("A bed for what is counted back from the infusion is reserved with the start")
  func countdown() throws {
    func text(_ beds: Int) -> String {
      line(
        "devices: { bench: { count: 9 }, bed: { count: \(beds) } }",
        [
          "- { step: seed, on: booked day, takes: 8 h, uses: bench }",
          "- countdown: conditioning",
          "  starts: 5 d before booked infusion",
          "  takes: 5 d",
          "  uses: bed",
          "  at risk: true",
          "- { culture: grow, takes: 10 d }",
          "- { infuse: infusion, takes: 1 h }",
        ])
    }
    // The bed from the 8th to the 13th, from the 15th to the 20th, from the 22nd to the 27th.
    #expect(try starts(text(1)) == [3, 10, 17])
    #expect(try starts(text(3)) == [3, 4, 5])
  }

  @Test("What goes on meanwhile is reserved one behind the other")
  func meanwhile() throws {
    let text = line(
      "devices: { bench: { count: 9 } }, people: { reviewer: { count: 1, calendars: day } }",
      [
        "- { step: seed, on: booked day, takes: 8 h, uses: bench }",
        "- culture: grow",
        "  takes: 3 d",
        "  meanwhile:",
        "    - { step: look, takes: 8 h, uses: reviewer }",
        "    - { step: look again, takes: 8 h, uses: reviewer }",
      ])
    // Seeded until 8:00: both looks of the first on the 3rd and 4th, of the second from the 5th on.
    #expect(try starts(text) == [3, 5, 7])
  }

  @Test("Starts go over to the second facility only where the first has none in time")
  func overflow() throws {
    // One start at either house on each Monday.
    func dates(_ rule: String, _ houses: String = "near, far") throws -> [Int] {
      try starts(
        """
        start: 2025-03-01
        horizon: 2025-09-01
        facilities: { near: { rooms: { suite: { count: 1 } } }, far: { rooms: { suite: { count: 1 } } }, third: { rooms: { suite: { count: 1 } } } }
        products:
          cell:
            made at: [\(houses)]
            slots: { weekly: { mon: 1 }, book ahead: 8 wk\(rule) }
            patients: { arrive: { at: [2025-03-01, 2025-03-01, 2025-03-01, 2025-03-01] } }
            route: [ { book: slot }, { step: grow, on: booked day, takes: 6 h, uses: suite } ]
        """)
    }
    #expect(try dates("") == [3, 3, 10, 10])
    // The third would wait 16 days at the near house, and goes to the far one; the fourth too.
    #expect(try dates(", overflow after: 14 d") == [3, 10, 3, 10])
    #expect(try dates(", overflow after: 16 d") == [3, 10, 17, 3])
    #expect(try dates(", overflow after: 30 d") == [3, 10, 17, 24])
    // The near house has none within a day: of the others the earliest counts.
    #expect(try dates(", overflow after: 1 d", "near, far, third") == [3, 3, 3, 10])
  }

  @Test("A product made at two places travels over the link of its own, or not at all")
  func links() throws {
    let told = try Told(
      """
      start: 2025-03-01
      horizon: 2025-09-01
      facilities: { near: { rooms: { suite: { count: 1 } } }, far: { rooms: { suite: { count: 1 } } } }
      transport: { road: { takes: 12 h } }
      products:
        cell:
          made at: [near, far]
          slots: { weekly: { mon: 1 }, book ahead: 8 wk }
          patients: { arrive: { at: [2025-03-01, 2025-03-01] } }
          route:
            - book: slot
            - { step: grow, on: booked day, takes: 6 h, uses: suite }
            - { ship: home, by: { near: none, far: road } }
            - { step: give, takes: 1 h }
      """)
    // Both start on Monday the 3rd, 48 h after they ask; what is made far away is 12 h on the road.
    #expect(
      told.log(of: ["starts"]).filter { $0.hasSuffix("give") } == [
        "54 cell 1 starts give", "66 cell 2 starts give",
      ])
  }
}
